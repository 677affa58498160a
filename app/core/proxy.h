// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxyFactory>

namespace proofreel {

//! Chooses the proxy of each request: none for this very machine, else the one that was set, else the system's.
class ProxyChooser final : public QNetworkProxyFactory {
public:
    explicit ProxyChooser(QNetworkProxy proxy);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

private:
    QNetworkProxy m_proxy; //!< DefaultProxy: as the system says
};

//! localhost, 127.0.0.0/8 or ::1.
[[nodiscard]] bool isLoopback(const QString& host);

} // namespace proofreel
