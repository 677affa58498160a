// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/catalog.h"
#include "sandbox/http_host.h"
#include "sandbox/media_body.h"
#include "sandbox/media_url.h"
#include "sandbox/run_state.h"

namespace proofreel::sandbox {

//! Serves the media: files with Range, playlists whose parts are signed like themselves, AES-128 keys for a token.
class MediaHost {
public:
    //! None is owned; all outlive the host.
    MediaHost(HttpHost& host, const Catalog& catalog, const MediaUrls& urls, RunState& state);

private:
    void answer(const httplib::Request& request, httplib::Response& reply) const;
    void refuse(httplib::Response& reply, int status, const char* code, const char* message,
        const httplib::Request& request) const;
    //! What the whole of a rendition is served with. True: that was the answer.
    bool serveAs(const Serving& serving, const httplib::Request& request, httplib::Response& reply) const;
    void serveKey(const httplib::Request& request, httplib::Response& reply, const Asset& asset) const;
    void servePlaylist(const httplib::Request& request, httplib::Response& reply, const Asset& asset,
        const QString& path, const Serving& serving) const;
    void send(const httplib::Request& request, httplib::Response& reply, MediaBody body, const QString& path,
        const Serving& serving) const;
    void serveCover(
        const httplib::Request& request, httplib::Response& reply, const Asset& asset, const QString& path) const;
    //! The bytes of a cover, read once.
    [[nodiscard]] QByteArray cover(const QString& path) const;

    HttpHost& m_host;
    const Catalog& m_catalog;
    const MediaUrls& m_urls;
    RunState& m_state;
    mutable std::mutex m_mutex;
    mutable QHash<QString, QByteArray> m_covers; //!< by path: no more than the demo catalogue has
};

} // namespace proofreel::sandbox
