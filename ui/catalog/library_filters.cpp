// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/library_filters.h"

#include "ui/catalog/asset_text.h"
#include "ui/common/status_text.h"
#include "ui/common/widgets.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kValue = "value";

} // namespace

LibraryFilters::LibraryFilters(QWidget* parent)
    : QWidget(parent)
{
    auto* types = new QButtonGroup(this);
    auto* typeRow = new QHBoxLayout;
    typeRow->setSpacing(Theme::kSpace / 2);
    const QList<Choice> choices { { {}, tr("All") }, { u"video"_s, tr("Video") }, { u"audio"_s, tr("Audio") } };
    for (const Choice& choice : choices) {
        auto* chip = new Chip(choice.text, this);
        chip->setObjectName(u"libraryType_"_s + choice.value);
        chip->setProperty(kValue, choice.value);
        types->addButton(chip);
        typeRow->addWidget(chip);
        m_types.append(chip);
    }
    m_types.constFirst()->setChecked(true);
    typeRow->addStretch();
    connect(types, &QButtonGroup::buttonToggled, this, [this](const QAbstractButton*, bool on) {
        if (on)
            Q_EMIT changed();
    });

    m_statusChip = new Chip({}, this);
    m_statusChip->setObjectName(u"libraryStatus"_s);
    m_statusChip->setAccessibleName(tr("Status"));
    QList<Choice> statuses { { {}, tr("Any status") } };
    for (const QString& status : { u"Normal"_s, u"Preparing"_s, u"PrepareFail"_s, u"Init"_s })
        statuses.append({ status, statusText(status) });
    m_status = addMenu(m_statusChip, statuses);
    auto* orderChip = new Chip({}, this);
    orderChip->setObjectName(u"libraryOrder"_s);
    orderChip->setAccessibleName(tr("Order"));
    m_order = addMenu(orderChip, { { {}, tr("Newest first") }, { u"asc"_s, tr("Oldest first") } });
    auto* menuRow = new QHBoxLayout;
    menuRow->setSpacing(Theme::kSpace / 2);
    menuRow->addWidget(m_statusChip);
    menuRow->addWidget(orderChip);
    menuRow->addStretch();

    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Theme::kSpace / 2);
    rows->addLayout(typeRow);
    rows->addLayout(menuRow);
}

QActionGroup* LibraryFilters::addMenu(Chip* chip, const QList<Choice>& choices)
{
    auto* menu = new QMenu(chip);
    auto* group = new QActionGroup(this);
    for (const Choice& choice : choices) {
        QAction* action = menu->addAction(choice.text);
        action->setCheckable(true);
        action->setData(choice.value);
        group->addAction(action);
        connect(action, &QAction::toggled, this, [this, chip, action](bool on) {
            if (!on)
                return;
            chip->setText(action->text() + u" ▾"_s);
            chip->setChecked(false);
            Q_EMIT changed();
        });
    }
    chip->setCheckable(false);
    chip->setMenu(menu);
    chip->setPopupMode(QToolButton::InstantPopup);
    group->actions().constFirst()->setChecked(true);
    return group;
}

AssetQuery LibraryFilters::applyTo(AssetQuery query) const
{
    for (const Chip* chip : m_types) {
        if (chip->isChecked())
            query.mediaType = chip->property(kValue).toString();
    }
    query.status = m_status->checkedAction()->data().toString();
    query.oldestFirst = m_order->checkedAction()->data().toString() == "asc"_L1;
    return query;
}

bool LibraryFilters::isNarrowing() const
{
    return applyTo({}).isNarrowing();
}

void LibraryFilters::reset()
{
    {
        const QSignalBlocker blocked(this); // one question, not three
        m_types.constFirst()->setChecked(true);
        m_status->actions().constFirst()->setChecked(true);
        m_order->actions().constFirst()->setChecked(true);
    }
    Q_EMIT changed();
}

} // namespace proofreel
