// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox_fixture.h"
#include "tests/support/resident_memory.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkInterface>
#include <QSet>
#include <QTcpSocket>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestSandboxApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readyLine();
    void listensOnLoopbackOnly();
    void aTakenPortIsAnError();
    void officialWireForm();
    void signaturesAndTokens_data();
    void signaturesAndTokens();
    void envelope();
    void playInfoArguments_data();
    void playInfoArguments();
    void playInfoOfEachState();
    void publishedSample();
    void pagesThroughAll();
    void filters_data();
    void filters();
    void listArguments_data();
    void listArguments();
    void mediaInfos();
    void categories();
    void search_data();
    void search();
    void searchScrolls();
    void aMillionAssets();
    void stopsAtOnce();

private:
    std::unique_ptr<SandboxFixture> m_box;
};

void TestSandboxApi::initTestCase()
{
    m_box = std::make_unique<SandboxFixture>(sandbox::Options { .assets = 30 });
    QCOMPARE(m_box->problem(), QString());
}

void TestSandboxApi::readyLine()
{
    const QByteArray line = m_box->server().readyLine();
    QVERIFY(!line.contains('\n'));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json.keys(),
        (QStringList { u"accessKeyId"_s, u"accessKeySecret"_s, u"assets"_s, u"endpoint"_s, u"mediaEndpoint"_s,
            u"mediaIds"_s, u"region"_s }));
    QCOMPARE(json["mediaIds"_L1].toArray().size(), 20);
    QCOMPARE(json["mediaIds"_L1][0].toString(), SandboxFixture::cityId());
    QCOMPARE(json["assets"_L1].toInteger(), m_box->server().assetCount());
    SandboxFixture other;
    QVERIFY(other.server().accessKeySecret() != m_box->server().accessKeySecret());
}

void TestSandboxApi::listensOnLoopbackOnly()
{
    const auto addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress& address : addresses) {
        if (address.isLoopback() || address.isLinkLocal() || address.protocol() != QAbstractSocket::IPv4Protocol)
            continue;
        for (const int port : { m_box->port(), m_box->mediaPort() }) {
            QTcpSocket socket;
            socket.connectToHost(address, quint16(port));
            QVERIFY2(!socket.waitForConnected(3000), qPrintable(address.toString()));
        }
    }
}

void TestSandboxApi::aTakenPortIsAnError()
{
    SandboxFixture second(sandbox::Options { .port = quint16(m_box->port()) });
    QVERIFY2(second.problem().contains(QString::number(m_box->port())), qPrintable(second.problem()));
}

void TestSandboxApi::officialWireForm()
{
    // Section 6 of the API reference: unsorted query, raw "*", extra signed headers, host with port.
    const TestPairs parameters { { "MediaId", SandboxFixture::cityId().toLatin1() }, { "AuthTimeout", "7200" },
        { "Extra", "a b*~测试" } };
    const QByteArray bytes = m_box->signer().v3(
        "GetPlayInfo", parameters, { { "x-acs-retry-attempts", "1" }, { "x-acs-retry-delay", "300" } });
    QVERIFY(bytes.contains("&AuthTimeout=7200&Extra=a%20b*~%E6%B5%8B"));
    RawReply reply = exchange(m_box->port(), bytes);
    QVERIFY2(reply.status == 200, reply.body.constData());
    QCOMPARE(exchange(m_box->port(), bytes).code(), u"SignatureNonceUsed"_s);
    // A form body, chunked.
    reply = exchange(m_box->port(), m_box->signer().v3WithForm("GetPlayInfo", parameters));
    QVERIFY2(reply.status == 200, reply.body.constData());
    // The legacy signature, both ways.
    for (const char* method : { "GET", "POST" }) {
        reply = exchange(m_box->port(), m_box->signer().rpc(method, "GetPlayInfo", parameters));
        QVERIFY2(reply.status == 200, reply.body.constData());
        QCOMPARE(reply.json()["MediaBase"_L1]["Title"_L1].toString(), u"City night drive"_s);
    }
}

