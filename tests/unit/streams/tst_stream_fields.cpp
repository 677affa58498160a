// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream_samples.h"
#include "streams/stream_fields.h"
#include "streams/stream_model.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestStreamFields final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void publishedSample_data();
    void publishedSample();
    void everyFieldHasWords();
    void absentValues();
    void wrongTypes();
    void urlsAreRedacted();
    void hostileNumbers();
    void oneLineIsOneLine();
};

void TestStreamFields::publishedSample_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("withUnit");
    QTest::addColumn<QString>("raw");
    const auto row = [](const char* name, int column, const QString& shown, const QString& withUnit,
                         const QString& raw) { QTest::newRow(name) << column << shown << withUnit << raw; };
    using M = StreamModel;
    row("Definition", M::Definition, u"HD"_s, u"HD"_s, u"HD"_s);
    row("Format", M::Format, u"mp4"_s, u"mp4"_s, u"mp4"_s);
    row("HDRType", M::HdrType, u"HDR"_s, u"HDR"_s, u"HDR"_s);
    row("Size", M::Size, u"0.42"_s, u"418\u2009112 B"_s, u"418112"_s);
    row("Bitrate", M::Bitrate, u"20"_s, u"20 kbit/s"_s, u"20"_s);
    row("Width", M::Width, u"1024"_s, u"1024 px"_s, u"1024"_s);
    row("Height", M::Height, u"1080"_s, u"1080 px"_s, u"1080"_s);
    row("Fps", M::Fps, u"25"_s, u"25 fps"_s, u"25"_s);
    row("Duration", M::Duration, u"00:09.046"_s, u"9.0464 s"_s, u"9.0464"_s);
    row("BitDepth", M::BitDepth, u"8"_s, u"8 bit"_s, u"8"_s);
    row("StreamType", M::StreamType, u"video"_s, u"video"_s, u"video"_s);
    row("Encrypt", M::Encrypt, u"no"_s, u"0 (no)"_s, u"0"_s);
    row("EncryptType", M::EncryptType, u"AliyunVoDEncryption"_s, u"AliyunVoDEncryption"_s, u"AliyunVoDEncryption"_s);
    row("Status", M::Status, u"Normal"_s, u"Normal"_s, u"Normal"_s);
    row("NarrowBandType", M::NarrowBandType, u"0"_s, u"0"_s, u"0"_s);
    row("TransTemplateType", M::TransTemplateType, u"Normal"_s, u"Normal"_s, u"Normal"_s);
    const QString watermark = u"5bed88672b1e2520ead228935ed51***"_s;
    row("WatermarkId", M::WatermarkId, watermark, watermark, watermark);
    const QString job = u"36c9d38e70bf43ed9f7f8f48d6356***"_s;
    row("JobId", M::JobId, job, job, job);
    const QString tags = u"ims.audioServiceType: AudioEnhancement"_s;
    row("StreamTags", M::StreamTags, tags, tags, u"\"{\\\"ims.audioServiceType\\\": \\\"AudioEnhancement\\\"}\""_s);
    row("CreationTime", M::CreationTime, u"2022-05-10 02:28:49"_s, u"2022-05-10 02:28:49"_s, u"2022-05-10T02:28:49Z"_s);
    row("ModificationTime", M::ModificationTime, u"2022-05-13 03:39:41"_s, u"2022-05-13 03:39:41"_s,
        u"2022-05-13T11:39:41.714+08:00"_s);
    const QString play = u"https://cdn.example.com/sv/756bee1-17f980f0945/756bee1-17f980f0945.mp4"_s;
    row("PlayURL", M::PlayUrl, play, play, play);
    const QString file = u"http://outin.oss-cn-shanghai.aliyuncs.com/sv/43a68ee9/43a68ee9.mpeg"_s;
    row("FileURL", M::FileUrl, file, file, file);
}

