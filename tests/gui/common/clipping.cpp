// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipping.h"

#include "ui/common/elided_label.h"
#include "ui/common/widgets.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace {

bool isElided(const QWidget* widget)
{
    return qobject_cast<const proofreel::CopyLabel*>(widget->parentWidget()) != nullptr
        || qobject_cast<const proofreel::ElidedLabel*>(widget) != nullptr;
}

QString describe(const QWidget* widget, const QString& text, const QSize& needed)
{
    return u"%1 \"%2\" needs %3x%4, has %5x%6"_s.arg(widget->objectName(), text)
        .arg(needed.width())
        .arg(needed.height())
        .arg(widget->width())
        .arg(widget->height());
}

} // namespace

QStringList clippedTexts(const QWidget* root)
{
    QStringList found;
    for (const auto* label : root->findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty() || isElided(label))
            continue;
        QSize needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        if (label->width() < needed.width() || label->height() < needed.height())
            found.append(describe(label, label->text(), needed));
    }
    for (const auto* button : root->findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->text().isEmpty() || isElided(button))
            continue;
        if (qobject_cast<const QLineEdit*>(button->parentWidget()))
            continue; // an icon without words, which the field draws as large as it has room for
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool isIcon = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        const QSize needed = isIcon ? tool->iconSize() : button->minimumSizeHint().expandedTo({ 0, 0 });
        if (button->width() < needed.width() || button->height() < needed.height())
            found.append(describe(button, button->text(), needed));
    }
    return found;
}
