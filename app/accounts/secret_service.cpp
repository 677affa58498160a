// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/secret_service.h"

#if defined(PROOFREEL_SECRET_SERVICE)

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

bool secretServiceHolds(const QString& service, const QString& key)
{
    constexpr int timeoutMs = 5000;
    qDBusRegisterMetaType<QMap<QString, QString>>();
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
        u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    question.setAutoStartService(false);
    question << QVariant::fromValue(QMap<QString, QString> { { u"server"_s, service }, { u"user"_s, key } });
    const QDBusMessage answer = QDBusConnection::sessionBus().call(question, QDBus::Block, timeoutMs);
    const QVariantList lists = answer.arguments(); // of unlocked and of locked items; none in an error
    return answer.type() == QDBusMessage::ReplyMessage
        && std::any_of(lists.begin(), lists.end(),
            [](const QVariant& list) { return !qdbus_cast<QList<QDBusObjectPath>>(list).isEmpty(); });
}

} // namespace proofreel

#else

namespace proofreel {

bool secretServiceHolds(const QString&, const QString&)
{
    return false;
}

} // namespace proofreel

#endif
