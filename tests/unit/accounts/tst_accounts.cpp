// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accounts.h"
#include "tests/support/fake_credential_store.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

const Credentials canary { u"LTAI5tCanary0001"_s, u"c4n4ry-s3cret"_s, {} };

Profile draft(const QString& name)
{
    return { {}, name, u"cn-shanghai"_s, {}, {} };
}

} // namespace

class TestAccounts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<test::FakeCredentialStore>();
        restart();
    }
    void cleanup()
    {
        m_accounts.reset();
        m_keychain.reset();
    }

    void addOpenAndRestart()
    {
        const auto saved = save(draft(u" prod \n "_s), canary);
        QVERIFY(saved);
        QCOMPARE(saved->name, u"prod"_s);
        QVERIFY(!saved->accessKeyIdHint.isEmpty());
        QVERIFY(!saved->accessKeyIdHint.contains("Canary0001"_L1));
        m_accounts->setCurrent(saved->id);
        restart();
        QCOMPARE(m_accounts->current().name, u"prod"_s);
        const auto opened = open(saved->id);
        QVERIFY(opened);
        QVERIFY(opened->credentials == canary);
        QCOMPARE(opened->endpoint, QUrl(u"https://ice.cn-shanghai.aliyuncs.com"_s));
        QVERIFY(m_accounts->keychainProblem().isEmpty());
    }

    void namesAreUnique()
    {
        QVERIFY(save(draft(u"prod"_s), canary));
        const auto second = save(draft(u"PROD"_s), canary);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::InvalidRequest);
        QCOMPARE(m_accounts->profiles().size(), 1);
        QCOMPARE(m_keychain->secrets.size(), 1);
    }

    void newAccountNeedsASecret()
    {
        QVERIFY(!save(draft(u"prod"_s), {}));
        QVERIFY(m_keychain->calls.isEmpty());
    }

    void renameKeepsTheSecretUntouched()
    {
        Profile profile = *save(draft(u"prod"_s), canary);
        m_keychain->calls.clear();
        profile.name = u"production"_s;
        profile.accessKeyIdHint = u"made up"_s;
        const auto renamed = save(profile, {});
        QVERIFY(renamed);
        QVERIFY(m_keychain->calls.isEmpty());
        QVERIFY(renamed->accessKeyIdHint != "made up"_L1);
        QVERIFY(open(profile.id)->credentials == canary);
    }

    void removeTakesTheSecretFirst()
    {
        const Profile profile = *save(draft(u"prod"_s), canary);
        m_accounts->setCurrent(profile.id);
        QSignalSpy current(m_accounts.get(), &Accounts::currentChanged);
        QVERIFY(remove(profile.id));
        QVERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(m_accounts->profiles().isEmpty());
        QCOMPARE(current.size(), 1);
        QVERIFY(m_accounts->current().id.isEmpty());
        QCOMPARE(open(profile.id).error().kind, ErrorKind::NotFound);
    }

    void unreachableKeychainRemovesNothing()
    {
        const Profile profile = *save(draft(u"prod"_s), canary);
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        const auto removed = remove(profile.id);
        QVERIFY(!removed);
        QCOMPARE(removed.error().kind, ErrorKind::Keychain);
        QCOMPARE(m_accounts->profiles().size(), 1);
        QVERIFY(m_keychain->secrets.contains(profile.id));
    }

    void noKeychainMeansMemoryForThisRun()
    {
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        QSignalSpy problem(m_accounts.get(), &Accounts::keychainProblemChanged);
        const auto saved = save(draft(u"prod"_s), canary);
        QVERIFY(saved);
        QCOMPARE(problem.size(), 1);
        QVERIFY(m_accounts->keychainProblem().contains("memory"_L1));
        QVERIFY(m_accounts->secretPlace(saved->id).contains("memory"_L1));
        QVERIFY(open(saved->id)->credentials == canary);

        restart(); // the profile is there, the secret is gone, and the message says what to do
        m_keychain->broken.reset();
        const auto opened = open(saved->id);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Credentials);
        QVERIFY(!opened.error().advice.isEmpty());

        // It never was in the keychain, so the keychain is not needed to forget it.
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        QVERIFY(remove(saved->id));
        QVERIFY(m_accounts->profiles().isEmpty());
    }

    void keychainComesBack()
    {
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        Profile profile = *save(draft(u"prod"_s), canary);
        m_keychain->broken.reset();
        const auto again = save(profile, canary);
        QVERIFY(again);
        QVERIFY(m_accounts->keychainProblem().isEmpty());
        QVERIFY(m_keychain->secrets.value(profile.id) == canary);
        restart();
        QVERIFY(open(profile.id)->credentials == canary);
    }

    void oldSecretIsNotUsedForANewKey()
    {
        const Profile profile = *save(draft(u"prod"_s), canary);
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        QVERIFY(save(profile, { u"LTAI5tOther00002"_s, u"other"_s, {} }));
        m_keychain->broken.reset();
        restart();
        QCOMPARE(open(profile.id).error().kind, ErrorKind::Credentials);
    }

    void abandonedAddLeavesNoSecret()
    {
        m_keychain->hangs = true;
        bool called = false;
        CallHandle call =
            m_accounts->save(draft(u"prod"_s), canary, this, [&](const Result<Profile>&) { called = true; });
        call.abort();
        m_keychain->release();
        QTRY_COMPARE(m_keychain->calls.size(), 2);
        QVERIFY(m_keychain->calls.constLast().startsWith("remove "_L1));
        QTRY_VERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(m_accounts->profiles().isEmpty());
        QVERIFY(!called);
    }

    void contextThatIsGone()
    {
        m_keychain->hangs = true;
        auto context = std::make_unique<QObject>();
        bool called = false;
        m_accounts->save(draft(u"prod"_s), canary, context.get(), [&](const Result<Profile>&) { called = true; });
        context.reset();
        m_keychain->release();
        QTRY_COMPARE(m_accounts->profiles().size(), 1); // Save was pressed: it is done
        QVERIFY(!called);
    }

    void unwritableSettingsLeaveNoSecret()
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(u"settings.ini"_s)));
        restart();
        const auto saved = save(draft(u"prod"_s), canary);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Io);
        QTRY_VERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(m_accounts->profiles().isEmpty());
    }

    void transientTouchesNothing()
    {
        const ImsAccount account { canary, QUrl(u"http://127.0.0.1:1"_s) };
        const Profile demo { u"demo"_s, u"Demo"_s, u"cn-shanghai"_s, u"http://127.0.0.1:1"_s, {} };
        m_accounts->addTransient(demo, account);
        QCOMPARE(m_accounts->current().id, u"demo"_s);
        QVERIFY(open(u"demo"_s)->credentials == canary);
        QVERIFY(!save(demo, canary));
        QVERIFY(!remove(u"demo"_s));
        QVERIFY(m_keychain->calls.isEmpty());
        restart();
        QVERIFY(m_accounts->profiles().isEmpty());
        QVERIFY(m_accounts->current().id.isEmpty());
    }

private:
    void restart()
    {
        m_accounts.reset();
        m_settings.reset();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_accounts = std::make_unique<Accounts>(*m_settings, *m_keychain);
    }
    template <typename T, typename Start>
    Result<T> wait(Start start)
    {
        std::optional<Result<T>> answer;
        start([&answer](const Result<T>& result) { answer = result; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return fail({ .kind = ErrorKind::Timeout });
        return *answer;
    }
    Result<Profile> save(const Profile& profile, const Credentials& credentials)
    {
        return wait<Profile>([&](auto done) { m_accounts->save(profile, credentials, this, done); });
    }
    Result<void> remove(const QString& id)
    {
        return wait<void>([&](auto done) { m_accounts->remove(id, this, done); });
    }
    Result<ImsAccount> open(const QString& id)
    {
        return wait<ImsAccount>([&](auto done) { m_accounts->open(id, this, done); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::FakeCredentialStore> m_keychain;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Accounts> m_accounts;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
