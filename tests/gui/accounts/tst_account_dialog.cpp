// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accounts.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "tests/support/fake_credential_store.h"
#include "ui/accounts/account_button.h"
#include "ui/accounts/account_dialog.h"
#include "ui/accounts/delete_account_dialog.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestAccountDialog final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!m_server.start()); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        m_keychain = std::make_unique<test::FakeCredentialStore>();
        m_accounts = std::make_unique<Accounts>(*m_settings, *m_keychain);
        openDialog();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_accounts.reset();
        m_server.setFaults({});
    }

    void addByKeyboard()
    {
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        QVERIFY(text(u"accountSecretPlace"_s).contains("keychain"_L1));
        QTest::keyClicks(edit(u"accountName"_s), u"prod"_s);
        QTest::keyClick(edit(u"accountName"_s), Qt::Key_Tab);
        QTest::keyClicks(m_dialog->focusWidget(), m_server.accessKeyId());
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(m_dialog->focusWidget(), m_server.accessKeySecret());
        edit(u"accountEndpoint"_s)->setText(m_server.endpoint());
        QTest::keyClick(edit(u"accountEndpoint"_s), Qt::Key_Return);
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(m_accounts->current().name, u"prod"_s);
        QCOMPARE(m_keychain->secrets.value(m_dialog->saved().id).accessKeySecret, m_server.accessKeySecret());
        QVERIFY(m_dialog->needsReconnect());
    }

    void secretIsDotsUntilRevealed()
    {
        QLineEdit* secret = edit(u"accountSecret"_s);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QCOMPARE(secret->actions().size(), 1);
        secret->actions().constFirst()->trigger();
        QCOMPARE(secret->echoMode(), QLineEdit::Normal);
    }

    void pastedPairFillsBothFields()
    {
        QGuiApplication::clipboard()->setText(u"AccessKey ID,AccessKey Secret\r\nLTAI5tA,s3cret\r\n"_s);
        edit(u"accountKeyId"_s)->setFocus();
        QTest::keySequence(edit(u"accountKeyId"_s), QKeySequence::Paste);
        QCOMPARE(edit(u"accountKeyId"_s)->text(), u"LTAI5tA"_s);
        QCOMPARE(edit(u"accountSecret"_s)->text(), u"s3cret"_s);
        QTest::keySequence(edit(u"accountKeyId"_s), QKeySequence::Undo); // must not bring the secret into view
        QVERIFY(!edit(u"accountKeyId"_s)->text().contains("s3cret"_L1));
    }

    void problemsStandAtTheirFields()
    {
        QVERIFY(!m_dialog->findChild<QLabel*>(u"accountNameNote"_s)->isVisible());
        edit(u"accountEndpoint"_s)->setText(u"http://example.com"_s);
        button(u"accountSave"_s)->click();
        for (const QString& name : { u"accountName"_s, u"accountKeyId"_s, u"accountSecret"_s, u"accountEndpoint"_s }) {
            const auto* note = m_dialog->findChild<QLabel*>(name + u"Note"_s);
            QVERIFY2(note->isVisible() && note->text().startsWith(u'✕'), qPrintable(name));
        }
        QVERIFY(edit(u"accountName"_s)->hasFocus());
        edit(u"accountName"_s)->setText(u"prod"_s);
        QVERIFY(!m_dialog->findChild<QLabel*>(u"accountNameNote"_s)->isVisible());
        QVERIFY(m_keychain->secrets.isEmpty());
    }

    void testSaysThatItWorks()
    {
        fillIn(m_server.accessKeySecret());
        button(u"accountTest"_s)->click();
        QTRY_VERIFY(text(u"accountTestText"_s).startsWith("It works"_L1));
        QVERIFY(m_keychain->secrets.isEmpty());
        edit(u"accountSecret"_s)->setText(u"other"_s); // what was found does not hold for this
        QVERIFY(!m_dialog->findChild<QLabel*>(u"accountTestText"_s)->isVisible());
    }

    void testSaysWhyNot()
    {
        fillIn(u"wrong"_s);
        button(u"accountTest"_s)->click();
        QTRY_VERIFY(text(u"accountTestAdvice"_s).contains("SignatureDoesNotMatch"_L1));
        QVERIFY(text(u"accountTestAdvice"_s).contains("RequestId"_L1));
        auto* copy = m_dialog->findChild<QAbstractButton*>(u"accountTestCopy"_s);
        QVERIFY(copy->isVisible());
        copy->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains("SignatureDoesNotMatch"_L1));
    }

    void testCanBeStopped()
    {
        sandbox::Faults faults;
        faults.hangApi = true;
        m_server.setFaults(faults);
        fillIn(m_server.accessKeySecret());
        button(u"accountTest"_s)->click();
        QTRY_VERIFY(m_server.requestLog().size() > 0);
        QVERIFY(button(u"accountTestCancel"_s)->isVisible());
        QVERIFY(!button(u"accountTest"_s)->isEnabled());
        button(u"accountTestCancel"_s)->click();
        QVERIFY(button(u"accountTest"_s)->isEnabled());
        QVERIFY(!button(u"accountTestCancel"_s)->isVisible());
    }

    void editLeavesTheSecretUnchanged()
    {
        const Profile profile = saved(u"prod"_s);
        openDialog();
        m_dialog->edit(profile);
        QTRY_COMPARE(edit(u"accountKeyId"_s)->text(), m_server.accessKeyId());
        QVERIFY(edit(u"accountSecret"_s)->text().isEmpty());
        QCOMPARE(edit(u"accountSecret"_s)->placeholderText(), u"Unchanged"_s);
        button(u"accountTest"_s)->click(); // with the stored secret
        QTRY_VERIFY(text(u"accountTestText"_s).startsWith("It works"_L1));
        m_keychain->calls.clear();
        edit(u"accountName"_s)->setText(u"production"_s);
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        button(u"accountSave"_s)->click();
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(m_keychain->calls.isEmpty());
        QVERIFY(!m_dialog->needsReconnect());
        QCOMPARE(m_accounts->profile(profile.id).name, u"production"_s);
    }

    void anotherKeyNeedsItsSecret()
    {
        const Profile profile = saved(u"prod"_s);
        openDialog();
        m_dialog->edit(profile);
        QTRY_COMPARE(edit(u"accountKeyId"_s)->text(), m_server.accessKeyId());
        edit(u"accountKeyId"_s)->setText(u"LTAI5tOther"_s);
        button(u"accountSave"_s)->click();
        QVERIFY(m_dialog->findChild<QLabel*>(u"accountSecretNote"_s)->isVisible());
        QVERIFY(m_dialog->isVisible());
    }

    void noKeychainIsSaidBeforeAnythingIsTyped()
    {
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        openDialog();
        QTRY_VERIFY(text(u"accountSecretPlace"_s).contains("memory"_L1));
    }

    void hungKeychainCanBeLeft()
    {
        m_keychain->hangs = true;
        openDialog();
        fillIn(m_server.accessKeySecret());
        button(u"accountSave"_s)->click();
        QVERIFY(!button(u"accountSave"_s)->isEnabled());
        button(u"accountCancel"_s)->click();
        QVERIFY(!m_dialog->isVisible());
        m_keychain->release();
        QTRY_VERIFY(m_keychain->secrets.isEmpty());
        QVERIFY(m_accounts->profiles().isEmpty());
    }

    void deleteAsksAndNames()
    {
        const Profile profile = saved(u"prod"_s);
        DeleteAccountDialog dialog(*m_accounts, profile);
        dialog.open();
        QVERIFY(dialog.findChild<QLabel*>(u"deleteAccountQuestion"_s)->text().contains("prod"_L1));
        QTest::keyClick(&dialog, Qt::Key_Return); // Enter must not delete
        QVERIFY(!dialog.isVisible());
        QCOMPARE(m_accounts->profiles().size(), 1);

        dialog.open();
        m_keychain->broken = test::FakeCredentialStore::unavailable();
        auto* confirm = dialog.findChild<QPushButton*>(u"deleteAccountConfirm"_s);
        confirm->click();
        QTRY_VERIFY(dialog.findChild<QLabel*>(u"stripText"_s)->isVisible()); // fails in place
        m_keychain->broken.reset();
        confirm->click();
        QTRY_VERIFY(!dialog.isVisible());
        QVERIFY(m_accounts->profiles().isEmpty());
        QVERIFY(m_keychain->secrets.isEmpty());
    }

    void menuOfTheButton()
    {
        AccountButton top(*m_accounts, m_http, m_clock);
        QVERIFY(top.accessibleName().contains("No account"_L1));
        const Profile profile = saved(u"prod & co"_s);
        m_accounts->setCurrent(profile.id);
        QVERIFY(top.text().contains("prod && co"_L1));
        QSignalSpy chosen(&top, &AccountButton::accountChosen);
        Q_EMIT top.menu()->aboutToShow();
        const QList<QAction*> actions = top.menu()->actions();
        QVERIFY(actions.constFirst()->isChecked());
        actions.constFirst()->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.constFirst().constFirst().toString(), profile.id);

        top.setConnectionFailed({ .kind = ErrorKind::Signature, .message = u"<b>bad</b>"_s });
        QVERIFY(top.toolTip().contains("&lt;b&gt;"_L1)); // text from outside is never markup
        m_accounts->addTransient({ u"demo"_s, u"Demo"_s, u"cn-shanghai"_s, {}, {} }, {});
        Q_EMIT top.menu()->aboutToShow();
        for (QAction* action : top.menu()->actions()) {
            if (action->objectName() == "accountDelete"_L1 || action->objectName() == "accountEdit"_L1)
                QVERIFY(!action->isEnabled());
        }
    }

