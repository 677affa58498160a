// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/check_bar.h"

#include "quality/check_mark.h"
#include "ui/common/elided_label.h"
#include "ui/common/theme.h"
#include "ui/quality/check_look.h"
#include "workspace/check_session.h"

#include <QHBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace proofreel {

CheckBar::CheckBar(const CheckSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_sign(new QLabel(this))
    , m_verdict(new ElidedLabel(this))
{
    m_verdict->setObjectName(u"checkVerdict"_s);
    auto* said = new QHBoxLayout;
    said->setSpacing(Theme::kSpace / 2);
    said->addWidget(m_sign);
    said->addWidget(m_verdict, 1);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(Theme::kSpace / 2);
    m_tools->addStretch();
    m_line = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_line->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    m_line->setSpacing(Theme::kSpace / 2);
    m_line->addLayout(said, 1);
    m_line->addLayout(m_tools);
}

void CheckBar::addTool(QWidget* tool)
{
    m_tools->addWidget(tool);
}

void CheckBar::refresh(bool isKnown)
{
    const Judgement& judgement = m_session.judgement();
    const bool isRunning = m_session.state() == CheckSession::State::Running;
    m_sign->setVisible(isKnown && !(isRunning && judgement.findings.isEmpty())); // nobody knows yet that it passes
    const int side = fontMetrics().height();
    m_sign->setPixmap(markIcon(verdictMark(judgement.verdict)).pixmap(QSize(side, side) * devicePixelRatioF()));
    m_verdict->setText(isKnown ? words() : QString());
    fit();
}

QString CheckBar::words() const
{
    const Judgement& judgement = m_session.judgement();
    std::array<int, 4> counts {};
    for (const Finding& finding : judgement.findings)
        ++counts.at(size_t(finding.severity));
    QStringList parts;
    if (m_session.state() != CheckSession::State::Running)
        parts.append(verdictText(judgement.verdict));
    else if (judgement.findings.isEmpty())
        parts.append(tr("Nothing found so far"));
    else
        parts.append(tr("So far"));
    if (const int count = counts.at(size_t(Severity::Error)); count > 0)
        parts.append(tr("%n failures", nullptr, count));
    if (const int count = counts.at(size_t(Severity::Warning)); count > 0)
        parts.append(tr("%n warnings", nullptr, count));
    if (const int count = counts.at(size_t(Severity::Info)); count > 0)
        parts.append(tr("%n to note", nullptr, count));
    return parts.join(u" · "_s);
}

void CheckBar::fit()
{
    const QMargins margins = m_line->contentsMargins();
    int wanted = margins.left() + margins.right() + m_line->spacing();
    for (int part = 0; part < m_line->count(); ++part)
        wanted += m_line->itemAt(part)->sizeHint().width();
    m_line->setDirection(wanted > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void CheckBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace proofreel
