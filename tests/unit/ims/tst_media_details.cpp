// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;

class TestMediaDetails final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wholeAsset();
    void trackFields();
    void anyFieldOfAnyType_data();
    void anyFieldOfAnyType();
    void oddShapes();
    void batch();
    void categories();
    void oddCategories();

private:
    static QJsonObject sample();
};

QJsonObject TestMediaDetails::sample()
{
    return QJsonDocument::fromJson(R"({"RequestId":"R-1","MediaInfo":{"MediaId":"m1",
      "MediaBasicInfo":{"Title":"t","CateName":"News","Snapshots":"[]","Biz":"ICE"},
      "FileInfoList":[{"FileBasicInfo":{"FileName":"a.mp4","FileType":"source_file","FileStatus":"Normal",
          "FileUrl":"https://h/a.mp4","FormatName":"mov,mp4","Region":"cn-shanghai","FileSize":"12345","Width":"1920",
          "Height":"1080","Duration":"9.5","Bitrate":"1912.13","CreateTime":"2026-01-02T03:04:05Z",
          "ModifiedTime":"2026-01-02T03:04:06Z"},
        "VideoStreamInfoList":[{"Index":"0","CodecName":"h264","CodecLongName":"H.264 / AVC","Profile":"High",
          "Lang":"und","Width":"1920","Height":"1080","Fps":"29.97","AvgFPS":"30","Bitrate":"1001.594",
          "Duration":"9.5","Nb_frames":"285"}],
        "AudioStreamInfoList":[{"Index":"1","CodecName":"aac","Channels":"2","SampleRate":"48000","Lang":"eng"}],
        "SubtitleStreamInfoList":[{"Index":"2","CodecName":"webvtt","Lang":"fre"}]},
        {"FileBasicInfo":{"FileName":"b.ts","FileType":"transcode_file"}}]}})")
        .object();
}

void TestMediaDetails::wholeAsset()
{
    const auto got = decodeMediaInfo(QJsonDocument(sample()).toJson());
    QVERIFY(got);
    QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
    QCOMPARE(got->info.requestId, u"R-1"_s);
    const MediaBasicInfo& basic = got->media.basic;
    QCOMPARE(basic.mediaId, u"m1"_s);
    QCOMPARE(basic.category, u"News"_s);
    QCOMPARE(basic.duration, 9.5);
    QCOMPARE(basic.size, 12345);
    QCOMPARE(basic.width, 1920);
    QCOMPARE(basic.height, 1080);
    QCOMPARE(basic.raw, sample().value("MediaInfo"_L1).toObject());
    QCOMPARE(got->media.files.size(), 2);
    const MediaFile& file = got->media.files.first();
    QCOMPARE(file.fileName, u"a.mp4"_s);
    QCOMPARE(file.fileType, u"source_file"_s);
    QCOMPARE(file.fileStatus, u"Normal"_s);
    QCOMPARE(file.fileUrl, u"https://h/a.mp4"_s);
    QCOMPARE(file.formatName, u"mov,mp4"_s);
    QCOMPARE(file.region, u"cn-shanghai"_s);
    QCOMPARE(file.bitrate, 1912.13);
    QCOMPARE(file.createTime.secsTo(file.modifiedTime), 1);
    QCOMPARE(file.tracks.size(), 3);
    const MediaTrack& video = file.tracks.at(0);
    QVERIFY(video.kind == MediaTrack::Kind::Video);
    QCOMPARE(video.codecName, u"h264"_s);
    QCOMPARE(video.codecLongName, u"H.264 / AVC"_s);
    QCOMPARE(video.profile, u"High"_s);
    QCOMPARE(video.index, 0);
    QCOMPARE(video.width, 1920);
    QCOMPARE(video.height, 1080);
    QCOMPARE(video.fps, 29.97);
    QCOMPARE(video.bitrate, 1001.594);
    QCOMPARE(video.duration, 9.5);
    const MediaTrack& audio = file.tracks.at(1);
    QVERIFY(audio.kind == MediaTrack::Kind::Audio);
    QCOMPARE(audio.channels, 2);
    QCOMPARE(audio.sampleRate, 48000);
    QCOMPARE(audio.lang, u"eng"_s);
    QVERIFY(file.tracks.at(2).kind == MediaTrack::Kind::Subtitle);
    QCOMPARE(file.tracks.at(2).codecName, u"webvtt"_s);
    QVERIFY(got->media.files.last().tracks.isEmpty() && !got->media.files.last().size);
}

