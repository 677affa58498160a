// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream_samples.h"
#include "streams/stream_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestStreamExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csvCells_data();
    void csvCells();
    void csvOfAll();
    void tsvOfARow();
    void jsonOfAll();
    void readableReplies();
};

void TestStreamExport::csvCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cell");
    QTest::newRow("plain") << u"HD"_s << u"HD"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
    QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
    QTest::newRow("line") << u"a\nb"_s << u"\"a\nb\""_s;
    QTest::newRow("formula") << u"=HYPERLINK(\"http://x\")"_s << u"\"'=HYPERLINK(\"\"http://x\"\")\""_s;
    QTest::newRow("plus") << u"+cmd|x"_s << u"'+cmd|x"_s;
    QTest::newRow("at") << u"@SUM(1)"_s << u"'@SUM(1)"_s;
    QTest::newRow("minus") << u"-1+2"_s << u"'-1+2"_s;
    QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
    QTest::newRow("number") << u"-12.5"_s << u"-12.5"_s;
}

void TestStreamExport::csvCells()
{
    QFETCH(QString, text);
    QTEST(csvCell(text), "cell");
}

void TestStreamExport::csvOfAll()
{
    StreamModel model;
    PlayInfo evil = samples::stream(u"=1+1"_s, u"mp4"_s);
    evil.raw.insert("Definition"_L1, u"=1+1"_s);
    model.setReply(samples::reply({ samples::publishedSample(), evil }), std::nullopt);
    const QStringList lines = rowsAsCsv(model, { 1, 0 }).split(u"\r\n"_s);
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(0).startsWith("Definition,Format,HDRType,Size,Bitrate"_L1));
    QCOMPARE(lines.at(0).count(u','), 22);
    QVERIFY(lines.at(1).startsWith("'=1+1,mp4,"_L1));
    QVERIFY(!lines.at(1).contains("1900000000-0-0-abc"_L1)); // the signature
    QVERIFY(lines.at(2).startsWith("HD,mp4,HDR,418112,20,1024,1080,25,9.0464,8,video,0,AliyunVoDEncryption"_L1));
}

void TestStreamExport::tsvOfARow()
{
    StreamModel model;
    PlayInfo info = samples::publishedSample();
    info.raw.insert("Status"_L1, u"two\twords\nhere"_s);
    model.setReply(samples::reply({ info }), std::nullopt);
    QCOMPARE(rowAsTsv(model, 0, { StreamModel::Format, StreamModel::Size, StreamModel::Status }),
        u"mp4\t418112\ttwo words here"_s);
    info.raw.insert("Status"_L1, u"=cmd|'/c calc'!A1"_s);
    model.setReply(samples::reply({ info }), std::nullopt);
    QCOMPARE(rowAsTsv(model, 0, { StreamModel::Format, StreamModel::Status }), u"mp4\t'=cmd|'/c calc'!A1"_s);
}

void TestStreamExport::jsonOfAll()
{
    StreamModel model;
    PlayInfo info = samples::publishedSample();
    info.raw.insert("PlayURL"_L1, u"https://h/a.mp4?auth_key=1900000000-0-0-c0ffee"_s);
    info.raw.insert("Unheard"_L1, QJsonArray { 1, u"https://h/b?Signature=c0ffee&Expires=1&OSSAccessKeyId=a"_s });
    model.setReply(samples::reply({ info }), std::nullopt);
    const QByteArray json = rowsAsJson(model, { 0 });
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    QCOMPARE(array.size(), 1);
    const QJsonObject entry = array.at(0).toObject();
    QCOMPARE(entry.value("Size"_L1).toInteger(), 418112);
    QCOMPARE(entry.value("StreamKey"_L1).toString(), model.key(0).toString());
    QCOMPARE(entry.size(), 25); // 23 fields, the unheard-of one and the key
    QVERIFY(!json.contains("c0ffee"));
}

void TestStreamExport::readableReplies()
{
    const QString shown =
        readableReply(R"({"PlayInfoList":[{"PlayURL":"https://h/a?auth_key=1900000000-0-0-c0ffee"}],"RequestId":"R"})");
    QVERIFY(shown.contains("\n"_L1) && shown.contains("\"RequestId\": \"R\""_L1));
    QVERIFY(!shown.contains("c0ffee"_L1));
    QCOMPARE(readableReply("<html>no JSON"), u"<html>no JSON"_s);
    QVERIFY(readableReply(QByteArray(1'000'000, 'x'), 1000).size() < 1200);
    QCOMPARE(readableReply({}), QString());
}

QTEST_GUILESS_MAIN(TestStreamExport)
#include "tst_stream_export.moc"
