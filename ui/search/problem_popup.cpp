// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/problem_popup.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QToolButton* smallButton(QWidget* parent, const QString& name, const QString& iconName, const QString& text)
{
    auto* action = new QAction(icon(iconName), text, parent);
    auto* button = new IconButton(action, parent);
    button->setObjectName(name);
    return button;
}

QLabel* words(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText); // the service's own words are never markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ProblemPopup::ProblemPopup(QWidget* anchor)
    : FieldPopup(anchor)
    , m_icon(new QLabel(this))
    , m_text(words(this, u"searchProblemText"_s))
    , m_small(words(this, u"searchProblemSmall"_s))
    , m_copy(smallButton(this, u"searchProblemCopy"_s, u"copy"_s, tr("Copy details")))
    , m_close(smallButton(this, u"searchProblemClose"_s, u"close"_s, tr("Dismiss")))
{
    setObjectName(u"searchProblem"_s);
    m_small->setForegroundRole(QPalette::PlaceholderText);
    connect(m_copy, &QToolButton::clicked, this, [this] { copyToClipboard(m_copied, m_copy); });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    auto* text = new QVBoxLayout;
    text->setSpacing(Theme::kSpace / 2);
    text->addWidget(m_text);
    text->addWidget(m_small);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace / 2, Theme::kSpace);
    row->setSpacing(Theme::kSpace);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
}

void ProblemPopup::showProblem(const Error& error)
{
    QStringList small { error.advice };
    if (!error.code.isEmpty() && !error.message.contains(error.code))
        small.append(error.code);
    if (!error.requestId.isEmpty())
        small.append(tr("RequestId %1").arg(error.requestId));
    small.removeAll(QString());
    present(true, error.message, small.join(u'\n'), error.requestId.isEmpty() ? QString() : error.details());
}

void ProblemPopup::showHint(const QString& text)
{
    present(false, text, {}, {});
}

void ProblemPopup::present(bool failure, const QString& text, const QString& small, const QString& copied)
{
    const int side = fontMetrics().height();
    m_icon->setPixmap(icon(failure ? u"error"_s : u"info"_s, failure ? Theme::Tone::Failure : Theme::Tone::Accent)
                          .pixmap(side, side));
    m_text->setText(text);
    m_small->setText(small);
    m_small->setVisible(!small.isEmpty());
    m_copied = copied;
    m_copy->setVisible(!copied.isEmpty());
    m_close->setVisible(failure);
    popUp();
}

} // namespace proofreel
