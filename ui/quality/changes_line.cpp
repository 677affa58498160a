// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/changes_line.h"

#include "quality/check_mark.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/common/widgets.h"
#include "ui/quality/changes_popup.h"
#include "workspace/check_comparison.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString checkText(const PastCheck& check)
{
    QStringList parts { checkTimeText(check.at), verdictClause(check.verdict) };
    if (check.deep)
        parts.insert(1, ChangesLine::tr("deep check"));
    return parts.join(u" · "_s);
}

} // namespace

ChangesLine::ChangesLine(CheckComparison& comparison, QWidget* parent)
    : QWidget(parent)
    , m_comparison(comparison)
    , m_since(new QToolButton(this))
    , m_summary(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(u"changesLine"_s);
    m_since->setObjectName(u"changesSince"_s);
    m_since->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_since->setIcon(icon(u"chevron-down"_s, Theme::Tone::Secondary));
    m_since->setPopupMode(QToolButton::InstantPopup);
    m_since->setToolTip(tr("Which earlier check to compare with"));
    m_since->setFocusPolicy(Qt::TabFocus);
    m_menu->setObjectName(u"changesMenu"_s);
    m_since->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ChangesLine::fillMenu);
    m_summary->setObjectName(u"changesSummary"_s);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_summary->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred); // else its text would stand in the middle
    m_summary->setMinimumWidth(1);
    m_summary->setFocusPolicy(Qt::TabFocus);
    connect(m_summary, &QToolButton::clicked, this, &ChangesLine::showAll);
    auto* close = new QAction(icon(u"close"_s, Theme::Tone::Secondary), tr("Hide what changed"), this);
    connect(close, &QAction::triggered, this, [this] {
        m_dismissed = m_text;
        refresh();
    });
    m_cross = new IconButton(close, this);
    m_cross->setObjectName(u"changesClose"_s);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace / 2, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_since);
    row->addWidget(m_summary);
    row->addStretch(1);
    row->addWidget(m_cross);
    connect(&comparison, &CheckComparison::changed, this, &ChangesLine::refresh);
    refresh();
}

void ChangesLine::refresh()
{
    const PastCheck* before = m_comparison.reference();
    const CheckChanges* changes = m_comparison.changes();
    // That the service declares the same says nothing of the files.
    const bool some = before && changes && (!m_comparison.isDeclared() || !changes->isEmpty());
    if (!some) {
        m_text.clear();
        hide();
        return;
    }
    const QString at = checkTimeText(before->at);
    m_since->setText(m_comparison.isDeclared() ? tr("Declared since %1:").arg(at) : tr("Since %1:").arg(at));
    m_text = changes->isEmpty() ? tr("no change") : changes->all().join(u" · "_s);
    m_summary->setProperty("muted", changes->isEmpty());
    m_summary->setAccessibleName(m_since->text() + u' ' + m_text);
    elide();
    setVisible(m_text != m_dismissed);
    if (m_dismissed != m_text)
        m_dismissed.clear();
}

void ChangesLine::elide()
{
    const QFontMetrics metrics = m_summary->fontMetrics();
    const int others = m_since->sizeHint().width() + m_cross->sizeHint().width() + 3 * Theme::kSpace;
    const QString shown = metrics.elidedText(m_text, Qt::ElideRight, std::max(width() - others - metrics.height(), 0));
    m_summary->setText(QString(shown).replace(u'&', u"&&"_s));
    m_summary->setToolTip(plainTip(tr("Show all changes")));
    QPalette palette = this->palette();
    const bool isMuted = m_summary->property("muted").toBool();
    palette.setColor(QPalette::ButtonText, Theme::color(isMuted ? Theme::Tone::Secondary : Theme::Tone::Text));
    m_summary->setPalette(palette);
}

void ChangesLine::fillMenu()
{
    m_menu->clear();
    auto* group = new QActionGroup(m_menu);
    const PastCheck* reference = m_comparison.reference();
    for (const PastCheck& check : m_comparison.earlier()) {
        QAction* action = group->addAction(m_menu->addAction(checkText(check)));
        action->setCheckable(true);
        action->setChecked(reference && check.at == reference->at);
        connect(action, &QAction::triggered, this, [this, at = check.at] {
            m_dismissed.clear();
            m_comparison.choose(at);
        });
    }
    m_menu->addSeparator();
    m_menu
        ->addAction(icon(u"delete"_s), tr("Forget the checks of this asset"), this,
            [this] {
                m_comparison.forget();
                Q_EMIT forgotten();
            })
        ->setObjectName(u"forgetChecks"_s);
}

void ChangesLine::showAll()
{
    const PastCheck* before = m_comparison.reference();
    const CheckChanges* changes = m_comparison.changes();
    if (!before || !changes)
        return;
    auto* popup = new ChangesPopup(m_comparison.isDeclared()
            ? tr("What the service declares otherwise since %1").arg(checkText(*before))
            : tr("What changed since %1").arg(checkText(*before)),
        *changes, this);
    popup->popUp(*m_summary);
}

void ChangesLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    elide();
}

void ChangesLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        elide();
}

} // namespace proofreel
