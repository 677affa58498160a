// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of checks, with a real service, a real file and an asset that is transcoded anew.

#include "program_run.h"

#include "catalog/check_table.h"
#include "sandbox/server.h"
#include "streams/asset_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSettings>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace proofreel;

namespace {

using State = CheckSession::State;

QString mediaIdOf(const QString& title)
{
    static const QHash<QString, QString> ids { { u"harbour"_s, u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s },
        { u"city"_s, u"86434e152b7d4f20be480574439fe001"_s }, { u"street"_s, u"bfae9d8c7b6a59483726b5a4f3e2d1c0"_s } };
    return ids.value(title);
}

struct Program : test::ProgramRun {
    explicit Program(const sandbox::Server& server)
        : ProgramRun(server.endpoint(), server.accessKeyId(), server.accessKeySecret())
    {
    }
    bool open(const QString& title)
    {
        if (!isReady())
            return false;
        workspace.session().open({ .mediaId = mediaIdOf(title), .inputUrl = {}, .authTimeout = {} });
        return QTest::qWaitFor([this] { return workspace.session().state() == AssetSession::State::Ready; }, 20'000)
            && settle();
    }
    State check()
    {
        session().start(false);
        (void)QTest::qWaitFor([this] { return session().state() != State::Running; }, 60'000);
        (void)settle();
        (void)settle(); // what was read again after what was written
        return session().state();
    }
    CheckSession& session() { return workspace.checks().session(); }
    CheckComparison& comparison() { return workspace.checks().comparison(); }
    QStringList facts() { return comparison().changes() ? comparison().changes()->facts : QStringList(u"?"_s); }
};

} // namespace

class TestCheckHistory final : public QObject {
    Q_OBJECT

    std::unique_ptr<sandbox::Server> m_server;

    void setFault(const QString& text)
    {
        sandbox::Faults faults;
        QVERIFY(text.isEmpty() || !faults.set(text));
        m_server->setFaults(faults);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Proofreel"_s);
        QCoreApplication::setApplicationName(u"proofreel-test"_s);
        QLocale::setDefault(QLocale::c());
    }
    void init()
    {
        QSettings().clear(); // each test has an account and a file of its own
        QDir(QFileInfo(LocalStore::defaultFile()).path()).removeRecursively();
        m_server = std::make_unique<sandbox::Server>(sandbox::Options {});
        QVERIFY(!m_server->start());
    }

    void aNewTranscodingIsToldAndSurvivesARestart()
    {
        const QStringList lost { u"HD mp4 lost HDR10"_s, u"2K mp4 lost HDR10"_s };
        const auto tellsOfLoss = [&lost](const QStringList& facts) {
            return std::all_of(lost.begin(), lost.end(), [&facts](const QString& one) { return facts.contains(one); });
        };
        {
            Program program(*m_server);
            QVERIFY(program.open(u"harbour"_s));
            QCOMPARE(program.check(), State::Checked);
            QVERIFY(program.comparison().earlier().isEmpty()); // the one on show is no earlier one
            QVERIFY(!program.comparison().changes());
            setFault(u"retranscode=1"_s);
            QCOMPARE(program.check(), State::Checked);
            QCOMPARE(program.comparison().earlier().size(), 1);
            QVERIFY2(tellsOfLoss(program.facts()), qPrintable(program.facts().join(u'\n')));
            QVERIFY(!program.comparison().isDeclared());
            const CheckChanges& changes = *program.comparison().changes();
            QVERIFY(!changes.otherPolicy);
            for (const auto& [stream, rule] : changes.newFindings) {
                const auto& findings = program.session().judgement().findings;
                QVERIFY(std::any_of(findings.begin(), findings.end(),
                    [&, key = stream, id = rule](const Finding& one) { return one.stream == key && one.rule == id; }));
            }
            QVERIFY(program.open(u"city"_s)); // another one has no past
            QVERIFY(program.comparison().earlier().isEmpty());
        }
        Program program(*m_server);
        QVERIFY(program.open(u"harbour"_s));
        QCOMPARE(program.session().state(), State::NotChecked);
        QTRY_COMPARE(program.comparison().earlier().size(), 2);
        QVERIFY(program.comparison().isDeclared());
        QCOMPARE(program.facts(), QStringList()); // declared as at the last check
        program.comparison().choose(program.comparison().earlier().last().at);
        QVERIFY(tellsOfLoss(program.facts())); // but not as at the first
        QVERIFY(program.comparison().changes()->newFindings.isEmpty()); // nothing was judged
        QCOMPARE(program.check(), State::Checked);
        QVERIFY(tellsOfLoss(program.facts())); // what a person chose stays chosen
        program.comparison().choose(program.comparison().earlier().first().at);
        QVERIFY2(
            program.comparison().changes()->isEmpty(), qPrintable(program.comparison().changes()->all().join(u'\n')));
        for (int i = 0; i < 12; ++i)
            QCOMPARE(program.check(), State::Checked);
        // Checking again and again does not push out what differs.
        const QDateTime first = program.comparison().earlier().last().at;
        program.comparison().choose(first);
        QVERIFY(tellsOfLoss(program.facts()));
    }

