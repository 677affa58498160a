// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream_samples.h"
#include "streams/media_state.h"
#include "streams/playability.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPlayability final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void oddities();
    void mediaStates_data();
    void mediaStates();
};

void TestPlayability::judges_data()
{
    QTest::addColumn<QString>("encryptType");
    QTest::addColumn<int>("encrypt"); // -1: absent
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("wanted");
    const QString url = u"https://h/a.mp4"_s;
    const auto row = [](const char* name, const QString& type, int encrypt, const QString& status,
                         const QString& address, Playability wanted) {
        QTest::newRow(name) << type << encrypt << status << address << static_cast<int>(wanted);
    };
    row("clear", {}, 0, u"Normal"_s, url, Playability::Playable);
    row("nothing said", {}, -1, {}, url, Playability::Playable);
    row("unknown status", {}, 0, u"Archived"_s, url, Playability::Playable);
    row("upper-case scheme", {}, 0, {}, u"HTTP://h/a.mp4"_s, Playability::Playable);
    row("Aliyun", u"AliyunVoDEncryption"_s, 1, u"Normal"_s, url, Playability::AliyunVodEncrypted);
    row("Aliyun in other letters", u"aliyunvodencryption"_s, 1, {}, url, Playability::AliyunVodEncrypted);
    row("Aliyun, flag missing", u"AliyunVoDEncryption"_s, -1, {}, url, Playability::AliyunVodEncrypted);
    row("Aliyun, flag 2", u"AliyunVoDEncryption"_s, 2, {}, url, Playability::AliyunVodEncrypted);
    row("Aliyun, flag 0: the page's sample", u"AliyunVoDEncryption"_s, 0, {}, url, Playability::Playable);
    row("HLS", u"HLSEncryption"_s, 1, {}, url, Playability::Playable);
    row("encrypted, type missing", {}, 1, {}, url, Playability::Playable);
    row("invisible", {}, 0, u"Invisible"_s, url, Playability::Invisible);
    row("no URL", {}, 0, u"Normal"_s, {}, Playability::NoUrl);
    for (const QString& bad : { u"file:///etc/passwd"_s, u"rtmp://h/a"_s, u"javascript:alert(1)"_s, u"/etc/passwd"_s,
             u"https://"_s, u"https:///a"_s, u"h/a.mp4"_s, u"concat:a|b"_s, u"https://h:port/a"_s })
        row(qPrintable(u"bad "_s + bad), {}, 0, u"Normal"_s, bad, Playability::BadScheme);
}

void TestPlayability::judges()
{
    QFETCH(QString, encryptType);
    QFETCH(int, encrypt);
    QFETCH(QString, status);
    QFETCH(QString, url);
    QFETCH(int, wanted);
    PlayInfo info;
    info.encryptType = encryptType;
    info.status = status;
    info.playUrl = url;
    if (encrypt >= 0)
        info.encrypt = encrypt;
    QCOMPARE(static_cast<int>(playabilityOf(info)), wanted);
    QCOMPARE(playabilityText(playabilityOf(info)).isEmpty(), wanted == static_cast<int>(Playability::Playable));
}

void TestPlayability::oddities()
{
    QStringList lines = streamOddities(samples::publishedSample());
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().contains("AliyunVoDEncryption"_L1));

    PlayInfo info = samples::stream(u"8K"_s, u"webm"_s, u"HDR99"_s);
    info.encrypt = 7;
    info.transTemplateType = u"Magic"_s;
    lines = streamOddities(info);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.join(u' ').contains("8K"_L1));
    QVERIFY(streamOddities(samples::stream(u"HD"_s, u"mp4"_s)).isEmpty());
    QVERIFY(streamOddities({}).isEmpty());
}

void TestPlayability::mediaStates_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("streams");
    QTest::addColumn<int>("wanted");
    QTest::newRow("normal") << u"Normal"_s << 1 << static_cast<int>(MediaState::Ready);
    QTest::newRow("normal, nothing") << u"Normal"_s << 0 << static_cast<int>(MediaState::NoStreams);
    QTest::newRow("absent") << QString() << 1 << static_cast<int>(MediaState::Ready);
    QTest::newRow("unknown") << u"Thawing"_s << 1 << static_cast<int>(MediaState::Ready);
    QTest::newRow("init") << u"Init"_s << 0 << static_cast<int>(MediaState::Init);
    QTest::newRow("preparing") << u"Preparing"_s << 0 << static_cast<int>(MediaState::Preparing);
    QTest::newRow("preparing, streams") << u"Preparing"_s << 2 << static_cast<int>(MediaState::Preparing);
    QTest::newRow("failed") << u"PrepareFail"_s << 0 << static_cast<int>(MediaState::PrepareFailed);
}

void TestPlayability::mediaStates()
{
    QFETCH(QString, status);
    QFETCH(int, streams);
    QFETCH(int, wanted);
    PlayInfoReply reply = samples::reply(QList<PlayInfo>(streams));
    reply.mediaBase.status = status;
    QCOMPARE(static_cast<int>(mediaStateOf(reply)), wanted);
    const MediaStateText text = mediaStateText(mediaStateOf(reply));
    QCOMPARE(text.title.isEmpty(), wanted == static_cast<int>(MediaState::Ready));
    QCOMPARE(text.text.isEmpty(), text.title.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlayability)
#include "tst_playability.moc"
