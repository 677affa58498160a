// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "quality/history.h"

#include <QObject>

#include <optional>

namespace proofreel {

class AssetSession;
class CheckHistory;
class CheckSession;

//! The asset that is open beside an earlier check of it: what the check on show has found, or while there is none, what
//! the service declares now. Keeps every check that ends. GUI thread.
class CheckComparison final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckComparison)
public:
    //! All must outlive it.
    CheckComparison(CheckSession& session, const AssetSession& asset, CheckHistory& history, QObject* parent = nullptr);

    //! Checks before the one on show, newest first; empty while they are being read.
    [[nodiscard]] const QList<PastCheck>& earlier() const { return m_earlier; }
    [[nodiscard]] const PastCheck* reference() const; //!< the one that is compared with; nullptr: none
    void choose(const QDateTime& at); //!< another one of earlier()

    //! nullptr: nothing to compare, or a check is under way.
    [[nodiscard]] const CheckChanges* changes() const { return m_changes ? &*m_changes : nullptr; }
    //! Nothing was measured since the asset was opened: only what the service declares is compared.
    [[nodiscard]] bool isDeclared() const { return m_isDeclared; }

    void forget(); //!< all checks of the asset, the one on show as well
    void restore(); //!< what forget() took last, wherever one is by now

Q_SIGNALS:
    void changed();

private:
    void onAsset();
    void read();
    void arrange();
    void compare();
    [[nodiscard]] std::optional<PastCheck> declaredNow() const;

    CheckSession& m_session;
    const AssetSession& m_asset;
    CheckHistory& m_history;
    QString m_mediaId;
    QList<PastCheck> m_known; // as they are kept, the one on show among them
    QList<PastCheck> m_earlier;
    QDateTime m_chosen; // by a person; invalid: the newest
    std::optional<CheckChanges> m_changes;
    bool m_isDeclared = false;
    QString m_forgottenId;
    QList<PastCheck> m_forgotten;
    CallHandle m_read;
};

} // namespace proofreel