void TestSandboxApi::signaturesAndTokens_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << u"good"_s << 200 << QString();
    QTest::newRow("STS") << u"sts"_s << 200 << QString();
    QTest::newRow("STS without token") << u"sts-bare"_s << 400 << u"MissingSecurityToken"_s;
    QTest::newRow("STS expired") << u"sts-expired"_s << 400 << u"InvalidSecurityToken.Expired"_s;
    QTest::newRow("inactive") << u"inactive"_s << 400 << u"InvalidAccessKeyId.Inactive"_s;
    QTest::newRow("unknown") << u"unknown"_s << 404 << u"InvalidAccessKeyId.NotFound"_s;
    QTest::newRow("wrong secret") << u"wrong"_s << 400 << u"SignatureDoesNotMatch"_s;
    QTest::newRow("clock") << u"clock"_s << 400 << u"InvalidTimeStamp.Expired"_s;
    QTest::newRow("clock within") << u"clock-within"_s << 200 << QString();
}

void TestSandboxApi::signaturesAndTokens()
{
    QFETCH(QString, who);
    QFETCH(int, status);
    QFETCH(QString, code);
    const sandbox::Server& server = m_box->server();
    TestSigner signer = m_box->signer();
    if (who.startsWith("sts"_L1)) {
        const bool expired = who == "sts-expired"_L1;
        signer.keyId = (expired ? server.expiredStsAccessKeyId() : server.stsAccessKeyId()).toLatin1();
        signer.secret = (expired ? server.expiredStsAccessKeySecret() : server.stsAccessKeySecret()).toLatin1();
        if (who != "sts-bare"_L1)
            signer.token = (expired ? server.expiredStsToken() : server.stsToken()).toLatin1();
    } else if (who == "inactive"_L1) {
        signer.keyId = server.inactiveAccessKeyId().toLatin1();
        signer.secret = server.inactiveAccessKeySecret().toLatin1();
    } else if (who == "unknown"_L1) {
        signer.keyId = "LTAI5tNobody";
    } else if (who == "wrong"_L1) {
        signer.secret += "x";
    } else if (who.startsWith("clock"_L1)) {
        signer.clockOffsetS = who == "clock"_L1 ? -910 : 890;
    }
    const TestPairs parameters { { "MediaId", SandboxFixture::cityId().toLatin1() } };
    for (const QByteArray& bytes :
        { signer.v3("GetPlayInfo", parameters), signer.rpc("POST", "GetPlayInfo", parameters) }) {
        const RawReply reply = exchange(m_box->port(), bytes);
        QCOMPARE(reply.code(), code);
        QCOMPARE(reply.status, status);
    }
}

void TestSandboxApi::envelope()
{
    const RawReply reply = m_box->ask("NoSuchAction");
    QCOMPARE(reply.status, 404);
    const QJsonObject json = reply.json();
    QCOMPARE(json.keys(), (QStringList { u"Code"_s, u"HostId"_s, u"Message"_s, u"Recommend"_s, u"RequestId"_s }));
    QCOMPARE(json["Code"_L1].toString(), u"InvalidApi.NotFound"_s);
    QCOMPARE(reply.header("x-acs-request-id"), json["RequestId"_L1].toString().toLatin1());
    QVERIFY(!reply.header("Date").isEmpty());
    QCOMPARE(reply.header("Content-Type"), "application/json;charset=utf-8");
    // No signature at all, a browser's GET, and the SDK's action header without a signature.
    QCOMPARE(exchange(m_box->port(), "GET / HTTP/1.1\r\nHost: h\r\n\r\n").code(), u"MissingAccessKeyId"_s);
    QCOMPARE(
        exchange(m_box->port(), "POST / HTTP/1.1\r\nHost: h\r\nx-acs-action: GetPlayInfo\r\nContent-Length: 0\r\n\r\n")
            .code(),
        u"MissingAuthorization"_s);
}

