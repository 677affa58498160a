// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream_samples.h"
#include "streams/stream_key.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestStreamKey final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesARenewedUrl();
    void differsWhereTheRenditionDiffers_data();
    void differsWhereTheRenditionDiffers();
    void isSafeText_data();
    void isSafeText();
    void twinsGetKeysOfTheirOwn();
    void refusesForeignText_data();
    void refusesForeignText();
};

void TestStreamKey::survivesARenewedUrl()
{
    for (const QString& job : { u"job1"_s, QString() }) {
        PlayInfo info = samples::stream(u"HD"_s, u"mp4"_s, {}, job);
        const StreamKey before = StreamKey::of(u"m"_s, info);
        info.playUrl = u"https://other.example.com/new?auth_key=1"_s;
        info.modificationTime = QDateTime::currentDateTimeUtc();
        QCOMPARE(StreamKey::of(u"m"_s, info), before);
        QVERIFY(!before.isEmpty());
    }
}

void TestStreamKey::differsWhereTheRenditionDiffers_data()
{
    QTest::addColumn<int>("change");
    const char* names[] { "definition", "format", "hdr", "streamType", "template", "narrowBand", "watermark", "size" };
    for (int i = 0; i < 8; ++i)
        QTest::newRow(names[i]) << i;
}

void TestStreamKey::differsWhereTheRenditionDiffers()
{
    QFETCH(int, change);
    const PlayInfo first = samples::stream(u"HD"_s, u"mp4"_s);
    PlayInfo second = first;
    QString* const texts[] { &second.definition, &second.format, &second.hdrType, &second.streamType,
        &second.transTemplateType, &second.narrowBandType, &second.watermarkId };
    if (change < 7)
        *texts[change] = u"X"_s;
    else
        second.size = 1;
    QVERIFY(StreamKey::of(u"m"_s, first) != StreamKey::of(u"m"_s, second));
    // A JobId alone is enough, and then the rest does not count.
    second.jobId = u"j"_s;
    PlayInfo third = first;
    third.jobId = u"j"_s;
    QCOMPARE(StreamKey::of(u"m"_s, third), StreamKey::of(u"m"_s, second));
    QVERIFY(StreamKey::of(u"n"_s, third) != StreamKey::of(u"m"_s, third));
}

void TestStreamKey::isSafeText_data()
{
    QTest::addColumn<QString>("job");
    QTest::newRow("plain") << u"36c9d38e70bf43ed9f7f8f48d6356abc"_s;
    QTest::newRow("starred") << u"36c9d38e***"_s;
    QTest::newRow("separators") << u"a.b_c/d e"_s;
    QTest::newRow("chinese") << u"任务"_s;
    QTest::newRow("control") << u"a\n\t\0b"_s;
    QTest::newRow("long") << QString(100'000, u'x');
    QTest::newRow("lone surrogate") << QString(QChar(0xd800));
}

void TestStreamKey::isSafeText()
{
    QFETCH(QString, job);
    const StreamKey key = StreamKey::of(u"m"_s, samples::stream(u"HD"_s, u"mp4"_s, {}, job));
    static const QRegularExpression safe(u"^[A-Za-z0-9._-]+$"_s);
    QVERIFY(safe.match(key.toString()).hasMatch());
    QVERIFY(key.toString().size() < 2048);
    QCOMPARE(StreamKey::fromString(key.toString()), key);
    QVERIFY(StreamKey::of(u"m"_s, samples::stream(u"HD"_s, u"mp4"_s, {}, job + u'x')) != key);
}

void TestStreamKey::twinsGetKeysOfTheirOwn()
{
    PlayInfo a = samples::stream(u"HD"_s, u"mp4"_s);
    PlayInfo b = a;
    a.fileUrl = u"http://oss/a.mp4"_s;
    b.fileUrl = u"http://oss/b.mp4?Signature=1"_s;
    const PlayInfo sameJob1 = samples::stream(u"HD"_s, u"mp4"_s, {}, u"j"_s);
    const PlayInfo sameJob2 = samples::stream(u"HD"_s, u"m3u8"_s, {}, u"j"_s);

    const QList<StreamKey> keys = StreamKey::ofAll(u"m"_s, { a, b, sameJob1, sameJob2 });
    QCOMPARE(QSet<StreamKey>(keys.cbegin(), keys.cend()).size(), 4);
    // In another order, and with another signature: each keeps its own.
    b.fileUrl = u"http://oss/b.mp4?Signature=2"_s;
    const QList<StreamKey> turned = StreamKey::ofAll(u"m"_s, { sameJob2, sameJob1, b, a });
    QCOMPARE(turned, (QList<StreamKey> { keys.at(3), keys.at(2), keys.at(1), keys.at(0) }));
    for (const StreamKey& key : keys)
        QCOMPARE(StreamKey::fromString(key.toString()), key);
    // Three of a kind that nothing tells apart are still three.
    const QList<StreamKey> three = StreamKey::ofAll(u"m"_s, { a, a, a });
    QCOMPARE(QSet<StreamKey>(three.cbegin(), three.cend()).size(), 3);
}

void TestStreamKey::refusesForeignText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("number") << u"3"_s;
    QTest::newRow("url") << u"j.http://x"_s;
    QTest::newRow("unknown kind") << u"x.a.b"_s;
    QTest::newRow("wide letters") << u"j.ａ"_s;
    QTest::newRow("endless") << u"j."_s + QString(5000, u'a');
}

void TestStreamKey::refusesForeignText()
{
    QFETCH(QString, text);
    QVERIFY(StreamKey::fromString(text).isEmpty());
}

QTEST_GUILESS_MAIN(TestStreamKey)
#include "tst_stream_key.moc"
