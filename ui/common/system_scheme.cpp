// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFile>
#include <QTimer>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QGuiApplication>
#include <QStyleHints>
#endif

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
// Without a bus libdbus may start one, which takes long and is not ours to do.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}
#endif

} // namespace

SystemScheme::SystemScheme(bool guess, QObject* parent)
    : QObject(parent)
    , m_dark(guess)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto* hints = QGuiApplication::styleHints();
    const auto take = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            set(scheme == Qt::ColorScheme::Dark);
    };
    take(hints->colorScheme());
    connect(hints, &QStyleHints::colorSchemeChanged, this, take);
#else
    if (const auto dark = fromGtkTheme(qEnvironmentVariable("GTK_THEME")))
        m_dark = *dark;
    else if (hasSessionBus())
        QTimer::singleShot(0, this, &SystemScheme::askPortal); // after the first paint: connecting to the bus waits
#endif
}

std::optional<bool> SystemScheme::fromGtkTheme(const QString& variable)
{
    if (variable.isEmpty())
        return std::nullopt;
    return variable.endsWith(":dark"_L1, Qt::CaseInsensitive) || variable.endsWith("-dark"_L1, Qt::CaseInsensitive);
}

std::optional<bool> SystemScheme::fromPortal(const QVariant& value)
{
    QVariant inner = value;
    // Read() answers a variant in a variant, SettingChanged a single one.
    for (int depth = 0; depth < 3 && inner.metaType() == QMetaType::fromType<QDBusVariant>(); ++depth)
        inner = inner.value<QDBusVariant>().variant();
    switch (inner.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

void SystemScheme::askPortal()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(
        kService, kPath, kInterface, u"SettingChanged"_s, this, SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    auto message = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    message.setArguments({ QString(kGroup), QString(kKey) });
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusVariant> reply = *done;
        if (reply.isValid())
            set(fromPortal(reply.value().variant()));
        done->deleteLater();
    });
}

void SystemScheme::onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group == kGroup && key == kKey)
        set(fromPortal(value.variant()).value_or(false));
}

void SystemScheme::set(std::optional<bool> dark)
{
    if (!dark || *dark == m_dark)
        return;
    m_dark = *dark;
    Q_EMIT changed(m_dark);
}

} // namespace proofreel