void TestStreamFields::publishedSample()
{
    QFETCH(int, column);
    const PlayInfo info = samples::publishedSample();
    QTEST(streamFieldShown(info, column), "shown");
    QTEST(streamFieldWithUnit(info, column), "withUnit");
    QTEST(streamFieldRaw(info, column), "raw");
    QCOMPARE(streamFieldName(column), QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(streamFieldNote(info, column), QString());
    QVERIFY(streamFieldSortValue(info, column).isValid());
    PlayInfo typed = info; // the same without its JSON
    typed.raw = {};
    QVERIFY(!streamFieldRaw(typed, column).isEmpty());
}

void TestStreamFields::everyFieldHasWords()
{
    for (int column = 0; column < StreamModel::ColumnCount; ++column) {
        QVERIFY(!streamFieldTitle(column).isEmpty());
        QVERIFY(!streamFieldMeaning(column).isEmpty());
        QCOMPARE(streamFieldName(column).isEmpty(), column >= StreamModel::Expiry);
    }
    QCOMPARE(streamFieldName(-1), QString());
    QCOMPARE(streamFieldName(1000), QString());
}

void TestStreamFields::absentValues()
{
    const PlayInfo nothing;
    for (int column = 0; column < StreamModel::Expiry; ++column) {
        QCOMPARE(streamFieldShown(nothing, column), u"–"_s);
        QCOMPARE(streamFieldWithUnit(nothing, column), u"–"_s);
        QCOMPARE(streamFieldRaw(nothing, column), QString());
        QVERIFY(!streamFieldSortValue(nothing, column).isValid());
        QVERIFY(streamFieldNote(nothing, column).contains("did not send"_L1));
    }
    PlayInfo empty;
    empty.raw.insert("JobId"_L1, QString());
    QVERIFY(streamFieldNote(empty, StreamModel::JobId).contains("empty"_L1));
}

void TestStreamFields::wrongTypes()
{
    PlayInfo info;
    info.raw =
        QJsonObject { { u"Size"_s, u"many"_s }, { u"Bitrate"_s, true }, { u"Definition"_s, QJsonArray { 1, u"x"_s } },
            { u"Width"_s, QJsonObject { { u"a"_s, 1 } } }, { u"CreationTime"_s, u"yesterday"_s } };
    const QList<QPair<int, QString>> received { { StreamModel::Size, u"many"_s }, { StreamModel::Bitrate, u"true"_s },
        { StreamModel::Definition, u"[1,\"x\"]"_s }, { StreamModel::Width, u"{\"a\":1}"_s },
        { StreamModel::CreationTime, u"yesterday"_s } };
    for (const auto& [column, text] : received) {
        QCOMPARE(streamFieldShown(info, column), u"–"_s);
        QCOMPARE(streamFieldRaw(info, column), text);
        QVERIFY2(streamFieldNote(info, column).contains(text), qPrintable(streamFieldNote(info, column)));
    }
}

void TestStreamFields::urlsAreRedacted()
{
    PlayInfo info;
    info.playUrl = u"https://user:pw@h/a.mp4?auth_key=1774879200-0-0-c0ffee&x=1"_s;
    info.fileUrl = u"https://h/a?OSSAccessKeyId=AK&Expires=1&Signature=c0ffee"_s;
    info.raw = QJsonObject { { u"PlayURL"_s, info.playUrl }, { u"FileURL"_s, info.fileUrl } };
    for (const int column : { StreamModel::PlayUrl, StreamModel::FileUrl }) {
        for (const QString& text :
            { streamFieldShown(info, column), streamFieldWithUnit(info, column), streamFieldRaw(info, column) }) {
            QVERIFY(text.startsWith("https://h/a"_L1));
            QVERIFY(!text.contains("c0ffee"_L1) && !text.contains("pw"_L1));
        }
    }
}

void TestStreamFields::hostileNumbers()
{
    PlayInfo info;
    for (const double number : { std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
             std::numeric_limits<double>::quiet_NaN(), 1e308, -1e308, -1.0, 0.0, 4e-324 }) {
        info.duration = info.bitrate = info.fps = number;
        for (const int column : { StreamModel::Duration, StreamModel::Bitrate, StreamModel::Fps }) {
            const QString shown = streamFieldShown(info, column);
            QVERIFY2(!shown.isEmpty() && shown.size() < 32, qPrintable(shown));
            QVERIFY(streamFieldWithUnit(info, column).size() < 32);
        }
    }
    info.size = std::numeric_limits<qint64>::min();
    QCOMPARE(
        streamFieldWithUnit(info, StreamModel::Size), u"-9\u2009223\u2009372\u2009036\u2009854\u2009775\u2009808 B"_s);
    info.duration = 3723.5;
    QCOMPARE(streamFieldShown(info, StreamModel::Duration), u"1:02:03.500"_s);
    info.bitrate = 12739.6;
    QCOMPARE(streamFieldShown(info, StreamModel::Bitrate), u"12\u2009740"_s);
    info.fps = 29.97;
    QCOMPARE(streamFieldShown(info, StreamModel::Fps), u"29.97"_s);
}

void TestStreamFields::oneLineIsOneLine()
{
    QCOMPARE(oneLine(u"a\nb\tc\u202ed\u2028e"_s), u"a b c d e"_s);
    QCOMPARE(
        oneLine(u"e"_s + QString(2000, QChar(0x0336)) + u"f"_s, 3000), u"e"_s + QString(4, QChar(0x0336)) + u"f"_s);
    QCOMPARE(oneLine(u"a"_s + QChar(0xd83d) + u"b"_s), u"a\ufffdb"_s);
    QCOMPARE(oneLine(u"😀😀"_s, 3), u"😀\ufffd…"_s); // never half a pair
    QCOMPARE(oneLine(QString(1000, u'x'), 10), QString(10, u'x') + u'…');
    PlayInfo info;
    info.definition = QString(1'000'000, u'x');
    QVERIFY(streamFieldShown(info, StreamModel::Definition).size() < 400);
}

QTEST_GUILESS_MAIN(TestStreamFields)
#include "tst_stream_fields.moc"
