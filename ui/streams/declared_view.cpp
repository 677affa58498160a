// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/declared_view.h"

#include "core/redaction.h"
#include "streams/stream_fields.h"
#include "ui/common/theme.h"
#include "ui/streams/value_row.h"

#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostOddities = 50;

const QStringList kAssetFields { u"MediaId"_s, u"Title"_s, u"Description"_s, u"MediaType"_s, u"Status"_s, u"CateId"_s,
    u"MediaTags"_s, u"CreationTime"_s, u"CoverURL"_s };

QWidget* section(const QString& title, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, Theme::kSpace);
    column->setSpacing(0);
    column->addWidget(sectionHeading(title, box));
    return box;
}

QString assetValue(const MediaBase& media, const QString& field)
{
    if (field == "MediaTags"_L1)
        return media.mediaTags.join(u", "_s);
    if (field == "CateId"_L1)
        return media.cateId ? QString::number(*media.cateId) : QString();
    if (field == "CreationTime"_L1)
        return media.creationTime.isValid() ? media.creationTime.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)
                                            : QString();
    if (field == "CoverURL"_L1)
        return media.coverUrl.isEmpty() ? QString() : redactUrl(QUrl(media.coverUrl.left(8192)));
    const QHash<QString, QString> texts { { u"MediaId"_s, media.mediaId }, { u"Title"_s, media.title },
        { u"Description"_s, media.description }, { u"MediaType"_s, media.mediaType }, { u"Status"_s, media.status } };
    return texts.value(field);
}

} // namespace

DeclaredView::DeclaredView(AssetSession& session, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
{
    setObjectName(u"declaredView"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, Theme::kSpace);
    column->setSpacing(0);

    m_hint = new QLabel(tr("Open an asset to see what the service declares about it."), content);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(0, Theme::kSpace, 0, 0);

    m_odd = section(tr("To note"), content);
    m_oddText = new QLabel(m_odd);
    m_oddText->setObjectName(u"oddities"_s);
    m_oddText->setTextFormat(Qt::PlainText);
    m_oddText->setWordWrap(true);
    m_oddText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_odd->layout()->addWidget(m_oddText);

    for (QWidget* part : { static_cast<QWidget*>(m_hint), m_odd })
        column->addWidget(part);
    column->addStretch();
    setWidget(content);

    connect(&m_session, &AssetSession::stateChanged, this, &DeclaredView::refresh);
    refresh();
}

// With the first asset: until then nobody sees them, and they are half the widgets of the window.
void DeclaredView::buildRows()
{
    QWidget* content = widget();
    m_stream = section(tr("Stream"), content);
    for (int field = 0; field < StreamModel::Expiry; ++field) {
        m_fields.append(new ValueRow(streamFieldName(field), m_stream));
        m_stream->layout()->addWidget(m_fields.constLast());
    }
    m_asset = section(tr("Asset"), content);
    for (const QString& field : kAssetFields) {
        m_assetFields.append(new ValueRow(field, m_asset));
        m_asset->layout()->addWidget(m_assetFields.constLast());
    }
    ValueRow::align(m_fields + m_assetFields);
    auto* column = static_cast<QVBoxLayout*>(content->layout());
    for (QWidget* part : { m_stream, m_asset })
        column->insertWidget(column->count() - 1, part); // above the stretch
}

void DeclaredView::setStream(const StreamKey& key)
{
    m_key = key;
    refresh();
}

void DeclaredView::refresh()
{
    const int row = m_session.streams().rowOf(m_key);
    const bool answered = m_session.hasAnswer();
    m_hint->setVisible(!answered);
    if (answered && !m_asset)
        buildRows();
    if (m_asset) {
        m_asset->setVisible(answered);
        m_stream->setVisible(row >= 0);
    }
    if (row >= 0 && m_stream)
        showStream(row);
    if (answered)
        showAsset();
    showOddities(row);
}

void DeclaredView::showStream(int row)
{
    const PlayInfo& info = m_session.streams().at(row);
    for (int field = 0; field < m_fields.size(); ++field) {
        const QString raw = streamFieldRaw(info, field);
        const QString note = streamFieldNote(info, field);
        m_fields.at(field)->setValue(streamFieldWithUnit(info, field), raw,
            streamFieldMeaning(field) + u". "_s + (note.isEmpty() ? tr("Received: %1").arg(oneLine(raw, 1000)) : note));
    }
}

void DeclaredView::showAsset()
{
    const MediaBase& media = m_session.mediaBase();
    for (qsizetype i = 0; i < kAssetFields.size(); ++i) {
        const QString value = assetValue(media, kAssetFields.at(i));
        const bool sent = media.raw.contains(kAssetFields.at(i));
        const QString received = redact(media.raw.value(kAssetFields.at(i)).toVariant().toString().left(1000));
        m_assetFields.at(i)->setValue(value.isEmpty() ? u"–"_s : oneLine(value), value.isEmpty() ? QString() : value,
            sent ? tr("Received: %1").arg(oneLine(received, 1000)) : tr("The service did not send this field."));
    }
}

void DeclaredView::showOddities(int row)
{
    QStringList lines;
    if (row >= 0) {
        lines = streamOddities(m_session.streams().at(row));
        if (const QString why = m_session.streams().whyNotPlayable(row); !why.isEmpty())
            lines.prepend(why);
    }
    if (m_session.hasAnswer()) {
        const QStringList& all = m_session.streams().reply().info.oddities;
        for (const QString& line : all.first(std::min(all.size(), kMostOddities)))
            lines += oneLine(redact(line.left(1000)));
        if (all.size() > kMostOddities)
            lines += tr("and %n more", nullptr, static_cast<int>(all.size() - kMostOddities));
    }
    QString text;
    for (const QString& line : std::as_const(lines))
        text += (text.isEmpty() ? u"⚠ "_s : u"\n⚠ "_s) + line;
    m_oddText->setText(text);
    m_odd->setVisible(!lines.isEmpty());
}

} // namespace proofreel