void TestSandboxApi::playInfoArguments_data()
{
    QTest::addColumn<TestPairs>("parameters");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const QByteArray id = SandboxFixture::cityId().toLatin1();
    const auto row = [](const char* name, const TestPairs& parameters, int status, const QString& code) {
        QTest::newRow(name) << parameters << status << code;
    };
    row("neither", {}, 400, u"MissingParameter"_s);
    row("empty", { { "MediaId", "" } }, 400, u"MissingParameter"_s);
    row("both", { { "MediaId", id }, { "InputURL", "oss://a/b" } }, 400, u"InvalidParameter"_s);
    row("unknown id", { { "MediaId", "0123456789abcdef0123456789abcdef" } }, 404, u"ResourceNotFound"_s);
    row("unknown url", { { "InputURL", "oss://a/b" } }, 404, u"NoMatchedInputUrl"_s);
    row("3599", { { "MediaId", id }, { "AuthTimeout", "3599" } }, 400, u"InvalidParameter"_s);
    row("3600", { { "MediaId", id }, { "AuthTimeout", "3600" } }, 200, {});
    row("not a number", { { "MediaId", id }, { "AuthTimeout", "soon" } }, 400, u"InvalidParameter"_s);
    row("too large", { { "MediaId", id }, { "AuthTimeout", "99999999999" } }, 400, u"InvalidParameter"_s);
    row("vod url", { { "InputURL", "vod://20b48fb04483915d4f2cd8ac5a1e0001" } }, 200, {});
    row("oss url", { { "InputURL", "oss://proofreel-demo-in/travel/茶山春色.mp4" } }, 200, {});
    row("https url", { { "InputURL", "http://example-bucket.oss-cn-shanghai.aliyuncs.com/example.mp4" } }, 200, {});
}

void TestSandboxApi::playInfoArguments()
{
    QFETCH(TestPairs, parameters);
    QFETCH(int, status);
    QFETCH(QString, code);
    const RawReply reply = m_box->ask("GetPlayInfo", parameters);
    QCOMPARE(reply.code(), code);
    QCOMPARE(reply.status, status);
    if (status == 200)
        QVERIFY(!reply.json()["PlayInfoList"_L1].toArray().isEmpty());
}

void TestSandboxApi::playInfoOfEachState()
{
    const QJsonObject city = m_box->playInfo(SandboxFixture::cityId());
    QSet<QString> definitions;
    const QJsonArray streams = city["PlayInfoList"_L1].toArray();
    for (const QJsonValue& stream : streams)
        definitions.insert(stream["Definition"_L1].toString());
    QCOMPARE(definitions,
        (QSet<QString> { u"FD"_s, u"LD"_s, u"SD"_s, u"HD"_s, u"2K"_s, u"4K"_s, u"OD"_s, u"SQ"_s, u"HQ"_s }));
    const QJsonObject hd = SandboxFixture::stream(city, u"HD"_s, u"mp4"_s);
    QCOMPARE(hd["Width"_L1].toInteger(), 1920);
    QVERIFY(hd["Bitrate"_L1].isString() && hd["Duration"_L1].isString() && hd["Fps"_L1].isString());
    QVERIFY(hd["Size"_L1].isDouble() && hd["BitDepth"_L1].isDouble());
    QVERIFY(city["MediaBase"_L1]["CreationTime"_L1].toString().endsWith("+08:00"_L1));
    const RawReply list = m_box->ask("ListMediaBasicInfos", { { "MaxResults", "100" } });
    QSet<QString> states;
    const QJsonArray medias = list.json()["MediaInfos"_L1].toArray();
    for (const QJsonValue& media : medias) {
        const QString status = media["MediaBasicInfo"_L1]["Status"_L1].toString();
        states.insert(status);
        const QString type = media["MediaBasicInfo"_L1]["MediaType"_L1].toString();
        const QJsonObject info = m_box->playInfo(media["MediaId"_L1].toString());
        QCOMPARE(info["MediaBase"_L1]["Status"_L1].toString(), status);
        QCOMPARE(info["MediaBase"_L1]["MediaType"_L1].toString(), type);
        const bool plays = status == "Normal"_L1 && (type == "video"_L1 || type == "audio"_L1);
        QCOMPARE(info["PlayInfoList"_L1].toArray().isEmpty(), !plays);
    }
    QCOMPARE(states, (QSet<QString> { u"Normal"_s, u"Init"_s, u"Preparing"_s, u"PrepareFail"_s }));
}

void TestSandboxApi::publishedSample()
{
    const QJsonObject reply = m_box->playInfo(SandboxFixture::sampleId());
    QCOMPARE(reply["MediaBase"_L1]["CreationTime"_L1].toString(), u"2021-09-22T10:07:31+08:00"_s);
    const QJsonObject info = reply["PlayInfoList"_L1][0].toObject();
    QCOMPARE(info.size(), 23);
    QCOMPARE(info["StreamTags"_L1].toString(), u"\"{\\\"ims.audioServiceType\\\": \\\"AudioEnhancement\\\"}\""_s);
    QCOMPARE(info["Bitrate"_L1].toString(), u"20"_s);
    QCOMPARE(info["Encrypt"_L1].toInteger(), 0);
    QCOMPARE(info["EncryptType"_L1].toString(), u"AliyunVoDEncryption"_s);
    QCOMPARE(info["ModificationTime"_L1].toString(), u"2022-05-13T11:39:41.714+08:00"_s);
    QVERIFY(!SandboxFixture::playUrl(info).hasQuery());
}