    void onlyWhatWasCheckedIsKept()
    {
        Program program(*m_server);
        QVERIFY(program.open(u"street"_s));
        setFault(u"forbidden"_s);
        QCOMPARE(program.check(), State::Failed);
        setFault(u"hang-media"_s);
        program.session().start(false);
        QTRY_VERIFY(program.session().progress().total > 0);
        program.session().cancel();
        QVERIFY(program.settle());
        setFault({});
        QCOMPARE(program.check(), State::Checked);
        QVERIFY(program.comparison().earlier().isEmpty());
        // A deep check finds what headers do not show, and that is no change of the asset.
        program.session().start(true);
        QTRY_COMPARE_WITH_TIMEOUT(program.session().state(), State::Checked, 120'000);
        QVERIFY(program.settle() && program.settle());
        QVERIFY(
            std::any_of(program.session().judgement().findings.begin(), program.session().judgement().findings.end(),
                [](const Finding& one) { return one.rule == "signal.black"_L1; }));
        QCOMPARE(program.comparison().earlier().size(), 1);
        QVERIFY2(
            program.comparison().changes()->isEmpty(), qPrintable(program.comparison().changes()->all().join(u'\n')));
    }

    void noSecretIsKept()
    {
        {
            Program program(*m_server);
            QVERIFY(program.open(u"city"_s));
            QCOMPARE(program.check(), State::Checked);
        }
        LocalDb db;
        QVERIFY(db.open(LocalStore::defaultFile()));
        int rows = 0;
        QByteArray all;
        QVERIFY(db.each(u"SELECT packed FROM checks"_s, {}, [&](const QSqlQuery& row) {
            ++rows;
            all += qUncompress(row.value(0).toByteArray());
        }));
        QCOMPARE(rows, 1);
        QVERIFY(all.contains("\"HD\""));
        for (const QByteArray& secret : { "auth_key"_ba, "Signature"_ba, "Expires"_ba, "://"_ba, "127.0.0.1"_ba,
                 m_server->accessKeyId().toUtf8(), m_server->accessKeySecret().toUtf8() })
            QVERIFY2(!all.contains(secret), secret.constData());
        db.close();
        const QString folder = QFileInfo(LocalStore::defaultFile()).path();
        for (const QString& name : QDir(folder).entryList(QDir::Files)) {
            QFile file(folder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("auth_key"), qPrintable(name));
            QVERIFY2(!bytes.contains(m_server->accessKeySecret().toUtf8()), qPrintable(name));
        }
    }

    void forgottenAndTakenBack()
    {
        Program program(*m_server);
        QVERIFY(program.open(u"harbour"_s));
        QCOMPARE(program.check(), State::Checked);
        setFault(u"retranscode=1"_s);
        QCOMPARE(program.check(), State::Checked);
        const QStringList facts = program.facts();
        QVERIFY(!facts.isEmpty());
        program.comparison().forget();
        QVERIFY(!program.comparison().changes());
        QVERIFY(program.settle());
        QVERIFY(program.comparison().earlier().isEmpty());
        program.comparison().restore();
        QVERIFY(program.settle() && program.settle());
        QCOMPARE(program.facts(), facts);
        program.workspace.memory().clearAccount(); // with all that is known for the account
        QVERIFY(program.settle());
        QTRY_VERIFY(program.comparison().earlier().isEmpty());
    }

    void aFullDiskIsNoReasonToStop()
    {
        Program program(*m_server);
        QVERIFY(program.open(u"harbour"_s));
        LocalStore& store = program.workspace.memory().store();
        QLoggingCategory::setFilterRules(u"proofreel.store.warning=false"_s);
        store.write(u"x"_s, [](LocalDb& db) { return db.run(u"PRAGMA max_page_count = 1"_s); });
        for (int i = 0; i < 200; ++i) // until there is no room in any page
            store.write(u"x"_s, [i](LocalDb& db) {
                return checks::put(db, u"x"_s, QString::number(i), { 1, QByteArray(i < 60 ? 900 : 40, 'x') });
            });
        QVERIFY(program.settle());
        QTRY_VERIFY(store.problem());
        QLoggingCategory::setFilterRules({});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"A check of .* is kept for this run only"_s));
        QCOMPARE(program.check(), State::Checked);
        setFault(u"retranscode=1"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"A check of .* is kept for this run only"_s));
        QCOMPARE(program.check(), State::Checked);
        QTRY_COMPARE(program.comparison().earlier().size(), 1);
        QVERIFY(program.facts().contains(u"HD mp4 lost HDR10"_s));
    }

    void aDamagedFileIsSetAside()
    {
        const QString path = LocalStore::defaultFile();
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        Program program(*m_server);
        QVERIFY(program.open(u"harbour"_s));
        QTRY_VERIFY(program.workspace.memory().store().problem());
        QCOMPARE(program.check(), State::Checked);
        QCOMPARE(program.check(), State::Checked);
        QCOMPARE(program.comparison().earlier().size(), 1);
        QVERIFY(program.comparison().changes()->isEmpty());
        // A row that nobody can read is no check.
        program.workspace.memory().store().write(
            program.workspace.memory().account(), [account = program.workspace.memory().account()](LocalDb& db) {
                return db.run(u"UPDATE checks SET packed = x'00ff' WHERE account = ?"_s, { account });
            });
        QVERIFY(program.open(u"city"_s) && program.open(u"harbour"_s));
        QVERIFY(program.comparison().earlier().isEmpty());
        QCOMPARE(program.check(), State::Checked);
    }
};

QTEST_GUILESS_MAIN(TestCheckHistory)
#include "tst_check_history.moc"
