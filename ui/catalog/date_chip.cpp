// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/date_chip.h"

#include "ui/common/theme.h"

#include <QDateEdit>
#include <QFormLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QDateTime daysBack(int days)
{
    return days > 0 ? QDate::currentDate().addDays(1 - days).startOfDay() : QDateTime();
}

} // namespace

DateChip::DateChip(const QString& subject, QWidget* parent)
    : MenuChip(subject, parent)
{
    addPreset(0, tr("Any time"));
    addPreset(1, tr("Today"));
    addPreset(7, tr("Last 7 days"));
    addPreset(30, tr("Last 30 days"));
    menu()->addSeparator();
    QAction* own = menu()->addAction(tr("From … to …"), this, &DateChip::askForRange);
    own->setObjectName(u"ownRange"_s);
    setRange({}, {});
}

void DateChip::addPreset(int days, const QString& text)
{
    QAction* action = menu()->addAction(text, this, [this, days] { choose(daysBack(days), {}); });
    action->setCheckable(true);
    action->setData(days);
    m_presets.append(action);
}

void DateChip::choose(const QDateTime& from, const QDateTime& until)
{
    setRange(from, until);
    Q_EMIT chosen();
}

void DateChip::setRange(const QDateTime& from, const QDateTime& until)
{
    m_from = from;
    m_until = until;
    QString shown = text();
    for (QAction* preset : std::as_const(m_presets)) {
        const bool isIt = !until.isValid() && from == daysBack(preset->data().toInt());
        preset->setChecked(isIt);
        if (isIt)
            shown = preset->text();
    }
    showSetTo(from.isValid() || until.isValid() ? shown : QString());
}

QString DateChip::text() const
{
    const auto day = [](const QDateTime& time) {
        return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
    };
    const QString last = m_until.isValid() ? day(m_until.addMSecs(-1)) : QString();
    return m_from.isValid() ? day(m_from) + u" – "_s + last : u"– "_s + last;
}

void DateChip::askForRange()
{
    const QDate today = QDate::currentDate();
    auto* popup = new DateRangePopup(m_from.isValid() ? m_from.toLocalTime().date() : today.addDays(-6),
        m_until.isValid() ? m_until.addMSecs(-1).toLocalTime().date() : today, this);
    connect(popup, &DateRangePopup::accepted, this,
        [this](const QDate& first, const QDate& last) { choose(first.startOfDay(), last.addDays(1).startOfDay()); });
    popup->move(mapToGlobal(rect().bottomLeft()));
    popup->show();
}

DateRangePopup::DateRangePopup(const QDate& first, const QDate& last, QWidget* parent)
    : QWidget(parent, Qt::Popup)
    , m_first(new QDateEdit(first, this))
    , m_last(new QDateEdit(last, this))
{
    setObjectName(u"dateRange"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_first->setObjectName(u"firstDay"_s);
    m_last->setObjectName(u"lastDay"_s);
    for (QDateEdit* edit : { m_first, m_last }) {
        edit->setDisplayFormat(u"yyyy-MM-dd"_s);
        edit->setCalendarPopup(true);
    }
    auto* form = new QFormLayout(this);
    form->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, Theme::kSpace);
    form->addRow(tr("First day"), m_first);
    form->addRow(tr("Last day"), m_last);
    auto* apply = new QPushButton(tr("Show these"), this);
    apply->setObjectName(u"applyRange"_s);
    apply->setProperty("primary", true);
    apply->setDefault(true);
    form->addRow(apply);
    // A range that ends before it begins cannot be entered: the other end moves along.
    connect(m_first, &QDateEdit::dateChanged, this, [this](const QDate& day) {
        if (m_last->date() < day)
            m_last->setDate(day);
    });
    connect(m_last, &QDateEdit::dateChanged, this, [this](const QDate& day) {
        if (m_first->date() > day)
            m_first->setDate(day);
    });
    connect(apply, &QPushButton::clicked, this, [this] {
        Q_EMIT accepted(m_first->date(), m_last->date());
        close();
    });
    m_first->setFocus();
}

} // namespace proofreel