void TestSandboxApi::pagesThroughAll()
{
    for (const char* order : { "desc", "asc" }) {
        QStringList ids, times;
        QByteArray token;
        do {
            TestPairs parameters { { "MaxResults", "7" }, { "SortBy", order } };
            if (!token.isEmpty())
                parameters.append({ "NextToken", token });
            const RawReply reply = m_box->ask("ListMediaBasicInfos", parameters);
            QCOMPARE(reply.status, 200);
            const QJsonObject json = reply.json();
            QCOMPARE(json["TotalCount"_L1].toInteger(), m_box->server().assetCount());
            QCOMPARE(json["MaxResults"_L1].toInteger(), 7);
            const QJsonArray medias = json["MediaInfos"_L1].toArray();
            for (const QJsonValue& media : medias) {
                ids.append(media["MediaId"_L1].toString());
                times.append(media["MediaBasicInfo"_L1]["CreateTime"_L1].toString());
                QVERIFY(!media.toObject().contains("FileInfoList"_L1));
            }
            token = json["NextToken"_L1].toString().toLatin1();
            QVERIFY(token.isEmpty() || token.contains('+') || token.contains('/') || token.contains('='));
        } while (!token.isEmpty());
        QCOMPARE(ids.size(), m_box->server().assetCount());
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        QStringList sorted = times;
        std::sort(sorted.begin(), sorted.end());
        if (*order == 'd')
            std::reverse(sorted.begin(), sorted.end());
        QCOMPARE(times, sorted);
        QCOMPARE(*order == 'd' ? ids.first() : ids.last(), SandboxFixture::cityId());
    }
}

void TestSandboxApi::filters_data()
{
    QTest::addColumn<TestPairs>("parameters");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("audio") << TestPairs { { "MediaType", "audio" } } << u"MediaType"_s << u"audio"_s;
    QTest::newRow("failed") << TestPairs { { "Status", "PrepareFail" } } << u"Status"_s << u"PrepareFail"_s;
    QTest::newRow("vod") << TestPairs { { "Source", "vod" } } << u"Source"_s << u"vod"_s;
    QTest::newRow("business") << TestPairs { { "BusinessType", "general" } } << u"BusinessType"_s << u"general"_s;
    QTest::newRow("image") << TestPairs { { "MediaType", "image" } } << u"MediaType"_s << u"image"_s;
    QTest::newRow("text") << TestPairs { { "MediaType", "text" } } << u"MediaType"_s << u"text"_s;
    QTest::newRow("id") << TestPairs { { "MediaId", SandboxFixture::lectureId().toLatin1() } } << u"MediaId"_s
                        << SandboxFixture::lectureId();
    QTest::newRow("start is exclusive, end inclusive")
        << TestPairs { { "StartTime", "2026-11-11T02:20:00Z" }, { "EndTime", "2026-11-12T08:15:30Z" } } << u"MediaId"_s
        << SandboxFixture::lectureId();
}

void TestSandboxApi::filters()
{
    QFETCH(TestPairs, parameters);
    QFETCH(QString, field);
    QFETCH(QString, value);
    parameters += TestPairs { { "MaxResults", "100" }, { "IncludeFileBasicInfo", "true" } };
    const QJsonObject json = m_box->ask("ListMediaBasicInfos", parameters).json();
    const QJsonArray medias = json["MediaInfos"_L1].toArray();
    QVERIFY(!medias.isEmpty());
    QCOMPARE(json["TotalCount"_L1].toInteger(), medias.size());
    for (const QJsonValue& media : medias) {
        QCOMPARE(media["MediaBasicInfo"_L1][field].toString(), value);
        QVERIFY(media["FileInfoList"_L1][0]["FileBasicInfo"_L1]["FileName"_L1].isString());
    }
    QVERIFY(!json.contains("NextToken"_L1));
}

