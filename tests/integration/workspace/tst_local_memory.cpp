// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of an account, with a real service: history, position, queue, and hours without network.

#include "catalog/open_target.h"
#include "playback/player.h"
#include "sandbox/server.h"
#include "streams/asset_session.h"
#include "workspace/local_memory.h"
#include "workspace/play_source.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

namespace {

const QString kAsset = u"86434e152b7d4f20be480574439fe001"_s; // City night drive
const QString kOther = u"91d40ab3c2e84f51a0b7c6d5e4f30712"_s;
const QString kUnknown = u"ffffffffffffffffffffffffffffffff"_s;

OpenTarget asset(const QString& id)
{
    return PlayInfoQuery { .mediaId = id, .inputUrl = {}, .authTimeout = {} };
}

} // namespace

class TestLocalMemory final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<sandbox::Server> m_server;

    //! The program with one account that is kept, connected.
    struct Program {
        explicit Program(const sandbox::Server& server)
        {
            (void)workspace.memory();
            const Profile profile { {}, u"Studio"_s, {}, server.endpoint(), {} };
            workspace.accounts().save(profile, { server.accessKeyId(), server.accessKeySecret(), {} }, &workspace,
                [this](const Result<Profile>& saved) { workspace.chooseAccount(saved ? saved->id : QString()); });
        }
        bool isReady()
        {
            LocalMemory& memory = workspace.memory();
            return QTest::qWaitFor(
                [&] {
                    return workspace.isConnected() && !memory.account().isEmpty() && memory.history().isLoaded()
                        && memory.favourites().isLoaded() && memory.queue().isLoaded();
                },
                20'000);
        }
        bool open(const QString& id)
        {
            workspace.session().open(std::get<PlayInfoQuery>(asset(id)));
            return QTest::qWaitFor(
                [this] { return workspace.session().state() != AssetSession::State::Loading; }, 60'000);
        }
        Workspace workspace { {} };
    };

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Proofreel"_s);
        QCoreApplication::setApplicationName(u"proofreel-test"_s);
    }
    void init()
    {
        QSettings().clear(); // each test has an account of its own
        m_server = std::make_unique<sandbox::Server>(sandbox::Options {});
        QVERIFY(!m_server->start());
    }

    void offlineShowsWhatWasSaved()
    {
        Program program(*m_server);
        QVERIFY(program.isReady());
        AssetSession& session = program.workspace.session();
        QVERIFY(program.open(kAsset));
        QCOMPARE(session.state(), AssetSession::State::Ready);
        QVERIFY(!session.asOf().isValid());
        QVERIFY(program.open(kOther));
        program.workspace.client().setTimeouts({ .retryDelayScale = 0 });
        m_server.reset(); // no service any more

        QVERIFY(program.open(kAsset));
        QCOMPARE(session.state(), AssetSession::State::Ready);
        QVERIFY(session.asOf().isValid());
        QVERIFY(session.asOf().secsTo(QDateTime::currentDateTimeUtc()) < 120);
        QCOMPARE(session.error().kind, ErrorKind::Network);
        QCOMPARE(session.mediaBase().title, u"City night drive"_s);
        QCOMPARE(session.streams().rowCount(), 14);
        for (int row = 0; row < 14; ++row) {
            QVERIFY(session.streams().playability(row) != Playability::Playable);
            QVERIFY(!session.streams().whyNotPlayable(row).isEmpty());
            QVERIFY(!session.streams().at(row).playUrl.contains(u'?'));
        }
        QCOMPARE(session.streams().playability(0), Playability::Saved);
        QVERIFY(session.streams().whyNotPlayable(0).contains(u"no network"_s));
        session.reload(); // still none: what is shown stays
        QVERIFY(QTest::qWaitFor([&] { return session.state() != AssetSession::State::Loading; }, 60'000));
        QCOMPARE(session.state(), AssetSession::State::Ready);
        QVERIFY(session.asOf().isValid());
        QVERIFY(program.open(kUnknown)); // never seen: nothing to show
        QCOMPARE(session.state(), AssetSession::State::Failed);
        QVERIFY(!session.asOf().isValid());
    }

    void historyAndPosition()
    {
        Program program(*m_server);
        QVERIFY(program.isReady());
        LocalMemory& memory = program.workspace.memory();
        QVERIFY(program.open(kUnknown));
        QVERIFY(!memory.history().entry(kUnknown)); // was never seen
        memory.history().clear();
        QVERIFY(program.open(kAsset));
        QCOMPARE(memory.history().rowCount(), 1);
        QCOMPARE(memory.history().at(0).title, u"City night drive"_s);
        QVERIFY(!memory.playback().resumePosition(kAsset));
        StreamModel& streams = program.workspace.session().streams();
        int row = 0;
        while (streams.playability(row) != Playability::Playable || streams.at(row).format != "mp4"_L1)
            ++row;
        const auto player = program.workspace.player();
        QVERIFY(player);
        (*player)->open(playSource(streams, row), 6000);
        QTRY_VERIFY_WITH_TIMEOUT((*player)->state() == Player::State::Playing && (*player)->position() >= 6000, 30'000);
        (*player)->pause();
        QTRY_COMPARE_WITH_TIMEOUT((*player)->state(), Player::State::Paused, 20'000);
        QTRY_VERIFY(memory.history().entry(kAsset)->positionMs >= 6000);
        QCOMPARE(memory.history().entry(kAsset)->streamKey, streams.key(row).toString());
        QVERIFY(program.open(kOther));
        (*player)->close();
        QVERIFY(program.open(kAsset));
        const auto resume = memory.playback().resumePosition(kAsset);
        QVERIFY(resume && resume->positionMs >= 6000);
        QCOMPARE(resume->streamKey, streams.key(row).toString());
        QCOMPARE(memory.history().at(0).mediaId, kAsset);
    }

    void queueWithTheService()
    {
        Program program(*m_server);
        QVERIFY(program.isReady());
        ReviewQueue& queue = program.workspace.memory().queue();
        queue.clear();
        queue.add({ asset(kAsset), asset(kUnknown), asset(kOther) });
        QTRY_COMPARE_WITH_TIMEOUT(queue.at(0).title, u"City night drive"_s, 20'000);
        QCOMPARE(queue.at(1).state, QueueEntry::State::Failed); // BatchGetMediaInfos ignores it
        QVERIFY(!queue.at(2).title.isEmpty());
        queue.setCurrent(kUnknown);
        queue.markWaiting(kUnknown);
        QVERIFY(program.open(kUnknown));
        QCOMPARE(queue.at(1).state, QueueEntry::State::Failed);
        QCOMPARE(queue.rowCount(), 3); // it stays
    }

    void whatIsDeletedWithTheAccount()
    {
        QString id;
        {
            Program program(*m_server);
            QVERIFY(program.isReady());
            id = program.workspace.connectedProfile().id;
            QVERIFY(program.open(kAsset));
            program.workspace.memory().favourites().add(kAsset, {}, {});
            QSignalSpy changed(&program.workspace.accounts(), &Accounts::profilesChanged);
            program.workspace.accounts().remove(id, &program.workspace, [](const Result<void>&) {});
            QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
            QCOMPARE(program.workspace.memory().account(), QString());
            QCOMPARE(program.workspace.memory().history().rowCount(), 0);
        }
        QFile file(LocalStore::defaultFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 4096);
        QVERIFY(!bytes.contains(id.toUtf8()));
    }

    void theDemoLeavesNoFile()
    {
        QFile::remove(LocalStore::defaultFile());
        {
            Workspace workspace({ .demo = true });
            (void)workspace.memory();
            QVERIFY(workspace.start());
            workspace.connectAndBrowse();
            QTRY_VERIFY_WITH_TIMEOUT(workspace.memory().history().isLoaded(), 20'000);
            workspace.session().open(std::get<PlayInfoQuery>(asset(kAsset)));
            QTRY_COMPARE_WITH_TIMEOUT(workspace.memory().history().rowCount(), 1, 20'000);
        }
        QVERIFY(!QFile::exists(LocalStore::defaultFile()));
    }
};

QTEST_GUILESS_MAIN(TestLocalMemory)
#include "tst_local_memory.moc"
