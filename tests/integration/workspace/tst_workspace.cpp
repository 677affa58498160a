// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is asked, and as whom: the contracts' order of credentials, with a real keyring and a real service.
#include "catalog/asset_list_model.h"
#include "sandbox/server.h"
#include "streams/asset_session.h"
#include "workspace/workspace.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestWorkspace final : public QObject {
    Q_OBJECT

private:
    sandbox::Server m_server { {} };

    [[nodiscard]] Credentials rightKey() const { return { m_server.accessKeyId(), m_server.accessKeySecret(), {} }; }

    static void setEnvironment(const Credentials& credentials)
    {
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", credentials.accessKeyId.toUtf8());
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", credentials.accessKeySecret.toUtf8());
    }

    static Result<Profile> connect(Workspace& workspace)
    {
        QObject context;
        std::optional<Result<Profile>> result;
        workspace.connectAccount(&context, [&result](Result<Profile> profile) { result = std::move(profile); });
        [&result] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
        return result.value_or(fail({ .message = u"no answer"_s }));
    }

    //! Whether the service accepts the account that is in use.
    static bool lists(Workspace& workspace)
    {
        workspace.library().refresh();
        [&workspace] {
            QTRY_VERIFY_WITH_TIMEOUT(workspace.library().state() != AssetListModel::State::Loading, 20'000);
        }();
        return workspace.library().rowCount() > 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"Proofreel"_s);
        QCoreApplication::setApplicationName(u"proofreel-test"_s);
        const auto problem = m_server.start();
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    }
    void init()
    {
        setEnvironment({});
        QSettings().clear();
    }

    void demoNeedsNothing()
    {
        Workspace workspace({ .demo = true });
        QVERIFY(workspace.start());
        QSignalSpy connected(&workspace, &Workspace::connected);
        workspace.connectAndBrowse();
        QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(workspace.library().rowCount() >= 12, 20'000);
        QVERIFY(workspace.accounts().isTransient(workspace.connectedProfile().id));
        // Nothing of it outlives the process.
        QVERIFY(Workspace({}).accounts().profiles().isEmpty());
    }

    void noAccountSaysSo()
    {
        Workspace workspace({});
        QVERIFY(workspace.start());
        const auto profile = connect(workspace);
        QVERIFY(!profile);
        QCOMPARE(profile.error().kind, ErrorKind::Credentials);
        QVERIFY(!profile.error().advice.isEmpty());
    }

    void environmentIsUsed()
    {
        setEnvironment(rightKey());
        Workspace workspace({ .endpoint = m_server.endpoint() });
        QVERIFY(workspace.start());
        QVERIFY(connect(workspace));
        QVERIFY(lists(workspace));
    }

    void savedAccountIsThereAtTheNextStart()
    {
        {
            Workspace workspace({});
            QVERIFY(workspace.start());
            std::optional<Result<Profile>> saved;
            workspace.accounts().save({ .name = u"prod"_s, .endpoint = m_server.endpoint() }, rightKey(), this,
                [&saved](Result<Profile> profile) { saved = std::move(profile); });
            QTRY_VERIFY_WITH_TIMEOUT(saved.has_value(), 20'000);
            QVERIFY2(saved->has_value(), saved->has_value() ? "" : qPrintable(saved->error().details()));
            QVERIFY(workspace.accounts().keychainProblem().isEmpty());
            workspace.accounts().setCurrent((*saved)->id);
        }
        Workspace next({});
        QVERIFY(next.start());
        const auto profile = connect(next);
        QVERIFY2(profile.has_value(), profile ? "" : qPrintable(profile.error().details()));
        QCOMPARE(profile->name, u"prod"_s);
        QVERIFY(lists(next));

        // --profile goes before the environment, the environment before the account chosen last.
        setEnvironment({ u"LTAI-nobody"_s, u"wrong"_s, {} });
        Workspace byEnvironment({ .endpoint = m_server.endpoint() });
        QVERIFY(byEnvironment.start());
        QVERIFY(connect(byEnvironment));
        QVERIFY(!lists(byEnvironment));
        QCOMPARE(byEnvironment.library().error().kind, ErrorKind::Credentials);
        Workspace byName({ .profile = u"PROD"_s });
        QVERIFY(byName.start());
        QVERIFY(connect(byName));
        QVERIFY(lists(byName));
    }

    void badOptionsFailAtOnce_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("proxy");
        QTest::newRow("plain http outside") << u"http://ice.example.com"_s << QString() << QString();
        QTest::newRow("not a URL") << u"https://"_s << QString() << QString();
        QTest::newRow("region with a host in it") << QString() << u"evil.example.com/"_s << QString();
        QTest::newRow("proxy of no kind") << QString() << QString() << u"gopher://proxy:1"_s;
    }
    void badOptionsFailAtOnce()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, region);
        QFETCH(QString, proxy);
        Workspace workspace({ .endpoint = endpoint, .region = region, .proxy = proxy });
        const auto started = workspace.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::InvalidRequest);
    }

    void leavingAnAccountClosesWhatItShowed()
    {
        Workspace workspace({ .demo = true });
        QVERIFY(workspace.start());
        workspace.connectAndBrowse();
        QTRY_VERIFY_WITH_TIMEOUT(workspace.library().rowCount() > 0, 20'000);
        workspace.session().open({ workspace.library().at(0).mediaId, {}, {} });
        QTRY_COMPARE_WITH_TIMEOUT(workspace.session().state(), AssetSession::State::Ready, 20'000);
        workspace.disconnectAccount();
        QCOMPARE(workspace.library().rowCount(), 0);
        QCOMPARE(workspace.session().state(), AssetSession::State::Empty);
        QVERIFY(!workspace.isConnected());
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
