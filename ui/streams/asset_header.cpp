// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/asset_header.h"

#include "core/redaction.h"
#include "streams/stream_fields.h"
#include "ui/common/fonts.h"
#include "ui/common/plain_tip.h"
#include "ui/common/status_text.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QUrl>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostTags = 16; // the service allows no more

QLabel* plain(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText); // it shows what the service sent
    return label;
}

// The shape differs as well as the colour: full, half and empty.
QPixmap dot(const QString& status, int side, qreal ratio)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF circle(1.5, 1.5, side - 3, side - 3);
    const bool normal = status == "Normal"_L1;
    const bool failed = status == "PrepareFail"_L1;
    const QColor color = Theme::color(normal ? Theme::Tone::Pass
            : failed                         ? Theme::Tone::Failure
                                             : Theme::Tone::Warning);
    painter.setPen(QPen(color, 1.5));
    if (normal)
        painter.setBrush(color);
    painter.drawEllipse(circle);
    if (failed) {
        painter.drawLine(circle.topLeft() + QPointF(2, 2), circle.bottomRight() - QPointF(2, 2));
    } else if (!normal) {
        painter.setBrush(color);
        painter.drawPie(circle, 90 * 16, 180 * 16);
    }
    return pixmap;
}

} // namespace

AssetHeader::AssetHeader(const AssetSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new CopyLabel(this))
    , m_mediaId(new CopyLabel(this))
    , m_dot(new QLabel(this))
    , m_status(plain(u"assetStatus"_s, this))
    , m_tags(plain(u"assetTags"_s, this))
{
    m_mediaId->setObjectName(u"assetMediaId"_s);
    m_mediaId->setMonospace(true);
    m_title->setObjectName(u"assetTitle"_s);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, 0);
    row->setSpacing(Theme::kSpace);
    row->addWidget(m_title);
    row->addWidget(m_mediaId);
    row->addWidget(m_dot);
    row->addWidget(m_status);
    row->addWidget(m_tags);
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(controlHeight(this) + Theme::kSpace);

    connect(&m_session, &AssetSession::stateChanged, this, &AssetHeader::refresh);
    refresh();
}

void AssetHeader::addTool(QWidget* button)
{
    auto* row = static_cast<QBoxLayout*>(layout());
    row->insertWidget(row->indexOf(m_mediaId), button);
}

QString AssetHeader::title() const
{
    if (m_session.hasAnswer())
        return m_session.mediaBase().title.isEmpty() ? tr("Untitled") : oneLine(m_session.mediaBase().title);
    switch (m_session.state()) {
    case AssetSession::State::Empty:
        return tr("No asset open");
    case AssetSession::State::Failed:
        return tr("Not opened");
    default:
        return tr("Opening…");
    }
}

void AssetHeader::refresh()
{
    const MediaBase& media = m_session.mediaBase();
    const bool known = m_session.hasAnswer();
    // Where the application has a style sheet, a font does not go down to children.
    if (auto* text = m_title->findChild<QLabel*>(u"copyLabelText"_s))
        text->setFont(scaled(font(), kTitleSize, QFont::DemiBold));
    m_title->setText(title());

    const PlayInfoQuery& query = m_session.query();
    const QString asked = query.mediaId.isEmpty() ? redactUrl(QUrl(query.inputUrl)) : query.mediaId;
    const QString id = known && !media.mediaId.isEmpty() ? media.mediaId : asked;
    m_mediaId->setMaximumWidth(
        fontMetrics().averageCharWidth() * 26); // enough to tell ids apart; the title comes first
    m_mediaId->setText(oneLine(id), id);
    m_mediaId->setVisible(!id.isEmpty());
    showStatus(known ? media.status : QString());
    m_allTags.clear();
    for (const QString& tag : media.mediaTags.first(std::min(media.mediaTags.size(), kMostTags)))
        m_allTags += oneLine(tag, 32);
    fitTags();
}

void AssetHeader::showStatus(const QString& status)
{
    m_dot->setVisible(!status.isEmpty());
    m_status->setVisible(!status.isEmpty());
    if (status.isEmpty())
        return;
    m_dot->setPixmap(dot(status, fontMetrics().ascent(), devicePixelRatioF()));
    m_status->setText(oneLine(statusText(status), 24));
    m_status->setToolTip(mediaStateText(m_session.mediaState()).title);
}

// Tags have a quarter of the width; title and id elide by themselves.
void AssetHeader::fitTags()
{
    const QFontMetrics metrics = m_tags->fontMetrics();
    const int room = width() / 4;
    QString shown;
    qsizetype used = 0;
    for (; used < m_allTags.size(); ++used) {
        const QString& tag = m_allTags.at(used);
        const QString longer = shown.isEmpty() ? tag : shown + u"  ·  "_s + tag;
        if (metrics.horizontalAdvance(longer) > room)
            break;
        shown = longer;
    }
    if (used < m_allTags.size())
        shown += (shown.isEmpty() ? QString() : u"  "_s)
            + tr("+%n tag(s)", nullptr, static_cast<int>(m_allTags.size() - used));
    m_tags->setText(shown);
    m_tags->setToolTip(plainTip(m_allTags.join(u", "_s)));
    m_tags->setVisible(!shown.isEmpty());
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText, Theme::color(Theme::Tone::Secondary));
    m_tags->setPalette(faint);
}

void AssetHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        setMinimumHeight(controlHeight(this) + Theme::kSpace);
        refresh();
    }
}

void AssetHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTags();
}

} // namespace proofreel
