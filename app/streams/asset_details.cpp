// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/asset_details.h"

#include "core/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qsizetype kMaxText = 4096;

bool isSameAsset(const PlayInfoQuery& one, const PlayInfoQuery& other)
{
    return one.mediaId == other.mediaId && one.inputUrl == other.inputUrl;
}

QString textOf(const QJsonValue& value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace

AssetDetails::AssetDetails(Client& client, const AssetSession& session, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
{
    connect(&session, &AssetSession::stateChanged, this, &AssetDetails::onSession);
}

AssetDetails::~AssetDetails()
{
    m_call.abort();
}

// A renewal of the same asset's URLs changes nothing here.
void AssetDetails::onSession()
{
    const bool isOpen = m_session.state() != AssetSession::State::Empty;
    const PlayInfoQuery now = isOpen ? m_session.query() : PlayInfoQuery {};
    if (isSameAsset(m_asset, now))
        return;
    m_call.abort();
    m_asset = now;
    m_details = {};
    setState(State::Empty);
}

void AssetDetails::want()
{
    if (m_state == State::Empty)
        retry();
}

void AssetDetails::retry()
{
    if (m_asset.mediaId.isEmpty() && m_asset.inputUrl.isEmpty())
        return;
    m_call.abort();
    const MediaInfoQuery query { m_asset.mediaId, m_asset.inputUrl, {} };
    m_call = m_client.getMediaInfo(query, this, [this](const Result<MediaInfoReply>& reply) {
        m_call = {};
        if (reply)
            m_details = reply->media;
        else
            m_error = reply.error();
        setState(reply ? State::Ready : State::Failed);
    });
    setState(State::Loading);
}

void AssetDetails::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

QList<QPair<QString, QString>> receivedFields(const QJsonObject& object, qsizetype most)
{
    QList<QPair<QString, QString>> fields;
    for (auto field = object.constBegin(); field != object.constEnd() && fields.size() < most; ++field) {
        const QString text = textOf(*field).left(kMaxText);
        const bool isUrl = text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
        fields.emplaceBack(field.key().left(100), isUrl ? redactUrl(QUrl(text)) : redact(text));
    }
    return fields;
}

} // namespace proofreel
