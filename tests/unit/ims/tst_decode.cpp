// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestDecode final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void samplePage();
    void anyFieldMissing();
    void anyFieldOfAnyType_data();
    void anyFieldOfAnyType();
    void numbers_data();
    void numbers();
    void times_data();
    void times();
    void streamTags_data();
    void streamTags();
    void unknownValuesAreKept();
    void notAnObject_data();
    void notAnObject();
    void oddShapes_data();
    void oddShapes();
    void bounds();

private:
    static QByteArray sample()
    {
        QFile file(QStringLiteral(TEST_DATA "/getplayinfo_sample.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <typename T>
    static Error errorOf(const Result<T>& result)
    {
        return result ? Error {} : result.error();
    }
    static QJsonObject sampleStream()
    {
        return QJsonDocument::fromJson(sample()).object().value("PlayInfoList"_L1).toArray().first().toObject();
    }
    static QByteArray replyWith(const QJsonObject& stream)
    {
        return QJsonDocument(QJsonObject { { u"RequestId"_s, u"R"_s }, { u"MediaBase"_s, QJsonObject() },
                                 { u"PlayInfoList"_s, QJsonArray { stream } } })
            .toJson();
    }
};

void TestDecode::samplePage()
{
    const auto got = decodePlayInfo(sample());
    QVERIFY(got);
    QCOMPARE(got->info.requestId, u"******11-DB8D-4A9A-875B-275798******"_s);
    QCOMPARE(got->info.body, sample());
    QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
    const MediaBase& base = got->mediaBase;
    QCOMPARE(base.mediaId, u"2eea77a61c7b4ddd95bec34a6f65b***"_s);
    QCOMPARE(base.title, u"testTitle"_s);
    QCOMPARE(base.description, u"desc"_s);
    QCOMPARE(base.mediaType, u"video"_s);
    QCOMPARE(base.status, u"Normal"_s);
    QCOMPARE(base.mediaTags, (QStringList { u"test"_s, u"ccc"_s }));
    QCOMPARE(base.cateId, 4220);
    QCOMPARE(base.creationTime.toString(Qt::ISODate), u"2021-09-22T10:07:31+08:00"_s);
    QVERIFY(base.coverUrl.endsWith("large_cover_url.jpg"_L1));
    QCOMPARE(base.raw.size(), 9);
    QCOMPARE(got->playInfoList.size(), 1);
    const PlayInfo& stream = got->playInfoList.first();
    QCOMPARE(stream.definition, u"HD"_s);
    QCOMPARE(stream.format, u"mp4"_s);
    QCOMPARE(stream.streamType, u"video"_s);
    QCOMPARE(stream.status, u"Normal"_s);
    QCOMPARE(stream.encryptType, u"AliyunVoDEncryption"_s);
    QCOMPARE(stream.hdrType, u"HDR"_s);
    QCOMPARE(stream.narrowBandType, u"0"_s);
    QCOMPARE(stream.transTemplateType, u"Normal"_s);
    QCOMPARE(stream.jobId, u"36c9d38e70bf43ed9f7f8f48d6356***"_s);
    QCOMPARE(stream.watermarkId, u"5bed88672b1e2520ead228935ed51***"_s);
    QCOMPARE(stream.playUrl, u"https://***.aliyuncdn.com/sv/756bee1-17f980f0945/756bee1-17f980f0945.mp4"_s);
    QVERIFY(stream.fileUrl.endsWith(".mpeg"_L1));
    QCOMPARE(stream.size, 418112);
    QCOMPARE(stream.width, 1024);
    QCOMPARE(stream.height, 1080);
    QCOMPARE(stream.encrypt, 0);
    QCOMPARE(stream.bitDepth, 8);
    QCOMPARE(stream.bitrate, 20.0);
    QCOMPARE(stream.duration, 9.0464);
    QCOMPARE(stream.fps, 25.0);
    QCOMPARE(stream.creationTime.toUTC().toString(Qt::ISODate), u"2022-05-10T02:28:49Z"_s);
    QCOMPARE(stream.modificationTime.toUTC().toString(Qt::ISODateWithMs), u"2022-05-13T03:39:41.714Z"_s);
    QCOMPARE(stream.modificationTime.offsetFromUtc(), 8 * 3600);
    QCOMPARE(stream.streamTags["ims.audioServiceType"_L1].toString(), u"AudioEnhancement"_s);
    QCOMPARE(stream.raw.size(), 23);
}

void TestDecode::anyFieldMissing()
{
    for (const QString& name : sampleStream().keys()) {
        QJsonObject stream = sampleStream();
        stream.remove(name);
        const auto got = decodePlayInfo(replyWith(stream));
        QVERIFY2(got && got->playInfoList.size() == 1, qPrintable(name));
        QVERIFY(got->info.oddities.isEmpty());
    }
    const auto empty = decodePlayInfo("{}");
    QVERIFY(empty);
    QVERIFY(empty->playInfoList.isEmpty());
    QCOMPARE(empty->info.oddities.size(), 2); // MediaBase and PlayInfoList are missing, and that is said
    const auto bare = decodePlayInfo(replyWith({}));
    QCOMPARE(bare->playInfoList.size(), 1);
    QVERIFY(!bare->playInfoList.first().size && !bare->playInfoList.first().duration);
    QVERIFY(bare->playInfoList.first().streamTags.isUndefined());
    QVERIFY(!bare->playInfoList.first().creationTime.isValid());
}

void TestDecode::anyFieldOfAnyType_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const QList<QJsonValue> values { QJsonValue::Null, true, 12, -1.5, 1e300, u"text"_s, u"12"_s, u""_s,
        QJsonArray { 1, u"a"_s }, QJsonObject { { u"a"_s, 1 } } };
    for (const QString& name : sampleStream().keys()) {
        for (qsizetype i = 0; i < values.size(); ++i)
            QTest::addRow("%s %d", qPrintable(name), static_cast<int>(i)) << name << values.at(i);
    }
}

void TestDecode::anyFieldOfAnyType()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject stream = sampleStream();
    stream.insert(field, value);
    const auto got = decodePlayInfo(replyWith(stream));
    QVERIFY(got);
    QCOMPARE(got->playInfoList.size(), 1); // never the whole stream
    const PlayInfo& info = got->playInfoList.first();
    QCOMPARE(info.raw.value(field), value);
    if (field != "Definition"_L1)
        QCOMPARE(info.definition, u"HD"_s); // nor another field
    for (const auto& number : { info.bitrate, info.duration, info.fps })
        QVERIFY(!number || (std::isfinite(*number) && *number >= 0));
    const bool text = sampleStream().value(field).isString();
    const bool absent = value.isNull() || value == QJsonValue(u""_s);
    if (absent)
        QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
    else if (value.isArray() || value.isObject() || (text && !value.isString()) || (!text && !value.isDouble()))
        QVERIFY(got->info.oddities.join(u' ').contains(field));
}

