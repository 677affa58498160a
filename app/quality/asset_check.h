// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "quality/asset_result.h"
#include "quality/measure_stream.h"
#include "quality/reference.h"

#include <QObject>

#include <memory>
#include <unordered_map>

namespace proofreel {

class Client;
class HostPool;

struct CheckOptions {
    MeasureOptions measure;
    Reference reference; //!< of a deep check; each rendition's is found in the service's answers
    std::optional<qint64> authTimeout; //!< life of the links in seconds; see PlayInfoQuery
    QStringList only; //!< keys of the renditions to measure; the others stay as the service tells them; empty: all
};

//! measureStream() with its Http.
using MeasureStream = std::function<StreamSheet(const QString& mediaId, const StreamKey& key, const PlayInfo& info,
    const MeasureOptions& options, std::stop_token stop, const std::function<void(double)>& progress)>;
//! takeEvidence() with its Http.
using TakePictures =
    std::function<void(AssetResult& result, const std::stop_token& stop, const PrivateHosts& allowPrivateHosts)>;
//! \a http must outlive them.
[[nodiscard]] MeasureStream measuringWith(Http& http);
[[nodiscard]] TakePictures picturesWith(Http& http);

//! Checks assets: asks for their renditions, measures them in a pool of threads and judges them. A link that expires
//! meanwhile, the rendition's or its reference's, is asked for anew, once for each rendition. Any failure is part of
//! the result.
//!
//! Lives in the client's thread (the GUI's); nothing waits there. Several checks may run at once.
class AssetCheck final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetCheck)
public:
    //! Both must outlive it, and what \a measure and \a takePictures use must outlive the pool: a job that was stopped
    //! ends there. \a takePictures: of each deep check, in a worker once all is judged; empty: no pictures.
    AssetCheck(Client& client, HostPool& pool, MeasureStream measure, TakePictures takePictures = {},
        QObject* parent = nullptr);
    ~AssetCheck() override;

    //! All in this object's thread, except keep. Those not needed may be empty.
    struct Events {
        std::function<void(const AssetSheet& sheet)> answered; //!< the service's answer: which renditions there are
        std::function<void(const QString& streamKey, double part)> progress; //!< 0 to 1 of one rendition
        std::function<void(const StreamSheet& sheet)> measured; //!< one rendition
        std::function<void(const AssetResult& result)> keep; //!< in a worker, before done: may wait for the disk
        std::function<void(AssetResult result)> done; //!< once, unless aborted
    };
    CallHandle check(const QString& mediaId, const CheckOptions& options, const Policy& policy, Events events);

private:
    class Run;
    void drop(quint64 number);

    Client& m_client;
    HostPool& m_pool;
    MeasureStream m_measure;
    TakePictures m_takePictures;
    std::unordered_map<quint64, std::unique_ptr<Run>> m_runs;
    quint64 m_last = 0;
};

} // namespace proofreel