private:
    void openDialog()
    {
        m_dialog = std::make_unique<AccountDialog>(*m_accounts, m_http, m_clock);
        m_dialog->open();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void fillIn(const QString& secret)
    {
        edit(u"accountName"_s)->setText(u"prod"_s);
        edit(u"accountKeyId"_s)->setText(m_server.accessKeyId());
        edit(u"accountSecret"_s)->setText(secret);
        edit(u"accountEndpoint"_s)->setText(m_server.endpoint());
    }
    Profile saved(const QString& name)
    {
        fillIn(m_server.accessKeySecret());
        edit(u"accountName"_s)->setText(name);
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        button(u"accountSave"_s)->click();
        [&accepted] { QTRY_COMPARE(accepted.size(), 1); }();
        return m_dialog->saved();
    }
    QLineEdit* edit(const QString& name) { return m_dialog->findChild<QLineEdit*>(name); }
    QPushButton* button(const QString& name) { return m_dialog->findChild<QPushButton*>(name); }
    QString text(const QString& name) { return m_dialog->findChild<QLabel*>(name)->text(); }

    sandbox::Server m_server { sandbox::Options {} };
    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<test::FakeCredentialStore> m_keychain;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<AccountDialog> m_dialog;
};

QTEST_MAIN(TestAccountDialog)
#include "tst_account_dialog.moc"
