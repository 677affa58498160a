// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Against a real gnome-keyring on a D-Bus of its own.
#include "accounts/accounts.h"
#include "accounts/keychain_store.h"
#include "tests/integration/accounts/keychain_fixture.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <memory>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Credentials canary { u"STS.NUCanary0001"_s, u"c4n4ry/s3cret+=\"\\"_s, u"c4n4ry-t0ken"_s };

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

//! What another program finds in the keychain under that profile's id; empty: nothing.
QByteArray lookup(const QString& id)
{
    return run(u"secret-tool"_s, { u"lookup"_s, u"server"_s, u"proofreel"_s, u"user"_s, id });
}

pid_t keyringPid()
{
    const QByteArray reply = run(u"dbus-send"_s,
        { u"--session"_s, u"--print-reply=literal"_s, u"--dest=org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
            u"org.freedesktop.DBus.GetConnectionUnixProcessID"_s, u"string:org.freedesktop.secrets"_s });
    return reply.trimmed().split(' ').constLast().toInt();
}

QDBusMessage ask(const QString& interface, const QString& method, const QVariantList& arguments)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    question.setArguments(arguments);
    return QDBusConnection::sessionBus().call(question);
}

//! Locks the keyring as a desktop does, and unlocks it as the log-in does; the password is the empty line of
//! run_isolated.sh.
bool setLocked(bool locked)
{
    const QDBusObjectPath collection(u"/org/freedesktop/secrets/collection/login"_s);
    const QString service = u"org.freedesktop.Secret.Service"_s;
    if (locked) {
        const QVariant all = QVariant::fromValue(QList { collection });
        return ask(service, u"Lock"_s, { all }).type() == QDBusMessage::ReplyMessage;
    }
    const QDBusMessage session =
        ask(service, u"OpenSession"_s, { u"plain"_s, QVariant::fromValue(QDBusVariant(QString())) });
    QDBusArgument secret;
    secret.beginStructure();
    secret << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray() << QByteArray("\n")
           << u"text/plain"_s;
    secret.endStructure();
    const QDBusMessage unlocked = ask(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
        u"UnlockWithMasterPassword"_s, { QVariant::fromValue(collection), QVariant::fromValue(secret) });
    if (unlocked.type() != QDBusMessage::ReplyMessage)
        qWarning() << session.errorMessage() << unlocked.errorName() << unlocked.errorMessage();
    return unlocked.type() == QDBusMessage::ReplyMessage;
}

} // namespace

