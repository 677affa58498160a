// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/check_selected.h"

#include "ui/common/icons.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace proofreel {

CheckSelected::CheckSelected(QAbstractItemView& view, std::function<QStringList()> ids)
    : QObject(&view)
    , m_ids(std::move(ids))
{
    view.installEventFilter(this);
}

bool CheckSelected::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_V || (key->modifiers() & ~Qt::ShiftModifier) != 0 || key->isAutoRepeat())
        return false;
    const QStringList ids = m_ids();
    if (ids.size() < 2)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT asked(ids, key->modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

void CheckSelected::addTo(QMenu& menu)
{
    const QStringList ids = m_ids();
    if (ids.size() < 2)
        return;
    QAction* check = menu.addAction(icon(u"check"_s), tr("Check %n assets", nullptr, int(ids.size())), this,
        [this, ids] { Q_EMIT asked(ids, false); });
    check->setObjectName(u"checkSelected"_s);
    check->setShortcut(Qt::Key_V);
    QAction* deep = menu.addAction(icon(u"speed"_s), tr("Check %n assets deeply", nullptr, int(ids.size())), this,
        [this, ids] { Q_EMIT asked(ids, true); });
    deep->setObjectName(u"checkSelectedDeeply"_s);
    deep->setShortcut(Qt::SHIFT | Qt::Key_V);
}

} // namespace proofreel
