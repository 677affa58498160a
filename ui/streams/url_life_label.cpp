// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/url_life_label.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/plain_tip.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kEndingSeconds = 300;

UrlLifeLabel::Life lifeOf(std::optional<qint64> seconds)
{
    if (!seconds)
        return UrlLifeLabel::Life::Unknown;
    if (*seconds <= 0)
        return UrlLifeLabel::Life::Expired;
    return *seconds < kEndingSeconds ? UrlLifeLabel::Life::Ending : UrlLifeLabel::Life::Valid;
}

Theme::Tone toneOf(UrlLifeLabel::Life life)
{
    switch (life) {
    case UrlLifeLabel::Life::Ending:
        return Theme::Tone::Warning;
    case UrlLifeLabel::Life::Expired:
        return Theme::Tone::Failure;
    default:
        return Theme::Tone::Secondary;
    }
}

} // namespace

UrlLifeLabel::UrlLifeLabel(const StreamModel& streams, QWidget* parent)
    : QWidget(parent)
    , m_streams(streams)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    setObjectName(u"urlLife"_s);
    m_text->setObjectName(u"urlLifeText"_s);
    m_text->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::kSpace / 2);
    row->addWidget(m_icon);
    row->addWidget(m_text);

    connect(&m_streams, &QAbstractItemModel::modelReset, this, &UrlLifeLabel::refresh);
    connect(&m_streams, &QAbstractItemModel::rowsRemoved, this, &UrlLifeLabel::refresh);
    connect(&m_streams, &QAbstractItemModel::dataChanged, this, &UrlLifeLabel::refresh);
    present(Life::None);
}

void UrlLifeLabel::setStream(const StreamKey& key)
{
    m_key = key;
    refresh();
}

QString UrlLifeLabel::text() const
{
    return m_text->text();
}

void UrlLifeLabel::refresh()
{
    const int row = m_streams.rowOf(m_key);
    if (row < 0 || m_streams.at(row).playUrl.isEmpty()) {
        present(Life::None);
        return;
    }
    const UrlExpiry expiry = m_streams.expiry(row);
    const auto seconds = expiry.secondsLeft(m_streams.now());
    m_text->setText(seconds ? tr("Link %1").arg(timeLeftText(seconds)) : tr("Link expiry unknown"));
    QString tip = expiryExplanation(expiry);
    if (lifeOf(seconds) == Life::Expired)
        tip += u'\n' + tr("Play it or reload to get a new link.");
    if (plainTip(tip) != toolTip())
        setToolTip(plainTip(tip));
    present(lifeOf(seconds));
}

void UrlLifeLabel::present(Life life)
{
    const bool changed = life != m_life;
    m_life = life;
    setVisible(life != Life::None);
    if (!changed && !m_icon->pixmap(Qt::ReturnByValue).isNull())
        return;
    const Theme::Tone tone = toneOf(life);
    const int side = fontMetrics().height();
    const QString name = life == Life::Ending ? u"warning"_s : life == Life::Expired ? u"error"_s : u"clock"_s;
    m_icon->setPixmap(icon(name, tone).pixmap(side, side));
    m_text->setFont(scaled(monospace(font()), kSecondarySize));
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, Theme::color(tone));
    m_text->setPalette(tinted);
}

void UrlLifeLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_icon->setPixmap({});
        present(m_life);
    }
}

} // namespace proofreel
