// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/rule_tree.h"

#include "ui/common/fonts.h"
#include "ui/common/plain_tip_delegate.h"
#include "ui/common/widgets.h"
#include "ui/quality/check_look.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kNameLetters = 12; // of a rule's name, at least

//! Severities by their signs; families and what was changed in bold.
class RuleDelegate final : public PlainTipDelegate {
public:
    using PlainTipDelegate::PlainTipDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        PlainTipDelegate::initStyleOption(option, index);
        const bool isFamily = index.data(PolicyModel::IsFamilyRole).toBool();
        const QModelIndex first = index.siblingAtColumn(0);
        if (isFamily || !first.data(PolicyModel::IsOwnRole).toBool())
            option->font = scaled(option->font, 1.0, QFont::DemiBold);
        const QVariant severity = index.data(PolicyModel::SeverityRole);
        if (severity.isValid() && index.column() == PolicyModel::SeverityColumn) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = markIcon(markOf(static_cast<Severity>(severity.toInt())));
            const int side = option->fontMetrics.height();
            option->decorationSize = { side, side };
            option->text.clear(); // the zone is narrow, the names of the rules are long: the form below has the word
        }
        if (severity.isValid() && severity.toInt() == int(Severity::Off))
            option->palette.setColor(QPalette::Text, Theme::color(Theme::Tone::Secondary));
    }
};

bool isOurs(const QKeyEvent& event)
{
    const int key = event.key();
    return event.matches(QKeySequence::Copy)
        || ((event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier
            && ((key >= Qt::Key_0 && key <= Qt::Key_3) || key == Qt::Key_Delete || key == Qt::Key_Return
                || key == Qt::Key_Enter));
}

} // namespace

RuleTree::RuleTree(QWidget* parent)
    : QTreeView(parent)
{
    setObjectName(u"policyRules"_s);
    setAccessibleName(tr("Rules"));
    m_shown.setSourceModel(&m_rules);
    setModel(&m_shown);
    setItemDelegate(new RuleDelegate(this));
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHeaderHidden(true); // signs, values with units and counts need none; the names need its width
    header()->setStretchLastSection(false);
    fitColumns();
    expandAll();
    selectFirst();
    connect(this, &QTreeView::doubleClicked, this, [this] {
        if (!currentRule().isEmpty())
            Q_EMIT toleranceAsked();
    });
}

// The names take what the rest leaves. Where that is too little, the form below has the rest.
void RuleTree::fitColumns()
{
    setIndentation(fontMetrics().height());
    setMinimumHeight(fontMetrics().height() * 6);
    header()->setSectionResizeMode(PolicyModel::Title, QHeaderView::Stretch);
    const QFontMetrics metrics(scaled(font(), 1.0, QFont::DemiBold));
    int left = viewport()->width() - 2 * indentation() - metrics.averageCharWidth() * kNameLetters;
    const auto fit = [&](int column, int width) {
        const int whole = width + 2 * cellPadding(this);
        left -= whole;
        setColumnHidden(column, left < 0 && column != PolicyModel::SeverityColumn);
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, whole);
    };
    fit(PolicyModel::SeverityColumn, metrics.height());
    fit(PolicyModel::FindingsColumn, metrics.horizontalAdvance(u"88"_s));
    fit(PolicyModel::ToleranceColumn, metrics.horizontalAdvance(toleranceText(1000, u"ms"_s)));
}

void RuleTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void RuleTree::filter(const QString& text, bool onlyChanged)
{
    m_shown.setText(text);
    m_shown.setOnlyChanged(onlyChanged);
    expandAll();
    if (currentRule().isEmpty())
        selectFirst();
}

void RuleTree::selectFirst()
{
    setCurrentIndex(m_shown.index(0, 0, m_shown.index(0, 0)));
}

bool RuleTree::shows(const QString& rule) const
{
    return m_shown.mapFromSource(m_rules.indexOf(rule)).isValid();
}

void RuleTree::select(const QString& rule)
{
    const QModelIndex index = m_shown.mapFromSource(m_rules.indexOf(rule));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

QString RuleTree::currentRule() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && !index.data(PolicyModel::IsFamilyRole).toBool()
        ? index.data(PolicyModel::RuleRole).toString()
        : QString();
}

void RuleTree::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentRuleChanged();
}

void RuleTree::setSeverity(Severity severity)
{
    const QModelIndex index = m_rules.indexOf(currentRule());
    if (index.isValid())
        m_rules.setData(index.siblingAtColumn(PolicyModel::SeverityColumn), int(severity));
}

void RuleTree::reset()
{
    if (const auto rule = findRule(currentRule()))
        Q_EMIT m_rules.settingAsked(rule->id, { rule->severity, rule->tolerance });
}

void RuleTree::copy()
{
    QStringList cells;
    const QModelIndex index = currentIndex();
    if (!currentRule().isEmpty())
        cells.append(currentRule());
    for (int column = 0; column < PolicyModel::ColumnCount; ++column)
        cells.append(index.siblingAtColumn(column).data().toString());
    copyToClipboard(cells.join(u'\t'), this);
}

void RuleTree::contextMenuEvent(QContextMenuEvent* event)
{
    const auto rule = findRule(currentRule());
    if (!rule)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"ruleMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    const RuleSetting now = m_rules.setting(rule->id);
    for (const Severity severity : { Severity::Off, Severity::Info, Severity::Warning, Severity::Error }) {
        QAction* action = group->addAction(
            menu->addAction(severityText(severity), this, [this, severity] { setSeverity(severity); }));
        action->setShortcut(QKeySequence(Qt::Key_0 + int(severity)));
        action->setCheckable(true);
        action->setChecked(now.severity == severity);
    }
    menu->addSeparator();
    if (rule->tolerance)
        menu->addAction(tr("Tolerance…"), this, &RuleTree::toleranceAsked)->setShortcut(Qt::Key_Return);
    QAction* own = menu->addAction(tr("As by itself"), this, &RuleTree::reset);
    own->setShortcut(QKeySequence::Delete);
    own->setEnabled(!(now == RuleSetting { rule->severity, rule->tolerance }));
    menu->addSeparator();
    menu->addAction(tr("Copy"), this, &RuleTree::copy)->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy the rule’s id"), this, [this, id = rule->id] { copyToClipboard(id, this); });
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

bool RuleTree::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent*>(event))) {
        event->accept(); // here they mean the rule
        return true;
    }
    return QTreeView::event(event);
}

void RuleTree::keyPressEvent(QKeyEvent* event)
{
    if (!isOurs(*event))
        QTreeView::keyPressEvent(event);
    else if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->key() == Qt::Key_Delete)
        reset();
    else if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_3)
        setSeverity(static_cast<Severity>(event->key() - Qt::Key_0));
    else if (!currentRule().isEmpty())
        Q_EMIT toleranceAsked();
    else
        setExpanded(currentIndex(), !isExpanded(currentIndex()));
}

void RuleTree::changeEvent(QEvent* event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace proofreel
