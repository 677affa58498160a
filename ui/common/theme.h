// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QApplication;
class QSettings;

namespace proofreel {

class SystemScheme;

//! Colours, sizes and style, light and dark, as the look page says. Call apply() once; it follows the system
//! or the person's choice, and changes live.
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Scheme { System, Light, Dark };
    Q_ENUM(Scheme)
    enum class Tone {
        Text,
        Secondary,
        Accent,
        Pass,
        Warning,
        Failure,
        Neutral,
        Line,
        Raised,
        Sunken,
        Hover,
        OnPrimary
    };

    Theme(QApplication& application, QSettings& settings);

    //! While one lives the application has no style sheet: with one, Qt restyles a widget and all its children each
    //! time that a layout adopts it, which makes a large window twice as slow to build.
    class Undressed {
    public:
        explicit Undressed(Theme& theme);
        ~Undressed();
        Q_DISABLE_COPY_MOVE(Undressed)

    private:
        Theme& m_theme;
    };

    void setScheme(Scheme scheme); //!< remembered
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool isDark() const { return m_dark; }

    //! The colour of a tone in the theme in force. At least 4.5:1 against the base for those that carry text.
    [[nodiscard]] static QColor color(Tone tone);

    static constexpr int kSpace = 8; //!< px, grid
    static constexpr int kControlHeight = 28; //!< px
    static constexpr int kRowHeight = 24; //!< px

Q_SIGNALS:
    void changed(); //!< re-tint icons, repaint delegates

private:
    void apply();

    QApplication& m_application;
    QSettings& m_settings;
    SystemScheme* m_system = nullptr;
    Scheme m_scheme = Scheme::System;
    bool m_dark = false;
    bool m_applied = false;
    bool m_undressed = false;
};

} // namespace proofreel
