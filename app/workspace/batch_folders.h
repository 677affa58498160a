// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/profile.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace proofreel {

class BatchDesk;
class Workspace;

//! Gives a desk the folder of the account in use, and deletes that of an account when the account is deleted. The
//! demo's is gone with the program; keys of the environment have one of their own for each key. GUI thread.
class BatchFolders final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchFolders)
public:
    //! Both must outlive it.
    BatchFolders(Workspace& workspace, BatchDesk& desk, QObject* parent = nullptr);

private:
    void enter(const Profile& profile);
    void remove(const QString& profileId);

    Workspace& m_workspace;
    BatchDesk& m_desk;
    std::unique_ptr<QTemporaryDir> m_ofDemo;
};

} // namespace proofreel
