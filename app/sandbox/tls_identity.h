// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>
#include <optional>

using SSL_CTX = struct ssl_ctx_st;

namespace proofreel::sandbox {

//! A self-signed certificate for 127.0.0.1 and its key, made in memory.
struct TlsIdentity {
    TlsIdentity();
    ~TlsIdentity();
    Q_DISABLE_COPY_MOVE(TlsIdentity)

    [[nodiscard]] bool isValid() const { return m_context != nullptr; }
    [[nodiscard]] SSL_CTX* context() const { return m_context; }

private:
    SSL_CTX* m_context = nullptr;
};

} // namespace proofreel::sandbox