void TestMediaDetails::trackFields()
{
    MediaTrack track;
    track.raw = { { u"Width"_s, u"640"_s }, { u"Zebra"_s, QJsonObject { { u"a"_s, 1 } } }, { u"Index"_s, 3 },
        { u"AvgFPS"_s, u"25"_s }, { u"Alpha"_s, QJsonArray { 1, 2 } }, { u"Dar"_s, QJsonValue() } };
    const QList<QPair<QString, QString>> expected { { u"AvgFPS"_s, u"25"_s }, { u"Dar"_s, QString() },
        { u"Index"_s, u"3"_s }, { u"Width"_s, u"640"_s }, { u"Alpha"_s, u"[1,2]"_s }, { u"Zebra"_s, u"{\"a\":1}"_s } };
    QCOMPARE(track.fields(), expected);
    track.kind = MediaTrack::Kind::Subtitle; // which knows no Width
    QCOMPARE(track.fields().first().first, u"Index"_s);
    for (int i = 0; i < 1000; ++i)
        track.raw.insert(u"f%1"_s.arg(i), i);
    QCOMPARE(track.fields().size(), 500);
}

void TestMediaDetails::anyFieldOfAnyType_data()
{
    QTest::addColumn<QString>("list"); // whose first entry is changed
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const QJsonObject file =
        sample().value("MediaInfo"_L1).toObject().value("FileInfoList"_L1).toArray().first().toObject();
    const QList<QJsonValue> values { QJsonValue::Null, true, 12, -1.5, 1e300, u"text"_s, u"99999999999999999999"_s,
        u""_s, QJsonArray { 1 }, QJsonObject { { u"a"_s, 1 } } };
    for (const QString& list : { u"VideoStreamInfoList"_s, u"AudioStreamInfoList"_s, u"FileBasicInfo"_s }) {
        const QJsonValue holder = file.value(list);
        const QJsonObject object = holder.isArray() ? holder.toArray().first().toObject() : holder.toObject();
        for (const QString& field : object.keys()) {
            for (qsizetype i = 0; i < values.size(); ++i)
                QTest::addRow("%s %s %d", qPrintable(list), qPrintable(field), int(i)) << list << field << values.at(i);
        }
    }
}

void TestMediaDetails::anyFieldOfAnyType()
{
    QFETCH(const QString, list);
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject top = sample();
    QJsonObject media = top.value("MediaInfo"_L1).toObject();
    QJsonArray files = media.value("FileInfoList"_L1).toArray();
    QJsonObject file = files.first().toObject();
    const bool isList = file.value(list).isArray();
    QJsonObject changed = isList ? file.value(list).toArray().first().toObject() : file.value(list).toObject();
    changed.insert(field, value);
    file.insert(list, isList ? QJsonValue(QJsonArray { changed }) : QJsonValue(changed));
    files.replace(0, file);
    media.insert(u"FileInfoList"_s, files);
    top.insert(u"MediaInfo"_s, media);
    const auto got = decodeMediaInfo(QJsonDocument(top).toJson());
    QVERIFY(got);
    QCOMPARE(got->media.files.size(), 2);
    QCOMPARE(got->media.files.first().tracks.size(), 3); // never more than the one field
    QCOMPARE(got->media.files.first().tracks.last().codecName, u"webvtt"_s);
    QCOMPARE(got->media.files.first().raw, file);
    if (value.isArray() || value.isObject()) {
        const bool typed = field != "Nb_frames"_L1 && field != "AvgFPS"_L1; // else only raw holds it
        QCOMPARE(got->info.oddities.join(u' ').contains(field), typed);
    }
}