void TestDecode::numbers_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<double>("size"); // -1: absent
    QTest::addColumn<double>("duration");
    const auto row = [](const char* name, const QJsonValue& value, double size, double duration) {
        QTest::newRow(name) << value << size << duration;
    };
    row("zero", 0, 0, 0);
    row("number", 12, 12, 12);
    row("text", u"12"_s, 12, 12);
    row("text with blanks", u" 12 "_s, 12, 12);
    row("fraction", 9.6, 10, 9.6);
    row("text fraction", u"9.6"_s, 10, 9.6);
    row("exponent", u"1e3"_s, 1000, 1000);
    row("2^53+1 keeps its last digit", qint64(9'007'199'254'740'993), 9'007'199'254'740'993.0, -1);
    row("negative", -1, -1, -1);
    row("negative text", u"-1"_s, -1, -1);
    row("nan", u"nan"_s, -1, -1);
    row("inf", u"inf"_s, -1, -1);
    row("minus inf", u"-inf"_s, -1, -1);
    row("huge", 1e300, -1, -1);
    row("huge text", u"1e999"_s, -1, -1);
    row("many digits", u"99999999999999999999999"_s, -1, -1);
    row("words", u"many"_s, -1, -1);
    row("hex", u"0x10"_s, -1, -1);
    row("grouped", u"1,000"_s, -1, -1);
    row("local", u"9,5"_s, -1, -1);
    row("list", QJsonArray { 1 }, -1, -1);
}

