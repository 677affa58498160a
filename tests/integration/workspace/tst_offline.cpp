// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen yesterday opens read-only without network, over a restart, with a real keyring.
#include "catalog/asset_list_model.h"
#include "sandbox/server.h"
#include "streams/asset_session.h"
#include "workspace/local_memory.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestOffline final : public QObject {
    Q_OBJECT

private:
    static bool settled(Workspace& workspace)
    {
        return QTest::qWaitFor(
            [&] {
                return workspace.library().isAsked() && workspace.library().state() != AssetListModel::State::Loading;
            },
            30'000);
    }
    static bool opened(Workspace& workspace, const QString& mediaId)
    {
        workspace.session().open({ mediaId, {}, {} });
        return QTest::qWaitFor([&] { return workspace.session().state() != AssetSession::State::Loading; }, 60'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Proofreel"_s);
        QCoreApplication::setApplicationName(u"proofreel-test"_s);
    }

    void yesterdayOpensWithoutNetwork()
    {
        sandbox::Options options;
        options.assets = 1500;
        auto server = std::make_unique<sandbox::Server>(options);
        QVERIFY(!server->start());
        QString first;
        QString secret;
        qint64 total = 0;
        {
            Workspace workspace({});
            QVERIFY(workspace.start());
            QVERIFY(workspace.memory().account().isEmpty());
            std::optional<Result<Profile>> added;
            workspace.accounts().save({ .name = u"Here"_s, .endpoint = server->endpoint() },
                { server->accessKeyId(), server->accessKeySecret(), {} }, this,
                [&added](Result<Profile> profile) { added = std::move(profile); });
            QTRY_VERIFY_WITH_TIMEOUT(added.has_value(), 20'000);
            QVERIFY2(added->has_value(), added->has_value() ? "" : qPrintable(added->error().details()));
            workspace.accounts().setCurrent((*added)->id);
            workspace.connectAndBrowse();
            QVERIFY(settled(workspace));
            for (int row = 0; row < 1200; row += 100) {
                workspace.library().wantRows(row);
                QVERIFY(settled(workspace));
            }
            first = workspace.library().at(0).mediaId;
            QVERIFY(opened(workspace, first));
            QVERIFY(!workspace.session().asOf().isValid());
            secret = server->accessKeySecret();
            total = workspace.library().totalCount().value_or(0);
            QVERIFY(total > 1000);
        }
        server.reset();

        Workspace workspace({});
        QVERIFY(workspace.start());
        QVERIFY(workspace.memory().account().isEmpty());
        ClientTimeouts impatient;
        impatient.retryDelayScale = 0.01;
        workspace.client().setTimeouts(impatient);
        workspace.connectAndBrowse();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.library().savedAt().isValid(), 60'000);
        QCOMPARE(workspace.library().state(), AssetListModel::State::Failed); // and says why
        QCOMPARE(workspace.library().loadedCount(), 1000);
        QCOMPARE(workspace.library().totalCount().value_or(0), total);
        QCOMPARE(workspace.library().at(0).mediaId, first);
        QVERIFY(!workspace.library().at(0).coverUrl.contains(u'?'));
        QVERIFY(opened(workspace, first));
        QTRY_COMPARE(workspace.session().state(), AssetSession::State::Ready);
        QVERIFY(workspace.session().asOf().isValid());
        QVERIFY(workspace.session().streams().rowCount() > 0);
        for (int row = 0; row < workspace.session().streams().rowCount(); ++row)
            QVERIFY(!workspace.session().streams().at(row).playUrl.contains(u'?'));

        // Nothing secret is on disk, in whatever file of this person.
        QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        const QFileInfoList files = data.entryInfoList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const QByteArray& canary :
                { secret.toUtf8(), QByteArray("auth_key="), QByteArray("Signature="), QByteArray("x-oss-signature") })
                QVERIFY2(!bytes.contains(canary), canary.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"
