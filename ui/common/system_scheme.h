// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace proofreel {

//! Whether the desktop is dark. Starts with what can be known at once; the desktop portal's answer comes later
//! (Qt 6.4 has no QStyleHints::colorScheme).
class SystemScheme final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemScheme)
public:
    //! \a guess: what it was last time, or what the platform's palette says.
    explicit SystemScheme(bool guess, QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }
    //! "Adwaita:dark" and the like; nullopt where the variable says nothing.
    [[nodiscard]] static std::optional<bool> fromGtkTheme(const QString& variable);
    //! The portal's color-scheme: 1 dark, 2 light, anything else no preference.
    [[nodiscard]] static std::optional<bool> fromPortal(const QVariant& value);

Q_SIGNALS:
    void changed(bool dark);

private:
    Q_SLOT void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);
    void askPortal();
    void set(std::optional<bool> dark);

    bool m_dark;
};

} // namespace proofreel
