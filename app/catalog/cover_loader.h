// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/cover_cache.h"
#include "core/call.h"
#include "core/result.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace proofreel {

class Http;
struct HttpResponse;

//! Covers of the assets in view: fetched a few at a time, decoded off the GUI thread, kept in a bounded memory cache
//! and on disk. Known by MediaId and path, since the signed query of a cover's URL changes with every answer.
//! GUI thread.
class CoverLoader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CoverLoader)
public:
    struct Cover {
        QString mediaId;
        QString url;
    };

    //! \a cacheFolder: see CoverCache; empty: nothing on disk.
    explicit CoverLoader(Http& http, const QString& cacheFolder = {}, QObject* parent = nullptr);
    ~CoverLoader() override;

    void setFolder(const QString& cacheFolder); //!< from now on; what is in memory is forgotten
    //! The picture if it is here, else null. Asks for nothing: a view's paint must not start requests.
    [[nodiscard]] QImage image(const Cover& cover) const;
    //! What is in view, the most important first. Requests for anything else are given up.
    void setWanted(const QList<Cover>& covers);
    //! After a reload: covers that failed (an expired URL) may be asked for again.
    void forgetFailures() { m_failed.clear(); }
    //! A picture for an asset that has none of its own (a frame of it); kept like any other.
    void setImage(const Cover& cover, const QImage& image);
    //! From memory and disk, also where \a cacheFolder is not the one in use. What is in view is to be wanted anew.
    void clear(const QString& cacheFolder = {});

Q_SIGNALS:
    void loaded(const QString& mediaId);

private:
    [[nodiscard]] static QString keyOf(const Cover& cover);
    void next();
    void fetch(const Cover& cover);
    void fetched(const Cover& cover, const Result<HttpResponse>& response);
    void decoded(const Cover& cover, const QImage& image);

    Http& m_http;
    CoverCache m_disk;
    QThreadPool m_decoders;
    QCache<QString, QImage> m_cache; //!< cost: KiB
    QList<Cover> m_queue;
    QHash<QString, CallHandle> m_running; //!< a null handle: in the pool
    QSet<QString> m_wanted;
    QSet<QString> m_failed;
};

//! A picture of at most 640 × 360 px from untrusted bytes (JPEG, PNG, WebP, GIF, BMP), or null. Any thread.
[[nodiscard]] QImage decodeCover(const QByteArray& bytes);

} // namespace proofreel