void TestSandboxApi::listArguments_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* name, const char* value) {
        QTest::addRow("%s=%s", name, value) << QByteArray(name) << QByteArray(value);
    };
    row("MaxResults", "0");
    row("MaxResults", "101");
    row("MaxResults", "ten");
    row("MediaType", "film");
    row("Status", "normal");
    row("Source", "s3");
    row("BusinessType", "x");
    row("SortBy", "utcCreate:Desc");
    row("StartTime", "2026-11-11");
    row("EndTime", "2026-13-11T02:20:00Z");
    row("AuthTimeout", "0");
    row("AuthTimeout", "86401");
    row("IncludeFileBasicInfo", "maybe");
    row("NextToken", "AAAA");
    row("NextToken", "not base64!");
}

void TestSandboxApi::listArguments()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const RawReply reply = m_box->ask("ListMediaBasicInfos", { { name, value } });
    QCOMPARE(reply.code(), u"InvalidParameter"_s);
    QVERIFY(reply.json()["Message"_L1].toString().contains(QString::fromLatin1(name)));
}

void TestSandboxApi::mediaInfos()
{
    const QByteArray id = SandboxFixture::cityId().toLatin1();
    QJsonObject info = m_box->ask("GetMediaInfo", { { "MediaId", id }, { "InputURL", "oss://ignored/x" } }).json();
    QCOMPARE(info["MediaInfo"_L1]["MediaBasicInfo"_L1]["Title"_L1].toString(), u"City night drive"_s);
    const QJsonObject file = info["MediaInfo"_L1]["FileInfoList"_L1][0].toObject();
    QCOMPARE(file["FileBasicInfo"_L1]["Width"_L1].toString(), u"3840"_s);
    QCOMPARE(file["VideoStreamInfoList"_L1][0]["CodecName"_L1].toString(), u"h264"_s);
    QCOMPARE(file["AudioStreamInfoList"_L1][0]["CodecName"_L1].toString(), u"aac"_s);
    const auto tracks = [&](const QString& mediaId, QLatin1StringView list, int fileNumber) {
        return m_box->ask("GetMediaInfo", { { "MediaId", mediaId.toLatin1() } })
            .json()["MediaInfo"_L1]["FileInfoList"_L1][fileNumber][list]
            .toArray();
    };
    // The source comes first, then each rendition; numbers are text, streams are numbered through.
    const QJsonArray files = info["MediaInfo"_L1]["FileInfoList"_L1].toArray();
    QCOMPARE(files.size(), 1 + 14);
    QCOMPARE(file["FileBasicInfo"_L1]["FileType"_L1].toString(), u"source_file"_s);
    QCOMPARE(files[1]["FileBasicInfo"_L1]["FileType"_L1].toString(), u"transcode_file"_s);
    QCOMPARE(files[1]["FileBasicInfo"_L1]["Width"_L1].toString(), u"640"_s);
    QCOMPARE(get(QUrl(files[1]["FileBasicInfo"_L1]["FileUrl"_L1].toString()), "Range: bytes=0-0\r\n").status, 206);
    const QJsonObject picture = file["VideoStreamInfoList"_L1][0].toObject();
    QCOMPARE(picture["PixFmt"_L1].toString(), u"yuv420p"_s);
    QCOMPARE(picture["Nb_frames"_L1].toString(), u"500"_s);
    QCOMPARE(picture["Index"_L1].toString(), u"0"_s);
    for (const QJsonValue& value : picture)
        QVERIFY(value.isString());
    const QJsonArray sounds = tracks(u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s, "AudioStreamInfoList"_L1, 0);
    QCOMPARE(sounds.size(), 3);
    QCOMPARE(sounds[2]["Lang"_L1].toString(), u"en"_s);
    QCOMPARE(sounds[2]["Index"_L1].toString(), u"3"_s);
    const QJsonArray texts = tracks(u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s, "SubtitleStreamInfoList"_L1, 0);
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts[1]["Index"_L1].toString(), u"5"_s);
    QVERIFY(tracks(u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s, "SubtitleStreamInfoList"_L1, 1).isEmpty());
    // Strings with JSON in them, and the few fields in which the two actions differ.
    const QJsonObject whole = info["MediaInfo"_L1]["MediaBasicInfo"_L1].toObject();
    QCOMPARE(
        QJsonDocument::fromJson(whole["SpriteImages"_L1].toString().toUtf8())[0]["tileCount"_L1].toString(), u"1"_s);
    QVERIFY(whole.contains("CateId"_L1) && whole.contains("CateName"_L1) && !whole.contains("TranscodeStatus"_L1));
    // A picture: its own file, and nothing made of it.
    const QJsonObject still = m_box->ask("GetMediaInfo", { { "MediaId", "5a4f3e2d1c0b4a998877665544332222" } })
                                  .json()["MediaInfo"_L1]
                                  .toObject();
    QCOMPARE(still["FileInfoList"_L1].toArray().size(), 1);
    const QJsonObject original = still["FileInfoList"_L1][0]["FileBasicInfo"_L1].toObject();
    QCOMPARE(original["Width"_L1].toString(), u"1125"_s);
    QVERIFY(get(QUrl(original["FileUrl"_L1].toString())).body.startsWith("\xff\xd8\xff"));
    QVERIFY(still["MediaBasicInfo"_L1]["CoverURL"_L1].isString());

    QCOMPARE(m_box->ask("GetMediaInfo").code(), u"MissingParameter"_s);
    QCOMPARE(m_box->ask("GetMediaInfo", { { "InputURL", "oss://a/b" } }).code(), u"NoMatchedInputUrl"_s);
    QCOMPARE(m_box->ask("GetMediaInfo", { { "MediaId", "no" } }).code(), u"ResourceNotFound"_s);

    info = m_box->ask("BatchGetMediaInfos", { { "MediaIds", id + ",nobody," + SandboxFixture::sampleId().toLatin1() } })
               .json();
    QCOMPARE(info["MediaInfos"_L1].toArray().size(), 2);
    QCOMPARE(info["IgnoredList"_L1].toArray(), QJsonArray { u"nobody"_s });
    QVERIFY(!info["MediaInfos"_L1][0].toObject().contains("FileInfoList"_L1));
    const QJsonObject brief = info["MediaInfos"_L1][0]["MediaBasicInfo"_L1].toObject();
    QVERIFY(!brief.contains("CateId"_L1) && brief.contains("Category"_L1) && brief.contains("TranscodeStatus"_L1));
    info =
        m_box->ask("BatchGetMediaInfos", { { "MediaIds", id }, { "AdditionType", "FileInfo,DynamicMetaData" } }).json();
    QVERIFY(info["MediaInfos"_L1][0].toObject().contains("FileInfoList"_L1));
    QVERIFY(info["MediaInfos"_L1][0]["MediaDynamicInfo"_L1]["DynamicMetaData"_L1]["Data"_L1].isString());
    QCOMPARE(m_box->ask("BatchGetMediaInfos").code(), u"MissingParameter"_s);
    QCOMPARE(m_box->ask("BatchGetMediaInfos", { { "MediaIds", QByteArray("a,").repeated(101) } }).code(),
        u"InvalidParameter"_s);
}