void TestDecode::numbers()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const double, size);
    QFETCH(const double, duration);
    QJsonObject stream = sampleStream();
    stream.insert(u"Size"_s, value);
    stream.insert(u"Duration"_s, value);
    const auto got = decodePlayInfo(replyWith(stream));
    QVERIFY(got);
    const PlayInfo& info = got->playInfoList.first();
    QCOMPARE(static_cast<double>(info.size.value_or(-1)), size);
    QCOMPARE(info.duration.value_or(-1), duration);
    const QString notes = got->info.oddities.join(u'\n');
    if (size < 0)
        QVERIFY2(notes.contains("PlayInfoList[0].Size: "_L1), qPrintable(notes));
    if (duration < 0)
        QVERIFY2(notes.contains("PlayInfoList[0].Duration: "_L1), qPrintable(notes));
    if (value.toInteger() == 9'007'199'254'740'993)
        QCOMPARE(info.size, 9'007'199'254'740'993);
}

void TestDecode::times_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("utc") << u"2022-05-10T02:28:49Z"_s << u"2022-05-10T02:28:49.000Z"_s;
    QTest::newRow("offset") << u"2022-05-13T11:39:41.714+08:00"_s << u"2022-05-13T03:39:41.714Z"_s;
    QTest::newRow("negative offset") << u"2022-05-13T11:39:41-05:30"_s << u"2022-05-13T17:09:41.000Z"_s;
    QTest::newRow("no offset is utc") << u"2022-05-10T02:28:49"_s << u"2022-05-10T02:28:49.000Z"_s;
    QTest::newRow("blanks") << u" 2022-05-10T02:28:49Z "_s << u"2022-05-10T02:28:49.000Z"_s;
    QTest::newRow("words") << u"yesterday"_s << QString();
    QTest::newRow("impossible") << u"2022-02-31T00:00:00Z"_s << QString();
    QTest::newRow("long") << QString(5000, u'1') << QString();
}

void TestDecode::times()
{
    QFETCH(const QString, text);
    QFETCH(const QString, utc);
    QJsonObject stream = sampleStream();
    stream.insert(u"CreationTime"_s, text);
    const auto got = decodePlayInfo(replyWith(stream));
    QVERIFY(got);
    const QDateTime time = got->playInfoList.first().creationTime;
    QCOMPARE(time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString(), utc);
    QCOMPARE(got->info.oddities.isEmpty(), !utc.isEmpty());
}

void TestDecode::streamTags_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("expected");
    const QJsonValue tags = QJsonObject { { u"a"_s, u"b"_s } };
    QTest::newRow("once") << uR"({"a": "b"})"_s << tags;
    QTest::newRow("twice") << uR"("{\"a\": \"b\"}")"_s << tags;
    QTest::newRow("three times") << uR"("\"{\\\"a\\\": \\\"b\\\"}\"")"_s << tags;
    QTest::newRow("list") << u"[1]"_s << QJsonValue(QJsonArray { 1 });
    QTest::newRow("text in json") << uR"("plain")"_s << QJsonValue(u"plain"_s);
    QTest::newRow("number") << u"5"_s << QJsonValue(5);
    QTest::newRow("plain") << u"plain"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("cut") << uR"({"a": )"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("two") << u"1,2"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("bracket trick") << u"1],[2"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("empty") << QString() << QJsonValue(QJsonValue::Undefined);
}

void TestDecode::streamTags()
{
    QFETCH(const QString, text);
    QFETCH(const QJsonValue, expected);
    const QJsonValue got = decodeStreamTags(text);
    QCOMPARE(got.type(), expected.type());
    QCOMPARE(got, expected);
}

void TestDecode::unknownValuesAreKept()
{
    QJsonObject stream = sampleStream();
    for (const char* name : { "Definition", "HDRType", "Format", "Status", "EncryptType", "TransTemplateType",
             "StreamType", "NarrowBandType" })
        stream.insert(QString::fromLatin1(name), u"Brand-New 新"_s);
    stream.insert(u"FieldOfTomorrow"_s, 1);
    const auto got = decodePlayInfo(replyWith(stream));
    const PlayInfo& info = got->playInfoList.first();
    for (const QString& value : { info.definition, info.hdrType, info.format, info.status, info.encryptType,
             info.transTemplateType, info.streamType, info.narrowBandType })
        QCOMPARE(value, u"Brand-New 新"_s);
    QVERIFY(info.raw.contains("FieldOfTomorrow"_L1));
    QVERIFY(got->info.oddities.isEmpty());
}