void TestMediaDetails::oddShapes()
{
    for (const auto& [body, note] :
        { std::pair("{}", "MediaInfo: is missing"),
            { R"({"MediaInfo":7})", "MediaInfo: a number instead of an object" },
            { R"({"MediaInfo":{"FileInfoList":{}}})", "FileInfoList: an object instead of a list" },
            { R"({"MediaInfo":{"FileInfoList":[1]}})", "FileInfoList[0]: a number" },
            { R"({"MediaInfo":{"FileInfoList":[{"VideoStreamInfoList":["x"]}]}})", "VideoStreamInfoList[0]: text" } }) {
        const auto got = decodeMediaInfo(body);
        QVERIFY(got);
        QVERIFY2(got->info.oddities.join(u'\n').contains(QLatin1StringView(note)), body);
    }
    for (const char* body : { "", "[]", "<html>", R"({"MediaInfo":)" }) {
        QCOMPARE(decodeMediaInfo(body).error().kind, ErrorKind::Protocol);
        QCOMPARE(decodeMediaBatch(body).error().kind, ErrorKind::Protocol);
        QCOMPARE(decodeCategories(body).error().kind, ErrorKind::Protocol);
        QCOMPARE(decodeSearchPage(body).error().kind, ErrorKind::Protocol);
    }
}

void TestMediaDetails::batch()
{
    const QJsonValue media = sample().value("MediaInfo"_L1);
    const auto got = decodeMediaBatch(QJsonDocument(QJsonObject { { u"MediaInfos"_s, QJsonArray { media, 5, media } },
                                                        { u"IgnoredList"_s, QJsonArray { u"gone"_s, 3, u"x"_s } } })
                                          .toJson());
    QVERIFY(got);
    QCOMPARE(got->medias.size(), 2);
    QCOMPARE(got->medias.last().files.first().tracks.size(), 3);
    QCOMPARE(got->ignored, (QStringList { u"gone"_s, u"x"_s }));
    QCOMPARE(got->info.oddities.size(), 2);
    QVERIFY(got->info.oddities.last().startsWith("IgnoredList[1]"_L1));
}

void TestMediaDetails::categories()
{
    const auto got = decodeCategories(R"({"RequestId":"R","SubTotal":3,
        "Category":{"CateId":5,"CateName":"News","Level":0,"ParentId":-1,"Type":"default"},
        "SubCategories":{"Category":[
          {"CateId":9007199254740993,"CateName":"Night","Level":1,"ParentId":5,"Type":"default","SubTotal":0},
          {"CateId":0,"CateName":"Day"}]}})");
    QVERIFY(got);
    QVERIFY2(got->info.oddities.isEmpty(), qPrintable(got->info.oddities.join(u'\n')));
    QCOMPARE(got->subTotal, 3);
    QVERIFY(got->category);
    QCOMPARE(got->category->cateId, 5);
    QCOMPARE(got->category->parentId, -1);
    QCOMPARE(got->children.size(), 2);
    const Category& child = got->children.first();
    QCOMPARE(child.cateId, 9'007'199'254'740'993);
    QCOMPARE(child.name, u"Night"_s);
    QCOMPARE(child.level, 1);
    QCOMPARE(child.parentId, 5);
    QCOMPARE(child.type, u"default"_s);
    QCOMPARE(child.subTotal, 0);
    QCOMPARE(child.raw.size(), 6);
    QCOMPARE(got->children.last().cateId, 0);
    QVERIFY(!got->children.last().level && !got->children.last().subTotal);
}

void TestMediaDetails::oddCategories()
{
    const auto got = decodeCategories(R"({"SubTotal":"2","Category":{"CateName":"no id"},"SubCategories":{"Category":[
        {"CateName":"no id"},{"CateId":"12","Level":"high","ParentId":[]},{"CateId":1e300},7]}})");
    QVERIFY(got);
    QVERIFY(!got->category);
    QCOMPARE(got->subTotal, 2);
    QCOMPARE(got->children.size(), 1);
    QCOMPARE(got->children.first().cateId, 12);
    const QString notes = got->info.oddities.join(u'\n');
    for (const char* path : { "SubTotal", "Category.CateId", "SubCategories.Category[0].CateId",
             "SubCategories.Category[1].CateId", "SubCategories.Category[1].Level",
             "SubCategories.Category[1].ParentId", "SubCategories.Category[2].CateId", "SubCategories.Category[3]" })
        QVERIFY2(notes.contains(QLatin1StringView(path) + u':'), qPrintable(notes));
    for (const char* body : { "{}", R"({"SubCategories":null})", R"({"SubCategories":{}})" })
        QVERIFY(decodeCategories(body)->children.isEmpty()); // a leaf
}

QTEST_GUILESS_MAIN(TestMediaDetails)
#include "tst_media_details.moc"