void TestSandboxApi::categories()
{
    QJsonObject root = m_box->ask("GetCategories").json();
    const QJsonArray list = root["SubCategories"_L1]["Category"_L1].toArray();
    QCOMPARE(root["SubTotal"_L1].toInteger(), 6);
    QCOMPARE(list.size(), 6);
    QVERIFY(!root.contains("Category"_L1));
    root = m_box->ask("GetCategories", { { "CateId", "-1" }, { "SortBy", "CreationTime:Asc" } }).json();
    QCOMPARE(root["SubCategories"_L1]["Category"_L1][1]["CateName"_L1].toString(), u"Travel"_s);
    QCOMPARE(root["SubCategories"_L1]["Category"_L1][1]["SubTotal"_L1].toInteger(), 3);
    const QJsonObject travel = m_box->ask("GetCategories", { { "CateId", "4212" } }).json();
    QCOMPARE(travel["Category"_L1]["CateName"_L1].toString(), u"Travel"_s);
    QCOMPARE(travel["SubCategories"_L1]["Category"_L1].toArray().size(), 3);
    QCOMPARE(m_box->ask("GetCategories", { { "CateId", "99" } }).code(), u"ResourceNotFound"_s);
    QCOMPARE(m_box->ask("GetCategories", { { "PageSize", "9" } }).code(), u"InvalidParameter"_s);
    QCOMPARE(m_box->ask("GetCategories", { { "Type", "x" } }).code(), u"InvalidParameter"_s);
    QCOMPARE(m_box->ask("GetCategories", { { "Type", "material" } }).json()["SubTotal"_L1].toInteger(), 1);
}

