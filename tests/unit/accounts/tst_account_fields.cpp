// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/account_fields.h"
#include "accounts/credentials_text.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestAccountFields final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problems_data()
    {
        QTest::addColumn<Profile>("profile");
        QTest::addColumn<Credentials>("credentials");
        QTest::addColumn<bool>("needsSecret");
        QTest::addColumn<QString>("bad"); // the only field with a problem; empty: none

        const Profile good { {}, u"prod"_s, u"cn-shanghai"_s, {}, {} };
        const Credentials key { u"LTAI5tExample"_s, u"secret"_s, {} };
        const auto named = [&](const QString& name) {
            Profile profile = good;
            profile.name = name;
            return profile;
        };
        const auto at = [&](const QString& endpoint, const QString& region = u"cn-shanghai"_s) {
            Profile profile = good;
            profile.endpoint = endpoint;
            profile.region = region;
            return profile;
        };
        QTest::newRow("good") << good << key << true << u""_s;
        QTest::newRow("no name") << named(u" \t"_s) << key << true << u"name"_s;
        QTest::newRow("name taken in other case") << named(u"DEV "_s) << key << true << u"name"_s;
        QTest::newRow("name too long") << named(QString(65, u'x')) << key << true << u"name"_s;
        QTest::newRow("any script in a name") << named(u"生产 · 上海"_s) << key << true << u""_s;
        QTest::newRow("no region") << at({}, {}) << key << true << u"place"_s;
        QTest::newRow("odd region") << at({}, u"cn shanghai/x"_s) << key << true << u"place"_s;
        QTest::newRow("http elsewhere") << at(u"http://ice.cn-shanghai.aliyuncs.com"_s) << key << true << u"place"_s;
        QTest::newRow("http on loopback") << at(u"http://127.0.0.1:8080"_s) << key << true << u""_s;
        QTest::newRow("endpoint before region") << at(u"https://ims.example.com"_s, u"!"_s) << key << true << u""_s;
        QTest::newRow("no key") << good << Credentials { {}, u"s"_s, {} } << true << u"id"_s;
        QTest::newRow("blank in key") << good << Credentials { u"LTAI x"_s, u"s"_s, {} } << true << u"id"_s;
        QTest::newRow("line in secret") << good << Credentials { u"LTAIx"_s, u"s\nq"_s, {} } << true << u"secret"_s;
        QTest::newRow("no secret") << good << Credentials { u"LTAIx"_s, {}, {} } << true << u"secret"_s;
        QTest::newRow("long secret") << good << Credentials { u"LTAIx"_s, QString(129, u's'), {} } << true
                                     << u"secret"_s;
        QTest::newRow("temporary without token")
            << good << Credentials { u"STS.NUx"_s, u"s"_s, {} } << true << u"token"_s;
        QTest::newRow("temporary") << good << Credentials { u"STS.NUx"_s, u"s"_s, u"CAIS+/="_s } << true << u""_s;
        QTest::newRow("header in token") << good << Credentials { u"STS.NUx"_s, u"s"_s, u"a\r\nHost: b"_s } << true
                                         << u"token"_s;
        QTest::newRow("unchanged") << good << Credentials {} << false << u""_s;
        QTest::newRow("new secret, no key") << good << Credentials { {}, u"s"_s, {} } << false << u"id"_s;
    }

    void problems()
    {
        QFETCH(Profile, profile);
        QFETCH(Credentials, credentials);
        QFETCH(bool, needsSecret);
        QFETCH(QString, bad);
        const AccountProblems found =
            checkAccount(profile, credentials, { Profile { u"1"_s, u"dev"_s, u"cn-beijing"_s, {}, {} } }, needsSecret);
        QCOMPARE(!found.name.isEmpty(), bad == "name"_L1);
        QCOMPARE(!found.place.isEmpty(), bad == "place"_L1);
        QCOMPARE(!found.accessKeyId.isEmpty(), bad == "id"_L1);
        QCOMPARE(!found.accessKeySecret.isEmpty(), bad == "secret"_L1);
        QCOMPARE(!found.securityToken.isEmpty(), bad == "token"_L1);
        QCOMPARE(found.first().isEmpty(), bad.isEmpty());
    }

    void ownNameIsNotTaken()
    {
        const Profile own { u"1"_s, u"Dev"_s, u"cn-beijing"_s, {}, {} };
        QVERIFY(checkAccount(own, {}, { own }, false).first().isEmpty());
    }

    void pasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Credentials>("expected"); // empty: not recognised
        const Credentials pair { u"LTAI5tA"_s, u"s3cret/+="_s, {} };
        const Credentials temporary { u"STS.NUx"_s, u"s3cret"_s, u"CAIS=="_s };
        QTest::newRow("line") << u"LTAI5tA,s3cret/+="_s << pair;
        QTest::newRow("file") << u"\ufeffAccessKey ID,AccessKey Secret\r\nLTAI5tA,s3cret/+=\r\n"_s << pair;
        QTest::newRow("quoted") << u"\"LTAI5tA\",\"s3cret/+=\""_s << pair;
        QTest::newRow("tab") << u"LTAI5tA\ts3cret/+=\n"_s << pair;
        QTest::newRow("two lines become one in a line edit")
            << u"AccessKey ID,AccessKey Secret\u2028LTAI5tA,s3cret/+="_s << pair;
        QTest::newRow("RAM user's file")
            << u"User Logon Name,AccessKey ID,AccessKey Secret\nops@example.com,LTAI5tA,s3cret/+="_s << pair;
        QTest::newRow("unknown kind of key") << u"mykey mysecret"_s << Credentials { u"mykey"_s, u"mysecret"_s, {} };
        QTest::newRow("with token") << u"STS.NUx,s3cret,CAIS=="_s << temporary;
        QTest::newRow("AssumeRole")
            << u"{\"Credentials\":{\"AccessKeyId\":\"STS.NUx\",\"AccessKeySecret\":\"s3cret\",\"SecurityToken\":\"CAIS==\"}}"_s
            << temporary;
        QTest::newRow("credentials alone")
            << u"{\"AccessKeyId\":\"LTAI5tA\",\"AccessKeySecret\":\"s3cret/+=\"}"_s << pair;
        QTest::newRow("one word") << u"LTAI5tA"_s << Credentials {};
        QTest::newRow("comma alone") << u"LTAI5tA,"_s << Credentials {};
        QTest::newRow("header alone") << u"AccessKey ID,AccessKey Secret"_s << Credentials {};
        QTest::newRow("prose") << u"please use the key that I sent you"_s << Credentials {};
        QTest::newRow("broken JSON") << u"{\"AccessKeyId\":"_s << Credentials {};
        QTest::newRow("wrong types") << u"{\"AccessKeyId\":1,\"AccessKeySecret\":[]}"_s << Credentials {};
        QTest::newRow("empty") << u""_s << Credentials {};
        QTest::newRow("huge") << QString(u"LTAI5tA,"_s + QString(70'000, u'x')) << Credentials {};
    }

    void pasted()
    {
        QFETCH(QString, text);
        QFETCH(Credentials, expected);
        const auto found = credentialsFromText(text);
        QCOMPARE(found.has_value(), !expected.isEmpty());
        if (found)
            QVERIFY(*found == expected);
    }
};

QTEST_GUILESS_MAIN(TestAccountFields)
#include "tst_account_fields.moc"
