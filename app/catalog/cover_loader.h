// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

//! Covers of the assets in view: fetched a few at a time, decoded off the GUI thread, kept in a bounded memory cache.
//! Known by MediaId and path, since the signed query of a cover's URL changes with every answer. GUI thread.
class CoverLoader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CoverLoader)
public:
    struct Cover {
        QString mediaId;
        QString url;
    };

    explicit CoverLoader(Http& http, QObject* parent = nullptr);
    ~CoverLoader() override;

    //! The picture if it is here, else null. Asks for nothing: a view's paint must not start requests.
    [[nodiscard]] QImage image(const Cover& cover) const;
    //! What is in view, the most important first. Requests for anything else are given up.
    void setWanted(const QList<Cover>& covers);
    //! After a reload: covers that failed (an expired URL) may be asked for again.
    void forgetFailures() { m_failed.clear(); }

Q_SIGNALS:
    void loaded(const QString& mediaId);

private:
    [[nodiscard]] static QString keyOf(const Cover& cover);
    void next();
    void fetched(const Cover& cover, const Result<HttpResponse>& response);
    void decoded(const Cover& cover, const QImage& image);

    Http& m_http;
    QThreadPool m_decoders;
    QCache<QString, QImage> m_cache; //!< cost: KiB
    QList<Cover> m_queue;
    QHash<QString, CallHandle> m_running;
    QSet<QString> m_failed;
};

//! A picture of at most 400 × 225 px from untrusted bytes (JPEG, PNG, WebP, GIF, BMP), or null. Any thread.
[[nodiscard]] QImage decodeCover(const QByteArray& bytes);

} // namespace proofreel
