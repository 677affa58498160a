// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/picture_loader.h"
#include "streams/asset_details.h"

#include <QObject>

namespace proofreel {

class PlayerPanel;

//! Shows what cannot be played in the place of the player: an asset that is a picture, and that a text is none.
class PictureLink final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureLink)
public:
    PictureLink(AssetSession& session, AssetDetails& details, Http& http, PlayerPanel& player, QObject* parent);

private:
    void update();
    void showPicture();

    AssetSession& m_session;
    AssetDetails& m_details;
    PictureLoader m_loader;
    PlayerPanel& m_player;
    QString m_shownFor; // MediaId whose picture was asked for
};

} // namespace proofreel
