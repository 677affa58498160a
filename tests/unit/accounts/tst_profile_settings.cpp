// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/profile_settings.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestProfileSettings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"settings.ini"_s);
        reopen();
    }
    void cleanup() { m_settings.reset(); }

    void roundTrip()
    {
        const StoredProfile prod { { u"a1"_s, u"prod; [x] = \"生产\""_s, u"cn-shanghai"_s, {}, u"LTAI…1234"_s }, true };
        const StoredProfile dev { { u"b2"_s, u"dev"_s, {}, u"https://ims.example.com"_s, {} }, false };
        QVERIFY(ProfileSettings(*m_settings).store(prod));
        QVERIFY(ProfileSettings(*m_settings).store(dev));
        ProfileSettings(*m_settings).setCurrent(u"b2"_s);
        reopen();
        const ProfileSettings settings(*m_settings);
        const QList<StoredProfile> all = settings.load();
        QCOMPARE(all.size(), 2);
        QVERIFY(all.at(0).profile == dev.profile);
        QCOMPARE(all.at(0).inKeychain, false);
        QVERIFY(all.at(1).profile == prod.profile);
        QCOMPARE(all.at(1).inKeychain, true);
        QCOMPARE(settings.current(), u"b2"_s);
    }

    void eraseLeavesTheRest()
    {
        m_settings->setValue(u"window/geometry"_s, 7);
        ProfileSettings settings(*m_settings);
        QVERIFY(settings.store({ { u"a1"_s, u"prod"_s, u"cn-shanghai"_s, {}, {} } }));
        QVERIFY(settings.store({ { u"b2"_s, u"dev"_s, u"cn-shanghai"_s, {}, {} } }));
        QVERIFY(settings.erase(u"a1"_s));
        QVERIFY(settings.erase(u"never-there"_s));
        reopen();
        QCOMPARE(ProfileSettings(*m_settings).load().size(), 1);
        QCOMPARE(m_settings->value(u"window/geometry"_s).toInt(), 7);
        QVERIFY(!m_settings->allKeys().contains(u"accounts/a1/name"_s));
    }

    void keysOfANewerVersionStay()
    {
        m_settings->setValue(u"accounts/a1/colour"_s, u"teal"_s);
        QVERIFY(ProfileSettings(*m_settings).store({ { u"a1"_s, u"prod"_s, u"cn-shanghai"_s, {}, {} } }));
        QCOMPARE(m_settings->value(u"accounts/a1/colour"_s).toString(), u"teal"_s);
    }

    void editedByHand()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[accounts]\na1\\name=prod\nb2\\name=PROD\nc3\\region=cn-beijing\nd4\\name=\"\\x1\\n two\"\n"
                   "e5\\name=@Invalid()\n..%2F\\name=evil\nplain=1\n");
        file.write("f6\\name=" + QByteArray(100'000, 'x') + "\n");
        file.close();
        reopen();
        const QList<StoredProfile> all = ProfileSettings(*m_settings).load();
        QStringList names;
        for (const StoredProfile& one : all) {
            QVERIFY(!one.profile.name.isEmpty() && one.profile.name.size() <= 300);
            QVERIFY(one.profile.id.size() == 2);
            names << one.profile.name.toCaseFolded();
        }
        QCOMPARE(all.size(), 6);
        names.removeDuplicates();
        QCOMPARE(names.size(), 6);
    }

    void notASettingsFile()
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArrayLiteral("\0\xff\xfe]]][[[\n=\n\\\\"));
        file.close();
        reopen();
        QVERIFY(ProfileSettings(*m_settings).load().isEmpty());
        QVERIFY(ProfileSettings(*m_settings).store({ { u"a1"_s, u"prod"_s, u"cn-shanghai"_s, {}, {} } }));
        reopen();
        QCOMPARE(ProfileSettings(*m_settings).load().size(), 1);
    }

    void fileThatCannotBeWritten()
    {
        // A folder in the place of the file: this fails for root as well.
        QVERIFY(QDir().mkpath(m_path));
        reopen();
        ProfileSettings settings(*m_settings);
        const auto stored = settings.store({ { u"a1"_s, u"prod"_s, u"cn-shanghai"_s, {}, {} } });
        QVERIFY(!stored);
        QCOMPARE(stored.error().kind, ErrorKind::Io);
        QVERIFY(stored.error().message.contains(m_path));
        QVERIFY(settings.load().isEmpty());
        // Writable again: it works, although QSettings once saw an error there.
        QVERIFY(QDir().rmdir(m_path));
        QVERIFY(settings.store({ { u"b2"_s, u"dev"_s, u"cn-shanghai"_s, {}, {} } }));
        reopen();
        QCOMPARE(ProfileSettings(*m_settings).load().size(), 1);
    }

private:
    void reopen()
    {
        m_settings.reset();
        m_settings = std::make_unique<QSettings>(m_path, QSettings::IniFormat);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<QSettings> m_settings;
};

QTEST_GUILESS_MAIN(TestProfileSettings)
#include "tst_profile_settings.moc"
