// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The real program as a script would use it, against its own sandbox in another process.
#include "tests/integration/cli/cli_process.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace proofreel::test;

class TestCli final : public QObject {
    Q_OBJECT

private:
    CliSandbox m_sandbox;

    [[nodiscard]] CliFinished run(const QStringList& arguments) const { return m_sandbox.run(arguments); }

    [[nodiscard]] QString firstMediaId() const
    {
        return m_sandbox.ready.value("mediaIds"_L1).toArray().first().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_sandbox.start());
        const QStringList keys { u"accessKeyId"_s, u"accessKeySecret"_s, u"assets"_s, u"endpoint"_s, u"mediaEndpoint"_s,
            u"mediaIds"_s, u"region"_s };
        QCOMPARE(m_sandbox.ready.keys(), keys);
    }

    void cleanupTestCase() { QVERIFY(m_sandbox.stop()); }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString id = firstMediaId();
        QTest::newRow("help") << QStringList { u"--help"_s } << 0;
        QTest::newRow("version") << QStringList { u"--version"_s } << 0;
        QTest::newRow("no command") << QStringList {} << 2;
        QTest::newRow("unknown command") << QStringList { u"dance"_s } << 2;
        QTest::newRow("unknown fault") << QStringList { u"sandbox"_s, u"--fault"_s, u"gremlins"_s } << 2;
        QTest::newRow("neither id") << QStringList { u"play-info"_s } << 2;
        QTest::newRow("both ids") << QStringList { u"play-info"_s, u"--media-id"_s, id, u"--input-url"_s,
            u"oss://b/o.mp4"_s } << 2;
        QTest::newRow("AuthTimeout too small")
            << QStringList { u"play-info"_s, u"--media-id"_s, id, u"--auth-timeout"_s, u"60"_s } << 2;
        QTest::newRow("AuthTimeout no number")
            << QStringList { u"play-info"_s, u"--media-id"_s, id, u"--auth-timeout"_s, u"soon"_s } << 2;
        QTest::newRow("unknown asset") << QStringList { u"play-info"_s, u"--media-id"_s, u"0123456789abcdef"_s } << 4;
        QTest::newRow("unknown profile") << QStringList { u"--profile"_s, u"nobody"_s, u"list"_s } << 3;
        QTest::newRow("bad endpoint") << QStringList { u"list"_s, u"--endpoint"_s, u"http://example.com"_s } << 2;
        QTest::newRow("refused") << QStringList { u"list"_s, u"--endpoint"_s, u"http://127.0.0.1:1"_s } << 5;
        QTest::newRow("play nothing") << QStringList { u"play"_s } << 2;
        QTest::newRow("play unknown stream")
            << QStringList { u"play"_s, u"--media-id"_s, id, u"--stream"_s, u"99"_s } << 4;
        QTest::newRow("play a local file")
            << QStringList { u"play"_s, u"--play-url"_s, u"file:///etc/hostname"_s } << 6;
        QTest::newRow("play what is not there") << QStringList { u"play"_s, u"--play-url"_s,
            m_sandbox.ready.value("mediaEndpoint"_L1).toString() + u"/none.mp4"_s }
                                                << 6;
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const CliFinished finished =
            arguments.contains(u"--endpoint"_s) ? runCli(m_sandbox.environment(), arguments) : run(arguments);
        QVERIFY2(
            finished.exitCode == exitCode, (QByteArray::number(finished.exitCode) + ": " + finished.err).constData());
        if (exitCode != 0)
            QVERIFY(!finished.err.isEmpty()); // it says why
    }

    void wrongSecretIsNamedAndNotShown()
    {
        QProcessEnvironment changed = m_sandbox.environment();
        changed.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"canary-secret-71c3"_s);
        const CliFinished finished =
            runCli(changed, { u"--verbose"_s, u"--endpoint"_s, m_sandbox.endpoint(), u"list"_s });
        QCOMPARE(finished.exitCode, 3);
        QVERIFY(finished.err.contains("SignatureDoesNotMatch"));
        QVERIFY(!(finished.out + finished.err).contains("canary-secret-71c3"));
    }

    void noCredentials()
    {
        QProcessEnvironment none = QProcessEnvironment::systemEnvironment();
        QCOMPARE(runCli(none, { u"list"_s }).exitCode, 3);
    }

    void listsInEveryFormat()
    {
        const QStringList keys { u"CateId"_s, u"CoverURL"_s, u"CreateTime"_s, u"Duration"_s, u"MediaId"_s,
            u"MediaType"_s, u"Status"_s, u"Title"_s };
        const CliFinished json = run({ u"list"_s, u"--output"_s, u"json"_s });
        QCOMPARE(json.exitCode, 0);
        const QJsonArray rows = arrayOf(json.out);
        QCOMPARE(qint64(rows.size()), m_sandbox.ready.value("assets"_L1).toInteger());
        for (const auto& row : rows)
            QCOMPARE(row.toObject().keys(), keys);
        QCOMPARE(rows.first().toObject().value("MediaId"_L1).toString(), firstMediaId());

        const CliFinished lines = run({ u"list"_s, u"--output"_s, u"jsonl"_s, u"--limit"_s, u"3"_s });
        QCOMPARE(lines.out.trimmed().split('\n').size(), 3);
        for (const QByteArray& line : lines.out.trimmed().split('\n'))
            QCOMPARE(QJsonDocument::fromJson(line).object().keys(), keys);

        const CliFinished csv = run({ u"list"_s, u"--output"_s, u"csv"_s, u"--limit"_s, u"2"_s });
        QVERIFY(csv.out.startsWith("MediaId,Title,MediaType,"));
        QVERIFY(run({ u"list"_s }).out.contains(firstMediaId().toUtf8()));

        const CliFinished audio = run({ u"list"_s, u"--type"_s, u"audio"_s, u"--output"_s, u"json"_s });
        QVERIFY(!arrayOf(audio.out).isEmpty());
        for (const auto& row : arrayOf(audio.out))
            QCOMPARE(row.toObject().value("MediaType"_L1).toString(), u"audio"_s);
    }

    void playInfoIsTheServicesOwn()
    {
        const QStringList ask { u"play-info"_s, u"--media-id"_s, firstMediaId() };
        const CliFinished json = run(ask + QStringList { u"--output"_s, u"json"_s });
        QCOMPARE(json.exitCode, 0);
        const QJsonObject reply = QJsonDocument::fromJson(json.out).object();
        QVERIFY(!reply.value("RequestId"_L1).toString().isEmpty());
        QCOMPARE(reply.value("MediaBase"_L1).toObject().value("MediaId"_L1).toString(), firstMediaId());
        const QJsonArray streams = reply.value("PlayInfoList"_L1).toArray();
        QVERIFY(streams.size() >= 7);
        QVERIFY(streams.first().toObject().value("Bitrate"_L1).isString()); // as the service sends it

        const QJsonDocument raw = QJsonDocument::fromJson(run(ask + QStringList { u"--raw"_s }).out);
        QCOMPARE(raw.object().value("PlayInfoList"_L1).toArray().size(), streams.size());
        const QByteArray csv = run(ask + QStringList { u"--output"_s, u"csv"_s }).out;
        QCOMPARE(csv.trimmed().split('\n').size(), streams.size() + 1);
    }

    void signsThePublishedVector()
    {
        QProcessEnvironment vector = QProcessEnvironment::systemEnvironment();
        vector.insert(u"ALIBABA_CLOUD_ACCESS_KEY_ID"_s, u"YourAccessKeyId"_s);
        vector.insert(u"ALIBABA_CLOUD_ACCESS_KEY_SECRET"_s, u"YourAccessKeySecret"_s);
        const CliFinished finished = runCli(vector,
            { u"sign"_s, u"--action"_s, u"RunInstances"_s, u"--version"_s, u"2014-05-26"_s, u"--host"_s,
                u"ecs.cn-shanghai.aliyuncs.com"_s, u"--date"_s, u"2023-10-26T10:22:32Z"_s, u"--nonce"_s,
                u"3156853299f313e23d1673dc12e1703d"_s, u"--query"_s,
                u"ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"_s, u"--query"_s,
                u"RegionId=cn-shanghai"_s, u"--output"_s, u"json"_s });
        QCOMPARE(finished.exitCode, 0);
        const QJsonObject signedRequest = QJsonDocument::fromJson(finished.out).object();
        QCOMPARE(signedRequest.keys(),
            (QStringList { u"authorization"_s, u"canonicalRequest"_s, u"signature"_s, u"stringToSign"_s }));
        QCOMPARE(signedRequest.value("signature"_L1).toString(),
            u"06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"_s);
    }

    void playsOffScreenAndMeasures()
    {
        const CliFinished finished = run({ u"play"_s, u"--media-id"_s, firstMediaId(), u"--seconds"_s, u"1"_s,
            u"--seek"_s, u"2"_s, u"--repeat"_s, u"2"_s, u"--output"_s, u"json"_s });
        QVERIFY2(finished.exitCode == 0, finished.err.constData());
        const QJsonObject played = QJsonDocument::fromJson(finished.out).object();
        const QStringList keyList = played.keys();
        const QSet<QString> keys(keyList.begin(), keyList.end());
        for (const QString& key : { u"firstFrameColdMs"_s, u"firstFrameMs"_s, u"frames"_s, u"droppedFrames"_s,
                 u"positionMs"_s, u"durationMs"_s, u"width"_s, u"height"_s, u"hdr"_s, u"backend"_s, u"error"_s })
            QVERIFY2(keys.contains(key), qPrintable(key));
        QVERIFY(played.value("error"_L1).isNull());
        QVERIFY(played.value("frames"_L1).toInt() > 5);
        QVERIFY(played.value("width"_L1).toInt() > 0);
        QVERIFY(played.value("positionMs"_L1).toInt() >= 2000);
        QVERIFY(played.value("firstFrameMs"_L1).toInt() > 0);
        QVERIFY(!played.value("backend"_L1).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
