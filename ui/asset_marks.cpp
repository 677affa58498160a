// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/asset_marks.h"

#include "playback/player.h"
#include "streams/asset_session.h"
#include "ui/catalog/asset_text.h"
#include "ui/common/icons.h"
#include "ui/common/state_view.h"
#include "ui/playback_link.h"
#include "workspace/local_memory.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

AssetMarks::AssetMarks(Workspace& workspace, PlaybackLink& link, ErrorStrip& strip, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_link(link)
    , m_strip(strip)
    , m_star(new QAction(icon(u"star"_s), {}, this))
    , m_copyLink(new QAction(icon(u"link"_s), tr("Copy link to this moment"), this))
    , m_resume(new QAction(icon(u"play"_s), tr("Resume where it was left"), this))
{
    m_star->setObjectName(u"assetStar"_s);
    m_star->setShortcut(Qt::Key_B);
    m_copyLink->setObjectName(u"copyLink"_s);
    m_copyLink->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_L);
    m_resume->setObjectName(u"resume"_s);
    m_resume->setShortcut(Qt::Key_R);
    m_resume->setEnabled(false);
    for (QAction* action : { m_star, m_copyLink, m_resume })
        action->setAutoRepeat(false);
    connect(m_star, &QAction::triggered, this, &AssetMarks::toggleStar);
    connect(m_copyLink, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(linkToNow());
        Q_EMIT copied(linkToNow());
    });
    connect(m_resume, &QAction::triggered, this, &AssetMarks::resume);
    LocalMemory& memory = workspace.memory();
    connect(&memory.favourites(), &FavouritesModel::favouriteChanged, this, &AssetMarks::refresh);
    connect(&workspace.session(), &AssetSession::stateChanged, this, &AssetMarks::refresh);
    connect(&memory.playback(), &PlaybackMemory::assetOpened, this, &AssetMarks::offerResume);
    connect(&workspace.session().streams(), &StreamModel::currentChanged, this, &AssetMarks::refresh);
    refresh();
}

void AssetMarks::refresh()
{
    const AssetSession& session = m_workspace.session();
    const QString id = session.mediaBase().mediaId;
    const bool starred = m_workspace.memory().favourites().contains(id);
    m_star->setEnabled(!id.isEmpty());
    m_star->setText(starred ? tr("Remove from the favourites") : tr("Add to the favourites"));
    m_star->setIcon(icon(starred ? u"star-filled"_s : u"star"_s, starred ? Theme::Tone::Accent : Theme::Tone::Text));
    m_copyLink->setEnabled(!id.isEmpty());
    if (id.isEmpty() || !m_workspace.session().streams().current().isEmpty()) {
        m_resume->setEnabled(false); // it plays, or there is nothing to go on with
        m_strip.hide();
    }
}

void AssetMarks::toggleStar()
{
    const MediaBase& media = m_workspace.session().mediaBase();
    if (!media.mediaId.isEmpty())
        m_workspace.memory().favourites().toggle(media.mediaId, media.title, media.mediaType);
    refresh();
}

QString AssetMarks::linkToNow() const
{
    AssetSession& session = m_workspace.session();
    const QString id = session.mediaBase().mediaId;
    const StreamKey current = session.streams().current();
    if (id.isEmpty() || current.isEmpty())
        return id.isEmpty() ? QString() : assetLink(id);
    return assetLink(id, current.toString(), m_link.positionSeconds());
}

void AssetMarks::offerResume(const QString& mediaId)
{
    const auto left = m_workspace.memory().playback().resumePosition(mediaId);
    if (!left || !m_workspace.session().streams().current().isEmpty())
        return;
    m_resume->setEnabled(true);
    m_strip.showNote(
        tr("You left this at %1.").arg(durationText(static_cast<double>(left->positionMs) / 1000)),
        [this] { resume(); }, tr("Resume at %1 (R)").arg(durationText(static_cast<double>(left->positionMs) / 1000)));
}

void AssetMarks::resume()
{
    const AssetSession& session = m_workspace.session();
    const auto left = m_workspace.memory().playback().resumePosition(session.mediaBase().mediaId);
    if (left)
        m_link.playOnceOpen(session.query(), StreamKey::fromString(left->streamKey), left->positionMs, false);
}

} // namespace proofreel
