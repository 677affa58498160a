// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/theme.h"

#include "ui/common/fonts.h"
#include "ui/common/palette.h"
#include "ui/common/proxy_style.h"
#include "ui/common/style_sheet.h"
#include "ui/common/system_scheme.h"

#include <QApplication>
#include <QMetaEnum>
#include <QSettings>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kSchemeKey = "theme/scheme"_L1;
constexpr auto kLastKey = "theme/systemWasDark"_L1;

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Theme::Theme(QApplication& application, QSettings& settings)
    : m_application(application)
    , m_settings(settings)
{
    const auto schemes = QMetaEnum::fromType<Scheme>();
    bool known = false;
    const int stored = schemes.keyToValue(settings.value(kSchemeKey).toString().toLatin1().constData(), &known);
    m_scheme = known ? static_cast<Scheme>(stored) : Scheme::System;

    // Remembered, so that the first paint is right before the desktop portal has answered.
    const bool guess = settings.value(kLastKey, isDarkPalette(QApplication::palette())).toBool();
    m_system = new SystemScheme(guess, this);
    connect(m_system, &SystemScheme::changed, this, [this](bool dark) {
        m_settings.setValue(kLastKey, dark);
        apply();
    });

    QApplication::setStyle(new ProxyStyle);
    QApplication::setFont(applicationFont(QApplication::font()));
    apply();
}

void Theme::setScheme(Scheme scheme)
{
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    m_settings.setValue(kSchemeKey, QString::fromLatin1(QMetaEnum::fromType<Scheme>().valueToKey(int(scheme))));
    apply();
}

Theme::Undressed::Undressed(Theme& theme)
    : m_theme(theme)
{
    theme.m_undressed = true;
    theme.m_application.setStyleSheet({});
}

Theme::Undressed::~Undressed()
{
    m_theme.m_undressed = false;
    m_theme.m_application.setStyleSheet(styleSheetFor(m_theme.m_dark));
}

QColor Theme::color(Tone tone)
{
    return toneColor(tone, isDarkPalette(QApplication::palette()));
}

void Theme::apply()
{
    const bool dark = m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_system->isDark());
    if (m_applied && dark == m_dark)
        return;
    m_applied = true;
    m_dark = dark;
    QApplication::setPalette(paletteFor(dark));
    if (!m_undressed)
        m_application.setStyleSheet(styleSheetFor(dark));
    Q_EMIT changed();
}

} // namespace proofreel
