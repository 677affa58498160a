// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/batch_policy_line.h"

#include "ui/common/elided_label.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "workspace/batch_desk.h"

#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace proofreel {

BatchPolicyLine::BatchPolicyLine(const BatchDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_sign(new QLabel(this))
    , m_text(new ElidedLabel(this))
{
    setObjectName(u"batchPolicyLine"_s);
    m_text->setObjectName(u"batchPolicy"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    connect(&desk, &BatchDesk::stateChanged, this, &BatchPolicyLine::refresh);
    connect(&desk.choice(), &PolicyChoice::changed, this, &BatchPolicyLine::refresh);
    refresh();
}

void BatchPolicyLine::refresh()
{
    const bool isBatch = m_desk.state() != BatchDesk::State::Empty;
    const bool isDraft = m_desk.choice().isPreview();
    setVisible(isBatch || isDraft);
    QStringList parts;
    if (isBatch)
        parts.append(tr("Judged by %1").arg(m_desk.plan().policyTitle));
    else
        parts.append(tr("A batch goes by %1 as it is saved").arg(m_desk.choice().title()));
    if (isBatch && m_desk.plan().deep)
        parts.append(tr("deep check"));
    if (isDraft)
        parts.append(tr("what is not saved in the policy editor does not count here"));
    m_text->setText(parts.join(u" · "_s));
    m_text->setFont(scaled(font(), kSecondarySize));
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, Theme::color(isDraft ? Theme::Tone::Text : Theme::Tone::Secondary));
    m_text->setPalette(palette);
    const int side = m_text->fontMetrics().height();
    m_sign->setVisible(isDraft);
    m_sign->setPixmap(icon(u"info"_s, Theme::Tone::Accent).pixmap(QSize(side, side) * devicePixelRatioF()));
}

void BatchPolicyLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace proofreel
