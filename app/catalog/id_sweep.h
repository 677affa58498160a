// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_walk.h"

#include <QObject>

namespace proofreel {

//! Which assets a question finds, all pages of it: those with renditions (videos and audios) only. GUI thread.
class IdSweep final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdSweep)
public:
    struct Found {
        QStringList mediaIds; //!< each once, in the order of the list
        bool isCut = false; //!< there are more than the limit
    };
    explicit IdSweep(Client& client, QObject* parent = nullptr); //!< \a client must outlive it
    ~IdSweep() override;

    void start(const AssetQuery& query, qsizetype limit); //!< in place of one that is under way; ends later
    void cancel(); //!< neither finished() nor failed() comes
    [[nodiscard]] bool isRunning() const { return m_walk != nullptr; }

Q_SIGNALS:
    void progress(qsizetype found); //!< after each page
    void finished(const proofreel::IdSweep::Found& found);
    void failed(const proofreel::Error& error); //!< instead

private:
    void next();
    void arrived(const Result<AssetBatch>& page);
    void fail(const Error& error);

    Client& m_client;
    std::unique_ptr<AssetWalk> m_walk;
    CallHandle m_call;
    qsizetype m_limit = 0;
    Found m_found;
    QSet<QString> m_seen; //!< also of what is left out
};

} // namespace proofreel
