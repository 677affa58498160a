// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status_line.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/widgets.h"

#include <QHBoxLayout>
#include <QLabel>

namespace proofreel {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_call(new QLabel(this))
    , m_requestName(new QLabel(tr("RequestId"), this))
    , m_requestId(new CopyLabel(this))
    , m_media(new QLabel(this))
{
    setObjectName(u"statusLine"_s);
    m_call->setObjectName(u"lastCall"_s);
    m_call->setTextFormat(Qt::PlainText);
    m_requestId->setObjectName(u"lastRequestId"_s);
    m_media->setObjectName(u"mediaText"_s);
    const QFont small = scaled(font(), kSecondarySize);
    for (QWidget* part : std::initializer_list<QWidget*> { m_call, m_requestName, m_requestId, m_media }) {
        part->setFont(small);
        part->setForegroundRole(QPalette::Mid); // the secondary tone of our palette
    }
    m_requestId->setMonospace(true);
    m_requestId->setMaximumWidth(QFontMetrics(small).averageCharWidth() * 28);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_icon);
    row->addWidget(m_call);
    row->addSpacing(Theme::kSpace);
    row->addWidget(m_requestName);
    row->addWidget(m_requestId);
    row->addStretch(1);
    row->addWidget(m_media);
    show({}, {}, false);
}

void StatusLine::showReply(const QString& action, const ReplyInfo& info)
{
    QString text = tr("%1 %2 ms").arg(action).arg(info.elapsedMs);
    if (info.tries > 1)
        text += u" · "_s + tr("%n tries", nullptr, info.tries);
    show(text, info.requestId, false);
}

void StatusLine::showFailure(const QString& action, const Error& error)
{
    show(tr("%1 failed").arg(action) + (error.code.isEmpty() ? QString() : u" · "_s + error.code), error.requestId,
        true);
}

void StatusLine::showRetrying(const QString& action, const Error& cause, int nextTry, qint64 delayMs)
{
    const QString why = cause.code.isEmpty() ? Error::kindName(cause.kind) : cause.code;
    show(tr("%1: %2. Trying again in %3 s (%4 of 3)…")
             .arg(action, why)
             .arg(static_cast<double>(delayMs) / 1000.0, 0, 'f', 1)
             .arg(nextTry),
        cause.requestId, true);
}

void StatusLine::setMediaText(const QString& text)
{
    m_media->setText(text);
}

void StatusLine::show(const QString& text, const QString& requestId, bool warning)
{
    m_icon->setVisible(warning);
    if (warning) {
        const int side = fontMetrics().height();
        m_icon->setPixmap(icon(u"warning"_s, Theme::Tone::Warning).pixmap(side, side));
    }
    m_call->setText(text);
    m_requestName->setVisible(!requestId.isEmpty());
    m_requestId->setVisible(!requestId.isEmpty());
    m_requestId->setText(requestId);
}

} // namespace proofreel