void TestSandboxApi::search_data()
{
    QTest::addColumn<QByteArray>("match");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("code");
    QTest::newRow("title") << QByteArray("title = 'night drive'") << u"City night drive"_s << QString();
    QTest::newRow("Chinese") << QByteArray("title = '茶山'") << u"茶山春色"_s << QString();
    QTest::newRow("only video unless asked") << QByteArray("title = 'Podcast'") << QString() << QString();
    QTest::newRow("audio") << QByteArray("title = 'Podcast' and mediaType == 'audio'") << u"Podcast 112 (audio)"_s
                           << QString();
    QTest::newRow("status") << QByteArray("status in ('1')") << u"Trailer v3"_s << QString();
    QTest::newRow("tag") << QByteArray("tagList in ('hlg')") << u"HDR fireworks"_s << QString();
    QTest::newRow("exactly that category") << QByteArray("cateId == 4236") << u"Rainy street walk"_s << QString();
    QTest::newRow("not those below it") << QByteArray("cateId == 4226") << QString() << QString();
    QTest::newRow("images") << QByteArray("mediaType == 'image'") << u"Tea festival poster"_s << QString();
    QTest::newRow("images and texts") << QByteArray("mediaType in ('image','text')") << u"Tea festival poster"_s
                                      << QString();
    QTest::newRow("images with video") << QByteArray("mediaType in ('image','video')") << QString()
                                       << u"InvalidParameter"_s;
    QTest::newRow("images or audio") << QByteArray("(mediaType == 'image' or mediaType == 'audio')") << QString()
                                     << u"InvalidParameter"_s;
    QTest::newRow("bad") << QByteArray("title == 'x'") << QString() << u"InvalidParameter"_s;
    QTest::newRow("open quote") << QByteArray("title = 'x") << QString() << u"InvalidParameter"_s;
    QTest::newRow("escaped quote") << QByteArray("title = 'x\\'s'") << QString() << QString();
}

void TestSandboxApi::search()
{
    QFETCH(QByteArray, match);
    QFETCH(QString, first);
    QFETCH(QString, code);
    const RawReply reply = m_box->ask("SearchMedia", { { "Match", match } });
    QCOMPARE(reply.code(), code.isEmpty() ? u"200"_s : code);
    if (!code.isEmpty())
        return;
    QCOMPARE(reply.json()["Success"_L1].toString(), u"True"_s);
    QCOMPARE(reply.json()["MediaInfoList"_L1][0]["MediaBasicInfo"_L1]["Title"_L1].toString(), first);
    QCOMPARE(reply.json()["Total"_L1].toInteger() > 0, !first.isEmpty());
}

void TestSandboxApi::searchScrolls()
{
    QStringList ids;
    QByteArray token;
    qint64 total = -1;
    for (int page = 0; page < 100; ++page) {
        TestPairs parameters { { "PageSize", "10" }, { "SortBy", "utcCreate:Asc" } };
        if (!token.isEmpty())
            parameters.append({ "ScrollToken", token });
        const QJsonObject json = m_box->ask("SearchMedia", parameters).json();
        total = json["Total"_L1].toInteger();
        token = json["ScrollToken"_L1].toString().toLatin1();
        QCOMPARE(token.size(), 32);
        const QJsonArray list = json["MediaInfoList"_L1].toArray();
        if (list.isEmpty())
            break;
        for (const QJsonValue& media : list)
            ids.append(media["MediaId"_L1].toString());
    }
    QCOMPARE(ids.size(), total);
    QCOMPARE(ids.last(), SandboxFixture::cityId());
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    const QJsonObject second =
        m_box->ask("SearchMedia", { { "PageNo", "2" }, { "PageSize", "10" }, { "SortBy", "utcCreate:Asc" } }).json();
    QCOMPARE(second["MediaInfoList"_L1][0]["MediaId"_L1].toString(), ids.at(10));
    QCOMPARE(m_box->ask("SearchMedia", { { "ScrollToken", token } }).code(), u"InvalidParameter"_s); // of another query
    QCOMPARE(m_box->ask("SearchMedia", { { "PageSize", "51" } }).code(), u"InvalidParameter"_s);
    QCOMPARE(m_box->ask("SearchMedia", { { "PageNo", "200" } }).code(), u"200"_s);
    QCOMPARE(m_box->ask("SearchMedia", { { "PageNo", "201" } }).code(), u"InvalidParameter"_s);
    QCOMPARE(m_box->ask("SearchMedia", { { "PageNo", "201" }, { "ScrollToken", token }, { "SortBy", "utcCreate:Asc" } })
                 .code(),
        u"200"_s);
    QCOMPARE(m_box->ask("SearchMedia", { { "SortBy", "title:Desc" } }).code(), u"InvalidParameter"_s);
}