void TestDecode::notAnObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("blank") << QByteArray(" \r\n ") << u"empty"_s;
    QTest::newRow("list") << QByteArray("[]") << u"not an object"_s;
    QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html>log in</html>") << u"web page"_s;
    QTest::newRow("words") << QByteArray("hello") << u"not valid JSON"_s;
    QTest::newRow("malformed") << QByteArray(R"({"RequestId": oops, "PlayInfoList": []})") << u"not valid JSON"_s;
    QTest::newRow("trailing") << QByteArray("{} x") << u"not valid JSON"_s;
    QTest::newRow("not utf-8") << QByteArray("{\"a\":\"\xff\xfe\"}") << u"not valid JSON"_s;
    QTest::newRow("nested too deep") << QByteArray(5000, '[') << u"not valid JSON"_s;
    const QByteArray whole = sample();
    for (const qsizetype size : { whole.size() / 2, whole.size() - 4, qsizetype(40), qsizetype(1) })
        QTest::addRow("cut at %d", static_cast<int>(size)) << whole.left(size) << u"ends too early"_s;
}

void TestDecode::notAnObject()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, words);
    for (const Error& error : { errorOf(decodePlayInfo(body)), errorOf(decodeMediaPage(body)) }) {
        QCOMPARE(error.kind, ErrorKind::Protocol);
        QVERIFY2(error.message.contains(words), qPrintable(error.message));
        QVERIFY(!error.advice.isEmpty());
    }
}

void TestDecode::oddShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("streams");
    QTest::addColumn<QString>("note");
    QTest::newRow("base is a list") << QByteArray(R"({"MediaBase": [], "PlayInfoList": []})") << 0
                                    << u"MediaBase: a list"_s;
    QTest::newRow("list is an object") << QByteArray(R"({"MediaBase": {}, "PlayInfoList": {}})") << 0
                                       << u"PlayInfoList: an object"_s;
    QTest::newRow("entries") << QByteArray(R"({"MediaBase": {}, "PlayInfoList": [1, "a", {"Definition": "HD"}, null]})")
                             << 1 << u"PlayInfoList[1]: text instead"_s;
    QTest::newRow("request id") << QByteArray(R"({"RequestId": 5, "MediaBase": {}, "PlayInfoList": []})") << 0
                                << u"RequestId: a number"_s;
    QTest::newRow("tags as a list") << QByteArray(R"({"MediaBase": {"MediaTags": ["a", " b,c "]}, "PlayInfoList": []})")
                                    << 0 << u"MediaBase.MediaTags: a list"_s;
    QTest::newRow("tags as an object") << QByteArray(R"({"MediaBase": {}, "PlayInfoList": [{"StreamTags": {"a": 1}}]})")
                                       << 1 << u"StreamTags: an object"_s;
}

void TestDecode::oddShapes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, streams);
    QFETCH(const QString, note);
    const auto got = decodePlayInfo(body);
    QVERIFY(got);
    QCOMPARE(got->playInfoList.size(), streams);
    QVERIFY2(got->info.oddities.join(u'\n').contains(note), qPrintable(got->info.oddities.join(u'\n')));
}

void TestDecode::bounds()
{
    QJsonObject stream = sampleStream();
    stream.insert(u"Definition"_s, QString(100'000, u'D'));
    stream.insert(u"PlayURL"_s, u"https://a/"_s + QString(100'000, u'x'));
    auto got = decodePlayInfo(replyWith(stream));
    QCOMPARE(got->playInfoList.first().definition.size(), 16'384);
    QVERIFY(got->playInfoList.first().playUrl.isEmpty()); // half a URL is worth nothing
    QCOMPARE(got->info.oddities.size(), 2);

    QByteArray many = R"({"MediaBase":{},"PlayInfoList":[{"Size":"x"})";
    for (int i = 0; i < 10'500; ++i)
        many += R"(,{"Size":"x"})";
    got = decodePlayInfo(many + "]}");
    QCOMPARE(got->playInfoList.size(), 10'000);
    QCOMPARE(got->info.oddities.size(), 201); // bounded too, and the last line says how many more
    QVERIFY(got->info.oddities.first().contains("10501"_L1));
}

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
