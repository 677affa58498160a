// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/picture_link.h"

#include "ui/player/player_panel.h"

namespace proofreel {

using namespace Qt::StringLiterals;

PictureLink::PictureLink(AssetSession& session, AssetDetails& details, Http& http, PlayerPanel& player, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_details(details)
    , m_loader(http)
    , m_player(player)
{
    connect(&session, &AssetSession::stateChanged, this, &PictureLink::update);
    connect(&details, &AssetDetails::changed, this, &PictureLink::update);
    connect(&m_loader, &PictureLoader::loaded, this,
        [this](const QImage& image, const QSize& original) { m_player.showImage(image, original); });
    connect(&m_loader, &PictureLoader::failed, this, [this](const Error& error) {
        m_player.showImageError(error, [this] {
            m_shownFor.clear();
            m_details.retry(); // its URL may have expired
        });
    });
}

void PictureLink::update()
{
    const MediaBase& asset = m_session.mediaBase();
    const bool isOpen = m_session.hasAnswer() && m_session.streams().rowCount() == 0;
    if (isOpen && asset.mediaType == "image"_L1) {
        showPicture();
        return;
    }
    if (!m_shownFor.isEmpty()) {
        m_shownFor.clear();
        m_loader.cancel();
        m_player.hideImage();
    }
    if (isOpen && asset.mediaType == "text"_L1)
        m_player.setEmptyText(tr("This is a text"), tr("It cannot be played. Its fields and files are at the right."));
    else
        m_player.setEmptyText({}, {});
}

void PictureLink::showPicture()
{
    const MediaBase& asset = m_session.mediaBase();
    if (m_shownFor == asset.mediaId)
        return;
    if (m_details.state() == AssetDetails::State::Empty) {
        m_player.showImageLoading();
        m_details.want();
    } else if (m_details.state() == AssetDetails::State::Ready || m_details.state() == AssetDetails::State::Failed) {
        const QList<MediaFile>& files = m_details.details().files;
        const QString file = m_details.state() == AssetDetails::State::Ready && !files.isEmpty()
            ? files.constFirst().fileUrl
            : QString();
        m_shownFor = asset.mediaId;
        m_player.showImageLoading();
        m_loader.load(file.isEmpty() ? asset.coverUrl : file);
    }
}

} // namespace proofreel
