// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;

namespace proofreel {

class ErrorStrip;
class PlaybackLink;
class Workspace;

//! What can be done with the asset that is open, apart from playing it: its star, a link to this moment, and going on
//! where it was left the last time.
class AssetMarks final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetMarks)
public:
    //! \a strip: where "Resume at 0:42" is offered.
    AssetMarks(Workspace& workspace, PlaybackLink& link, ErrorStrip& strip, QObject* parent = nullptr);

    [[nodiscard]] QAction* starAction() const { return m_star; } //!< B
    [[nodiscard]] QAction* linkAction() const { return m_copyLink; } //!< Ctrl+Shift+L
    [[nodiscard]] QAction* resumeAction() const { return m_resume; } //!< R
    //! proofreel://asset/… of what is open, with rendition and time of what is playing; empty: no asset is open.
    [[nodiscard]] QString linkToNow() const;

Q_SIGNALS:
    void copied(const QString& link);

private:
    void refresh();
    void toggleStar();
    void offerResume(const QString& mediaId);
    void resume();

    Workspace& m_workspace;
    PlaybackLink& m_link;
    ErrorStrip& m_strip;
    QAction* m_star = nullptr;
    QAction* m_copyLink = nullptr;
    QAction* m_resume = nullptr;
};

} // namespace proofreel
