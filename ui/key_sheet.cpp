// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/key_sheet.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsPerColumn = 18;

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(u"  "_s);
}

} // namespace

KeySheet::KeySheet(const QList<Group>& groups, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"keySheet"_s);
    setWindowTitle(tr("Keyboard"));
    setAttribute(Qt::WA_DeleteOnClose);

    auto* page = new QWidget;
    auto* columns = new QHBoxLayout(page);
    columns->setSpacing(4 * Theme::kSpace);
    columns->setContentsMargins(2 * Theme::kSpace, Theme::kSpace, 2 * Theme::kSpace, Theme::kSpace);
    QGridLayout* grid = nullptr;
    int row = 0;
    for (const Group& group : groups) {
        if (!grid || row > 0) {
            if (!grid || row + group.actions.size() > kRowsPerColumn) {
                grid = new QGridLayout;
                grid->setHorizontalSpacing(2 * Theme::kSpace);
                grid->setVerticalSpacing(Theme::kSpace / 2);
                auto* column = new QVBoxLayout;
                column->addLayout(grid);
                column->addStretch();
                columns->addLayout(column);
                row = 0;
            }
        }
        auto* title = new QLabel(group.title, page);
        title->setFont(scaled(font(), 1.0, QFont::DemiBold));
        if (row > 0)
            grid->setRowMinimumHeight(row++, Theme::kSpace);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const QAction* action : group.actions) {
            const QString keys = keysOf(*action);
            if (keys.isEmpty())
                continue;
            auto* key = new QLabel(keys, page);
            key->setFont(monospace(font()));
            grid->addWidget(key, row, 0);
            QString text = action->text();
            grid->addWidget(new QLabel(text.remove(u'&').remove(u'…'), page), row++, 1);
        }
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    resize(page->sizeHint().expandedTo(QSize(480, 320)).boundedTo(parent->window()->size() * 0.95) + QSize(12, 12));
}

} // namespace proofreel
