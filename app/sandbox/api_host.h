// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/api_actions.h"
#include "sandbox/http_host.h"
#include "sandbox/run_state.h"
#include "sandbox/search_cache.h"
#include "sandbox/signature_check.h"

namespace proofreel::sandbox {

//! The API on one HttpHost: faults, signature, action, envelope.
class ApiHost {
public:
    //! None is owned; all outlive the host. \a mediaBase: "http://127.0.0.1:PORT" of the media.
    ApiHost(HttpHost& host, const Catalog& catalog, const MediaUrls& urls, const KeyRing& keys, RunState& state,
        QString mediaBase);

private:
    void answer(const httplib::Request& request, httplib::Response& reply);
    //! Fills \a body; an error where the call fails.
    std::optional<ApiError> call(
        const httplib::Request& request, const Faults& faults, QByteArray& action, QJsonObject& body);
    void send(httplib::Response& reply, int status, const QByteArray& body, const Faults& faults) const;

    HttpHost& m_host;
    const Catalog& m_catalog;
    const MediaUrls& m_urls;
    RunState& m_state;
    QString m_mediaBase;
    NonceMemory m_nonces;
    SearchCache m_searches;
    SignatureCheck m_check;
};

} // namespace proofreel::sandbox
