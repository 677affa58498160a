// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/batch_folders.h"

#include "workspace/batch_desk.h"
#include "workspace/workspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString folderOf(const QString& account)
{
    // An id may come out of a settings file: only its digest becomes part of a path.
    const QByteArray name = QCryptographicHash::hash(account.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/batches/"_s
        + QString::fromLatin1(name);
}

} // namespace

BatchFolders::BatchFolders(Workspace& workspace, BatchDesk& desk, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_desk(desk)
{
    connect(&workspace, &Workspace::connected, this, &BatchFolders::enter);
    connect(&workspace, &Workspace::leaving, &desk, &BatchDesk::leave);
    connect(&workspace.accounts(), &Accounts::profileRemoved, this, &BatchFolders::remove);
    if (workspace.isConnected())
        enter(workspace.connectedProfile());
}

void BatchFolders::enter(const Profile& profile)
{
    if (!m_workspace.accounts().isTransient(profile.id)) {
        m_desk.enter(folderOf(profile.id));
    } else if (profile.id == "environment"_L1) {
        m_desk.enter(folderOf(u"environment "_s + m_workspace.client().account().credentials.accessKeyId));
    } else {
        if (!m_ofDemo)
            m_ofDemo = std::make_unique<QTemporaryDir>();
        m_desk.enter(m_ofDemo->path());
    }
}

void BatchFolders::remove(const QString& profileId)
{
    if (m_workspace.connectedProfile().id == profileId)
        m_desk.leave();
    QThreadPool::globalInstance()->start([folder = folderOf(profileId)] { QDir(folder).removeRecursively(); });
}

} // namespace proofreel
