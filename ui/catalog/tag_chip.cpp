// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/tag_chip.h"

#include <QLineEdit>
#include <QMenu>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr int kMostLetters = 128; // far more than a tag of the service has

} // namespace

TagChip::TagChip(const QString& subject, QWidget* parent)
    : MenuChip(subject, parent)
    , m_edit(new QLineEdit)
{
    m_any = menu()->addAction(tr("Any tag"), this, [this] { choose({}); });
    m_any->setCheckable(true);
    m_edit->setObjectName(u"tagEdit"_s);
    m_edit->setPlaceholderText(tr("A whole tag, then Enter"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_edit->setMaxLength(kMostLetters);
    auto* field = new QWidgetAction(this);
    field->setDefaultWidget(m_edit);
    menu()->addAction(field);
    connect(menu(), &QMenu::aboutToShow, this, [this] {
        m_edit->setText(m_tags.value(0));
        m_edit->selectAll();
    });
    connect(menu(), &QMenu::aboutToShow, m_edit, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        const QString tag = m_edit->text().trimmed();
        menu()->close();
        choose(tag.isEmpty() ? QStringList() : QStringList { tag });
    });
    setTags({});
}

void TagChip::choose(const QStringList& tags)
{
    const bool isOther = tags != m_tags;
    setTags(tags);
    if (isOther)
        Q_EMIT chosen();
}

void TagChip::setTags(const QStringList& tags)
{
    m_tags = tags;
    m_any->setChecked(tags.isEmpty());
    showSetTo(tags.isEmpty() ? QString() : u"# "_s + tags.join(u", "_s));
}

} // namespace proofreel
