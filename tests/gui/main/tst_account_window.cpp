// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "catalog/cover_cache.h"
#include "ui/accounts/account_dialog.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <algorithm>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! From no account to a library, as a person does it, with a real keychain; and the same account after a restart.
class TestAccountWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addTestSaveAndComeBack()
    {
        WindowFixture fixture({}, false);
        fixture.start();
        QTest::mouseClick(fixture.find<QPushButton>(u"addAccountButton"_s), Qt::LeftButton);
        QPointer<AccountDialog> dialog;
        QTRY_VERIFY((dialog = fixture.window().findChild<AccountDialog*>()) && dialog->isVisible());
        const auto type = [&](const QString& field, const QString& text) {
            auto* edit = dialog->findChild<QLineEdit*>(field);
            QVERIFY2(edit, qPrintable(field));
            edit->setFocus();
            QTest::keyClicks(edit, text);
        };
        type(u"accountName"_s, u"Studio"_s);
        type(u"accountKeyId"_s, fixture.server().accessKeyId());
        type(u"accountSecret"_s, fixture.server().accessKeySecret());
        type(u"accountEndpoint"_s, fixture.server().endpoint());
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"accountTest"_s), Qt::LeftButton);
        auto* answer = dialog->findChild<QLabel*>(u"accountTestText"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(answer->text().startsWith(u"It works"_s), qPrintable(answer->text()), 20'000);
        QTest::mouseClick(dialog->findChild<QAbstractButton*>(u"accountSave"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() >= 12, 20'000);
        QCOMPARE(fixture.workspace().connectedProfile().name, u"Studio"_s);
        QTRY_VERIFY(!dialog);

        fixture.restart();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().rowCount() >= 12, 20'000);
        QCOMPARE(fixture.workspace().connectedProfile().name, u"Studio"_s);
        QVERIFY(!isOnDisk(fixture.server().accessKeySecret().toUtf8()));

        // With the account its covers go, too.
        QTRY_VERIFY_WITH_TIMEOUT(covers() > 0, 20'000);
        bool removed = false;
        fixture.workspace().accounts().remove(fixture.workspace().connectedProfile().id, this,
            [&removed](const Result<void>& done) { removed = done.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(removed, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.workspace().library().rowCount(), 0, 20'000);
        QTRY_COMPARE(covers(), 0);
    }

private:
    static int covers()
    {
        QDirIterator files(CoverCache::defaultFolder(), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count)
            files.next();
        return count;
    }
    //! In any file of the settings, where no secret belongs.
    static bool isOnDisk(const QByteArray& secret)
    {
        const QDir folder(QFileInfo(QSettings().fileName()).path());
        const QFileInfoList files = folder.entryInfoList(QDir::Files);
        return std::any_of(files.begin(), files.end(), [&secret](const QFileInfo& info) {
            QFile file(info.filePath());
            return file.open(QIODevice::ReadOnly) && file.readAll().contains(secret);
        });
    }
};

QTEST_MAIN(TestAccountWindow)
#include "tst_account_window.moc"
