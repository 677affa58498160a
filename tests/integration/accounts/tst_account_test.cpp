// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/account_test.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "tests/integration/accounts/keychain_fixture.h"

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestAccountTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!m_server.start()); }
    void cleanup() { m_server.setFaults({}); }

    void works()
    {
        const auto report = ask(good());
        QVERIFY(report);
        QVERIFY(report->works());
        QCOMPARE(report->assetCount.value_or(0), m_server.assetCount());
        QVERIFY(!report->requestId.isEmpty());
    }

    void temporaryKey()
    {
        ImsAccount account = good();
        account.credentials = { m_server.stsAccessKeyId(), m_server.stsAccessKeySecret(), m_server.stsToken() };
        QVERIFY(ask(account)->works());
        account.credentials.securityToken.clear();
        QCOMPARE(ask(account).error().kind, ErrorKind::Credentials);
    }

    void wrongSecret()
    {
        ImsAccount account = good();
        account.credentials.accessKeySecret = u"c4n4ry"_s;
        const auto report = ask(account);
        QCOMPARE(report.error().kind, ErrorKind::Signature);
        QVERIFY(!report.error().advice.isEmpty());
        QVERIFY(!report.error().requestId.isEmpty());
        QVERIFY(!report.error().details().contains("c4n4ry"_L1));
    }

    void unknownKey()
    {
        ImsAccount account = good();
        account.credentials.accessKeyId = u"LTAI5tNobodyKnowsMe"_s;
        QCOMPARE(ask(account).error().kind, ErrorKind::Credentials);
    }

    void forbidden()
    {
        sandbox::Faults faults;
        faults.forbidden = true;
        m_server.setFaults(faults);
        const auto report = ask(good());
        QVERIFY(report);
        QVERIFY(!report->works());
        QCOMPARE(report->listing->kind, ErrorKind::Permission);
        QCOMPARE(report->playInfo->kind, ErrorKind::Permission);
    }

    void refused()
    {
        ImsAccount account = good();
        account.endpoint = QUrl(u"http://127.0.0.1:1"_s);
        QCOMPARE(ask(account).error().kind, ErrorKind::Network);
    }

    void abortAndDyingContext()
    {
        sandbox::Faults faults;
        faults.hangApi = true;
        m_server.setFaults(faults);
        bool called = false;
        const auto note = [&called](const Result<AccountTestReport>&) { called = true; };
        CallHandle call = testAccount(m_http, m_clock, good(), this, note);
        auto context = std::make_unique<QObject>();
        testAccount(m_http, m_clock, good(), context.get(), note);
        QTRY_VERIFY(children().size() > 0);
        call.abort();
        context.reset();
        QTRY_COMPARE(children().size(), 0);
        m_server.setFaults({});
        QVERIFY(ask(good())); // and what was under way did not come in between
        QVERIFY(!called);
    }

private:
    ImsAccount good() const
    {
        return { { m_server.accessKeyId(), m_server.accessKeySecret(), {} }, QUrl(m_server.endpoint()) };
    }
    Result<AccountTestReport> ask(const ImsAccount& account)
    {
        return waitFor<AccountTestReport>([&](auto done) { testAccount(m_http, m_clock, account, this, done); });
    }

    sandbox::Server m_server { sandbox::Options {} };
    SystemClock m_clock;
    Http m_http;
};

QTEST_GUILESS_MAIN(TestAccountTest)
#include "tst_account_test.moc"
