// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "quality/asset_check.h"
#include "workspace/policy_choice.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

namespace proofreel {

class AssetSession;

//! The check of the asset that is open: runs it, shows what is there so far, and keeps what was found of the assets
//! before. Another policy judges anew what was measured. GUI thread.
class CheckSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckSession)
public:
    enum class State {
        Empty, //!< no asset is open
        NotChecked,
        Running, //!< sheet() may hold an earlier check's renditions until they are measured anew
        Checked,
        Failed, //!< the asset could not be checked: see sheet().error
    };
    struct Progress {
        int done = 0, total = 0; //!< renditions
        double part = 0; //!< 0 to 1, of all
        std::optional<qint64> msLeft; //!< an estimate; none at first
    };

    CheckSession(const AssetSession& session, AssetCheck& check, PolicyChoice& choice, const Clock& clock,
        QObject* parent = nullptr);
    ~CheckSession() override;

    //! Nothing while no asset is open; replaces a check that is under way. \a only: the rendition with that key, beside
    //! which all that was measured before stays; empty: all.
    void start(bool deep, const QString& only = {});
    void cancel(); //!< what was measured so far stays
    //! Takes what another check (a batch) has found under \a policy: shown at once if that asset is open, else when it
    //! is opened. It is judged anew only where the policy in force is another one.
    void adopt(const AssetResult& result, const Policy& policy, bool deep);
    void setReference(const Reference& reference); //!< of deep checks from now on
    //! Lets playlists of the asset that is open lead to that private host, until the program ends.
    void allowHost(const QString& host);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Reference& reference() const { return m_reference; }
    //! Private hosts that playlists point to, and that were not asked; each once.
    [[nodiscard]] QStringList refusedHosts() const;
    [[nodiscard]] bool isDeep() const; //!< the check under way decodes, or of what is there something was decoded
    [[nodiscard]] QString mediaId() const; //!< of the asset that is open; empty if it has none
    [[nodiscard]] const AssetSheet& sheet() const { return m_now.sheet; }
    [[nodiscard]] const Judgement& judgement() const { return m_now.judgement; }
    [[nodiscard]] PolicySettings settings() const; //!< those it is judged by
    [[nodiscard]] const AssetResult& result() const { return m_now; }
    [[nodiscard]] Progress progress() const;
    [[nodiscard]] const StreamSheet* streamSheet(const QString& key) const; //!< nullptr if there is none
    [[nodiscard]] PolicyChoice& choice() const { return m_choice; }

Q_SIGNALS:
    void changed(); //!< the state, or what was measured
    void judged(); //!< judgement() is another; also after changed()
    void progressChanged();
    void ended(const proofreel::AssetResult& result); //!< a check of all renditions; the asset could be asked for

private:
    struct Kept {
        AssetResult result;
        std::optional<Policy> judgedBy;
        bool deep = false;
    };
    void onSession();
    void answered(const AssetSheet& sheet);
    void measured(const StreamSheet& sheet);
    void end(const AssetResult& result);
    void judgeAgain();
    void keep();
    void keep(const QString& mediaId, const Kept& kept);
    void setState(State state);

    const AssetSession& m_session;
    AssetCheck& m_check;
    PolicyChoice& m_choice;
    const Clock& m_clock;
    State m_state = State::Empty;
    bool m_deep = false; // the check that runs
    Reference m_reference;
    QHash<QString, QStringList> m_allowedHosts; // by MediaId
    QString m_only; // the one rendition that is measured; empty: all are
    QString m_asset; // whose m_now is
    AssetResult m_now;
    std::optional<Policy> m_judgedBy; // of an adopted result: the judgement needs what a journal does not keep
    QHash<QString, Kept> m_kept; // by MediaId
    QStringList m_order; // of m_kept, the oldest first
    CallHandle m_call;
    QHash<QString, double> m_parts; // by rendition, while running
    QElapsedTimer m_since;
    QTimer m_soon; // judges after some were measured, not after each
};

} // namespace proofreel