class TestKeychain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto& tool : { u"secret-tool"_s, u"dbus-send"_s }) {
            if (QStandardPaths::findExecutable(tool).isEmpty())
                QSKIP("needs secret-tool (libsecret-tools) and dbus-send");
        }
    }

    void writeReadRemove()
    {
        {
            KeychainStore store;
            QVERIFY(write(store, u"one"_s, canary));
        }
        QVERIFY2(lookup(u"one"_s).contains("c4n4ry-t0ken"), "another process must find it");
        KeychainStore store;
        const auto found = read(store, u"one"_s);
        QVERIFY(found);
        QVERIFY(*found == canary);
        QCOMPARE(read(store, u"two"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(remove(store, u"one"_s));
        QVERIFY(lookup(u"one"_s).isEmpty());
        QCOMPARE(read(store, u"one"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(remove(store, u"one"_s)); // gone is gone
    }

    void overwriteReplaces()
    {
        KeychainStore store;
        QVERIFY(write(store, u"one"_s, canary));
        QVERIFY(write(store, u"one"_s, { u"LTAI5tNew"_s, u"new"_s, {} }));
        QCOMPARE(read(store, u"one"_s)->accessKeySecret, u"new"_s);
        QVERIFY(read(store, u"one"_s)->securityToken.isEmpty());
        QVERIFY(!lookup(u"one"_s).contains("c4n4ry"));
        QVERIFY(remove(store, u"one"_s));
    }

    void foreignItem_data()
    {
        QTest::addColumn<QByteArray>("item");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("types") << QByteArray("{\"id\":1,\"secret\":null}");
        QTest::newRow("half") << QByteArray("{\"id\":\"LTAI\"}");
        QTest::newRow("huge") << QByteArray("{\"id\":\"LTAI\",\"secret\":\"" + QByteArray(100'000, 'x') + "\"}");
    }

    void foreignItem()
    {
        QFETCH(QByteArray, item);
        QProcess tool;
        tool.start(u"secret-tool"_s,
            { u"store"_s, u"--label=x"_s, u"xdg:schema"_s, u"org.qt.keychain"_s, u"server"_s, u"proofreel"_s, u"user"_s,
                u"odd"_s, u"type"_s, u"plaintext"_s });
        tool.write(item);
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished());
        KeychainStore store;
        const auto found = read(store, u"odd"_s);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Credentials);
        QVERIFY(!found.error().details().contains("hello"_L1));
        QVERIFY(remove(store, u"odd"_s));
    }

    void accountLivesOverRestartsAndIsNowhereElse()
    {
        QString id;
        {
            QSettings settings(u"proofreel"_s, u"proofreel"_s);
            KeychainStore store;
            Accounts accounts(settings, store);
            const auto saved = waitFor<Profile>([&](auto done) {
                accounts.save({ {}, u"prod"_s, u"cn-shanghai"_s, {}, {} }, canary, this, done);
            });
            QVERIFY(saved);
            QCOMPARE(accounts.keychainProblem(), QString());
            id = saved->id;
            accounts.setCurrent(id);
        }
        QSettings settings(u"proofreel"_s, u"proofreel"_s);
        KeychainStore store;
        Accounts accounts(settings, store);
        QCOMPARE(accounts.current().name, u"prod"_s);
        const auto opened = waitFor<ImsAccount>([&](auto done) { accounts.open(id, this, done); });
        QVERIFY(opened);
        QVERIFY(opened->credentials == canary);

        for (const QByteArray secret : { "c4n4ry", "NUCanary0001" }) {
            const QStringList found = filesWith(secret);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
        }
        QVERIFY2(!filesWith("prod").isEmpty(), "the search must be able to find what is written");

        Profile renamed = accounts.current();
        renamed.name = u"production"_s;
        QVERIFY(waitFor<Profile>([&](auto done) { accounts.save(renamed, {}, this, done); }));
        QVERIFY(lookup(id).contains("c4n4ry"));
        QVERIFY(waitFor<void>([&](auto done) { accounts.remove(id, this, done); }));
        QVERIFY(lookup(id).isEmpty());
        QVERIFY(accounts.profiles().isEmpty());
    }

    void lockedKeyring()
    {
        KeychainStore store;
        QVERIFY(write(store, u"one"_s, canary));
        QVERIFY(setLocked(true));
        // There is no prompter here, which is as if a person had dismissed it: neither may look like "no such item".
        const auto found = read(store, u"one"_s);
        const auto removed = remove(store, u"one"_s);
        const auto written = write(store, u"two"_s, canary);
        QVERIFY(setLocked(false));
        QCOMPARE(found.error().kind, ErrorKind::Keychain);
        QVERIFY(!found.error().advice.isEmpty());
        QCOMPARE(removed.error().kind, ErrorKind::Keychain);
        QCOMPARE(written.error().kind, ErrorKind::Keychain);
        QVERIFY(*read(store, u"one"_s) == canary);
        QCOMPARE(read(store, u"two"_s).error().kind, ErrorKind::NotFound);
        QVERIFY(remove(store, u"one"_s));
    }

    void hungKeyringHoldsUpNobody()
    {
        const pid_t pid = keyringPid();
        QVERIFY(pid > 0);
        KeychainStore store(nullptr, 300ms);
        QVERIFY(write(store, u"one"_s, canary));
        QCOMPARE(::kill(pid, SIGSTOP), 0);
        const auto wake = qScopeGuard([pid] { ::kill(pid, SIGCONT); });

        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(10ms);
        const auto late = read(store, u"one"_s);
        QCOMPARE(late.error().kind, ErrorKind::Keychain);
        QCOMPARE(late.error().code, u"NoAnswer"_s);
        QVERIFY2(ticks >= 3, "this thread must have gone on meanwhile");
        QCOMPARE(write(store, u"one"_s, {}).error().code, u"NoAnswer"_s); // and nothing queues up behind

        ::kill(pid, SIGCONT);
        QTRY_VERIFY(read(store, u"one"_s).has_value());
        QVERIFY(*read(store, u"one"_s) == canary);
        QVERIFY(remove(store, u"one"_s));
    }

    void abortAndDyingContext()
    {
        KeychainStore store;
        bool called = false;
        CallHandle call = store.read(u"one"_s, this, [&](const Result<Credentials>&) { called = true; });
        call.abort();
        auto context = std::make_unique<QObject>();
        store.read(u"one"_s, context.get(), [&](const Result<Credentials>&) { called = true; });
        context.reset();
        QVERIFY(!read(store, u"one"_s)); // the queue keeps its order, so both are over now
        QVERIFY(!called);
    }

private:
    Result<Credentials> read(KeychainStore& store, const QString& id)
    {
        return waitFor<Credentials>([&](auto done) { store.read(id, this, done); });
    }
    Result<void> write(KeychainStore& store, const QString& id, const Credentials& credentials)
    {
        return waitFor<void>([&](auto done) { store.write(id, credentials, this, done); });
    }
    Result<void> remove(KeychainStore& store, const QString& id)
    {
        return waitFor<void>([&](auto done) { store.remove(id, this, done); });
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
