// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/language.h"

#include <QApplication>
#include <QFont>

//! Language and size of text of the windows that are made while it lives; then the usual ones are back.
class TextLook {
    Q_DISABLE_COPY_MOVE(TextLook)
public:
    TextLook(const QString& language, double scale)
        : m_font(QApplication::font())
    {
        proofreel::setLanguage(QLocale(language));
        QFont font = m_font;
        font.setPointSizeF(9.75 * scale);
        QApplication::setFont(font);
    }
    ~TextLook()
    {
        QApplication::setFont(m_font);
        proofreel::setLanguage(QLocale(QStringLiteral("en")));
    }

private:
    const QFont m_font;
};
