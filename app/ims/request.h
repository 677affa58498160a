// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/http.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace proofreel {

//! Parameters in the order in which they were given; a name may come twice.
using QueryItems = QList<QPair<QString, QString>>;

//! One call of an Alibaba Cloud OpenAPI as plain data: not signed, not sent, no time in it.
struct ApiRequest {
    QString action {};
    QString version = QStringLiteral("2020-11-09");
    QByteArray host {}; //!< with its port if the URL has one, as on the wire
    QueryItems query {}; //!< not encoded
    QByteArray method = "POST";
    QByteArray path = "/"; //!< as on the wire; bytes that may not stand there are encoded, "%41" stays
    HttpHeaders headers {}; //!< all of them are signed; one of a name that the signer makes itself replaces that one
    QByteArray body {};
};

} // namespace proofreel
