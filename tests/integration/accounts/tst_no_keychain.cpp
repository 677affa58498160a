// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// On a machine without a D-Bus session: nothing to keep a secret in.
#include "accounts/accounts.h"
#include "accounts/keychain_store.h"
#include "tests/integration/accounts/keychain_fixture.h"

#include <QSettings>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestNoKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void errorIsNotMistakenForAMissingItem()
    {
        KeychainStore store;
        const auto found = waitFor<Credentials>([&](auto done) { store.read(u"one"_s, this, done); });
        QCOMPARE(found.error().kind, ErrorKind::Keychain);
        QVERIFY(!found.error().message.isEmpty());
        QVERIFY(!found.error().advice.isEmpty());
        const auto removed = waitFor<void>([&](auto done) { store.remove(u"one"_s, this, done); });
        QCOMPARE(removed.error().kind, ErrorKind::Keychain);
    }

    void secretStaysInMemoryAndIsSaidTo()
    {
        const Credentials canary { u"LTAI5tCanary0001"_s, u"c4n4ry-s3cret"_s, {} };
        QSettings settings(u"proofreel"_s, u"proofreel"_s);
        KeychainStore store;
        Accounts accounts(settings, store);
        accounts.checkKeychain();
        QTRY_VERIFY(!accounts.keychainProblem().isEmpty());
        QVERIFY(accounts.secretPlace({}).contains("memory"_L1));
        const auto saved = waitFor<Profile>([&](auto done) {
            accounts.save({ {}, u"prod"_s, u"cn-shanghai"_s, {}, {} }, canary, this, done);
        });
        QVERIFY(saved);
        QVERIFY(accounts.keychainProblem().contains("memory"_L1));
        const auto opened = waitFor<ImsAccount>([&](auto done) { accounts.open(saved->id, this, done); });
        QVERIFY(opened);
        QVERIFY(opened->credentials == canary);
        settings.sync();
        QVERIFY(!filesWith("prod").isEmpty());
        QCOMPARE(filesWith("c4n4ry"), QStringList());
        QCOMPARE(filesWith("Canary0001"), QStringList());
        QVERIFY(waitFor<void>([&](auto done) { accounts.remove(saved->id, this, done); }));
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_no_keychain.moc"