void TestSandboxApi::aMillionAssets()
{
    const qint64 before = residentKiB();
    SandboxFixture box(sandbox::Options { .assets = 1'000'000 });
    QCOMPARE(box.problem(), QString());
    QByteArray token;
    QSet<QString> ids;
    for (int page = 0; page < 50; ++page) {
        TestPairs parameters { { "MaxResults", "100" } };
        if (!token.isEmpty())
            parameters.append({ "NextToken", token });
        const QJsonObject json = box.ask("ListMediaBasicInfos", parameters).json();
        const QJsonArray medias = json["MediaInfos"_L1].toArray();
        QCOMPARE(medias.size(), 100);
        for (const QJsonValue& media : medias)
            ids.insert(media["MediaId"_L1].toString());
        token = json["NextToken"_L1].toString().toLatin1();
        QCOMPARE(json["TotalCount"_L1].toInteger(), box.server().assetCount());
    }
    QCOMPARE(ids.size(), 5000);
    // The oldest of those that play.
    const QJsonObject last =
        box.ask("ListMediaBasicInfos",
               { { "MaxResults", "1" }, { "SortBy", "asc" }, { "Status", "Normal" }, { "MediaType", "video" } })
            .json();
    const QString lastId = last["MediaInfos"_L1][0]["MediaId"_L1].toString();
    const QJsonArray streams = box.playInfo(lastId)["PlayInfoList"_L1].toArray();
    QVERIFY(!streams.isEmpty());
    QVERIFY(streams[0]["JobId"_L1].toString().startsWith(lastId.mid(4)));
    // A search of everything, and its categories.
    const QJsonObject found = box.ask("SearchMedia", { { "Match", "title = 'take 99999'" } }).json();
    QVERIFY2(found["Total"_L1].toInteger() > 5, qPrintable(QString::number(found["Total"_L1].toInteger())));
    const QJsonObject shoots = box.ask("GetCategories", { { "CateId", "6001" }, { "PageSize", "100" } }).json();
    QCOMPARE(shoots["Category"_L1]["CateName"_L1].toString(), u"Shoots"_s);
    QCOMPARE(shoots["SubTotal"_L1].toInteger(), 150);
    QCOMPARE(shoots["SubCategories"_L1]["Category"_L1].toArray().size(), 100);
    const QJsonObject rest =
        box.ask("GetCategories", { { "CateId", "6001" }, { "PageSize", "100" }, { "PageNo", "2" } }).json();
    QCOMPARE(rest["SubCategories"_L1]["Category"_L1].toArray().size(), 50);
    QCOMPARE(rest["SubCategories"_L1]["Category"_L1][49]["CateName"_L1].toString(), u"Shoot 001"_s);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // A million assets one by one would take hundreds of MiB. (Sanitizers keep freed memory.)
    const qint64 grown = residentKiB() - before;
    QVERIFY2(grown < 64 * 1024, qPrintable(QString::number(grown)));
#else
    Q_UNUSED(before);
#endif
}

void TestSandboxApi::stopsAtOnce()
{
    SandboxFixture box;
    // Idle kept-alive connections do not hold it up.
    QTcpSocket idle;
    idle.connectToHost(u"127.0.0.1"_s, quint16(box.port()));
    QVERIFY(idle.waitForConnected());
    idle.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(idle.waitForReadyRead());
    QElapsedTimer timer;
    timer.start();
    box.server().stop();
    const qint64 took = timer.elapsed();
    QVERIFY2(took < 3000, qPrintable(QString::number(took))); // the keep-alive time is 60 s
    box.server().stop(); // twice is harmless
}

QTEST_GUILESS_MAIN(TestSandboxApi)
#include "tst_sandbox_api.moc"
