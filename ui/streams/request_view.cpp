// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/request_view.h"

#include "core/redaction.h"
#include "streams/stream_export.h"
#include "streams/stream_fields.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/streams/value_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace proofreel {

using namespace Qt::StringLiterals;

RequestView::RequestView(AssetSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_reply(new QPlainTextEdit(this))
{
    setObjectName(u"requestView"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, Theme::kSpace);
    column->setSpacing(0);
    const QStringList names { tr("Action"), tr("Asked for"), tr("Host"), tr("RequestId"), tr("HTTP status"), tr("Time"),
        tr("Elapsed"), tr("Tries"), tr("Clock offset"), tr("Reply size") };
    for (const QString& name : names) {
        m_rows.append(new ValueRow(name, this));
        column->addWidget(m_rows.constLast());
    }
    ValueRow::align(m_rows);
    m_rows.at(RequestId)->setObjectName(u"requestId"_s);

    auto* head = new QHBoxLayout;
    head->addWidget(sectionHeading(tr("Reply"), this));
    head->addStretch();
    auto* copy = new QToolButton(this);
    copy->setObjectName(u"copyReply"_s);
    copy->setIcon(icon(u"copy"_s, Theme::Tone::Secondary));
    copy->setToolTip(tr("Copy the reply, without secrets"));
    copy->setAccessibleName(copy->toolTip());
    copy->setFocusPolicy(Qt::TabFocus);
    connect(copy, &QToolButton::clicked, this, [this, copy] { copyToClipboard(m_reply->toPlainText(), copy); });
    head->addWidget(copy);
    column->addSpacing(Theme::kSpace);
    column->addLayout(head);

    m_reply->setObjectName(u"replyText"_s);
    setFocusProxy(m_reply);
    m_reply->setReadOnly(true);
    m_reply->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_reply->setFont(scaled(monospace(font()), kSecondarySize));
    m_reply->setAccessibleName(tr("Reply"));
    column->addWidget(m_reply, 1);

    connect(&m_session, &AssetSession::stateChanged, this, &RequestView::refresh);
}

void RequestView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

void RequestView::refresh()
{
    m_stale = true;
    if (isVisible())
        fill();
}

void RequestView::fill()
{
    m_stale = false;
    const bool failed = m_session.state() == AssetSession::State::Failed;
    const bool known = m_session.hasAnswer() || failed;
    const ReplyInfo info = m_session.hasAnswer() ? m_session.streams().reply().info : ReplyInfo();
    const Error error = failed ? m_session.error() : Error();
    const PlayInfoQuery& query = m_session.query();

    QStringList values(FieldCount);
    if (known) {
        values[Action] = u"GetPlayInfo"_s;
        values[Asked] =
            query.mediaId.isEmpty() ? u"InputURL "_s + redactUrl(QUrl(query.inputUrl)) : u"MediaId "_s + query.mediaId;
        if (query.authTimeout)
            values[Asked] += u", AuthTimeout %1 s"_s.arg(*query.authTimeout);
        values[Host] = failed ? error.host : info.host;
        values[RequestId] = failed ? error.requestId : info.requestId;
        const int status = failed ? error.httpStatus : info.httpStatus;
        values[HttpStatus] = status > 0 ? QString::number(status) : QString();
        values[Tries] = QString::number(failed ? error.tries : info.tries);
    }
    if (known && !failed) {
        values[Time] = info.requestedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        values[Elapsed] = tr("%1 ms").arg(info.elapsedMs);
        values[ClockOffset] = info.clockOffsetMs == 0
            ? tr("none")
            : tr("%1 s").arg(static_cast<double>(info.clockOffsetMs) / 1000.0, 0, 'f', 1);
        values[ReplySize] = tr("%1 bytes").arg(info.body.size());
    }
    for (int field = 0; field < FieldCount; ++field) {
        const QString value = values.at(field);
        m_rows.at(field)->setValue(value.isEmpty() ? u"–"_s : oneLine(value, 1000), value, {});
    }
    m_reply->setPlainText(failed ? error.details() : readableReply(info.body));
}

} // namespace proofreel
