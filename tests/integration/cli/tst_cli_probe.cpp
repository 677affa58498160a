// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli_process.h"

using namespace proofreel::test;
using namespace Qt::StringLiterals;

//! The real program, on media of its own sandbox.
class TestCliProbe final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void json();
    void playlist();
    void deep();
    void rows();
    void failures_data();
    void failures();
    void cleanupTestCase() { QVERIFY(m_sandbox.stop()); }

private:
    [[nodiscard]] CliFinished probe(const QStringList& arguments) const
    {
        return m_sandbox.run(QStringList { u"probe"_s } + arguments);
    }
    CliSandbox m_sandbox;
    QString m_url; // of the smallest mp4
    QJsonObject m_playlist; // a PlayInfo
};

void TestCliProbe::initTestCase()
{
    QVERIFY(m_sandbox.start());
    const CliFinished info = m_sandbox.run(
        { u"play-info"_s, u"--media-id"_s, u"86434e152b7d4f20be480574439fe001"_s, u"--output"_s, u"json"_s });
    QCOMPARE(info.exitCode, 0);
    const QJsonArray streams = QJsonDocument::fromJson(info.out).object().value("PlayInfoList"_L1).toArray();
    for (const QJsonValue& stream : streams) {
        if (stream["Definition"_L1].toString() == "FD"_L1)
            m_url = stream["PlayURL"_L1].toString();
        if (stream["Format"_L1].toString() == "m3u8"_L1 && stream["Encrypt"_L1].toInt() == 0)
            m_playlist = stream.toObject();
    }
    QVERIFY(!m_url.isEmpty() && !m_playlist.isEmpty());
}

void TestCliProbe::json()
{
    const CliFinished done = probe({ m_url, u"--output"_s, u"json"_s });
    QCOMPARE(done.exitCode, 0);
    const QJsonObject document = QJsonDocument::fromJson(done.out).object();
    const QJsonObject container = document.value("container"_L1).toObject();
    QCOMPARE(container.value("format"_L1).toString(), u"mp4"_s);
    QCOMPARE(container.value("video"_L1).toObject().value("codec"_L1).toString(), u"h264"_s);
    QCOMPARE(container.value("audio"_L1).toObject().value("channels"_L1).toInt(), 2);
    QVERIFY(document.value("decoded"_L1).isNull());
    QVERIFY(document.value("bytesFetched"_L1).toInt() > 0 && document.value("bytesFetched"_L1).toInt() <= 300'000);
    QVERIFY(document.value("requests"_L1).toInt() > 0 && document.value("elapsedMs"_L1).isDouble());
    // What signs the link is in no output.
    const QString secret = QUrl(m_url).query();
    QVERIFY(!secret.isEmpty());
    QVERIFY(!done.out.contains(secret.toUtf8()) && !done.err.contains(secret.toUtf8()));
}

void TestCliProbe::playlist()
{
    const CliFinished done = probe({ m_playlist["PlayURL"_L1].toString(), u"--output"_s, u"json"_s });
    QCOMPARE(done.exitCode, 0);
    const QJsonObject container = QJsonDocument::fromJson(done.out)["container"_L1].toObject();
    QCOMPARE(container["format"_L1].toString(), u"m3u8"_s);
    // Of all its segments.
    QCOMPARE(container["sizeBytes"_L1].toInteger(), m_playlist["Size"_L1].toVariant().toLongLong());
    QVERIFY(container["bitrateKbps"_L1].isDouble());
}

void TestCliProbe::deep()
{
    const CliFinished done = probe({ m_url, u"--deep"_s, u"--output"_s, u"json"_s });
    QCOMPARE(done.exitCode, 0);
    const QJsonObject document = QJsonDocument::fromJson(done.out).object();
    const QJsonObject decoded = document.value("decoded"_L1).toObject();
    QCOMPARE(decoded.value("video"_L1).toObject().value("frames"_L1),
        document.value("container"_L1).toObject().value("video"_L1).toObject().value("frames"_L1));
    QVERIFY(decoded.value("signal"_L1).toObject().value("integratedLufs"_L1).isDouble());
    QVERIFY(!decoded.value("curves"_L1).toObject().value("luminance"_L1).toArray().isEmpty());
    QVERIFY(done.err.isEmpty()); // no progress where nobody watches
}

void TestCliProbe::rows()
{
    const CliFinished csv = probe({ m_url, u"--output"_s, u"csv"_s });
    QCOMPARE(csv.exitCode, 0);
    QVERIFY(csv.out.startsWith("field,unit,container\n"));
    QVERIFY(csv.out.contains("\nvideo.codec,,h264\n"));
    const CliFinished table = probe({ m_url });
    QCOMPARE(table.exitCode, 0);
    QVERIFY(table.out.contains("\nVideo codec "));
}

void TestCliProbe::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QString gone = QUrl(m_url).toString(QUrl::RemovePath | QUrl::RemoveQuery) + u"/none/none.mp4"_s;
    QTest::newRow("no url") << QStringList() << 2;
    QTest::newRow("file") << QStringList { u"file:///etc/passwd"_s } << 2;
    QTest::newRow("not there") << QStringList { gone } << 4;
    QTest::newRow("unsigned") << QStringList { QUrl(m_url).toString(QUrl::RemoveQuery) } << 3;
    QTest::newRow("nobody answers") << QStringList { u"http://127.0.0.1:1/a.mp4"_s } << 5;
    QTest::newRow("no media") << QStringList { m_sandbox.endpoint() + u"/"_s } << 5;
}

void TestCliProbe::failures()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, exitCode);
    const CliFinished done = probe(arguments);
    QVERIFY2(done.exitCode == exitCode, qPrintable(QString::number(done.exitCode) + QString::fromUtf8(done.err)));
    QVERIFY(done.out.isEmpty());
    QVERIFY(!done.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliProbe)
#include "tst_cli_probe.moc"
