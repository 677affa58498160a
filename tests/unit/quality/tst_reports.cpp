// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_writer.h"
#include "quality/result_json.h"

#include "tests/support/json_schema.h"
#include "tests/support/resident_memory.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

const QString kSigned = u"https://cdn.example.com/a.mp4?auth_key=1700000000-0-0-0123456789abcdef0123456789abcdef"_s;

StreamSheet stream(const QString& key, const QString& label)
{
    StreamSheet made;
    made.key = key;
    made.label = label;
    made.info.playUrl = kSigned;
    made.info.fileUrl = kSigned;
    made.transfer = { 1234, 3 };
    made.declared = declaredFacts({});
    made.elapsedMs = 250;
    return made;
}

//! A result with everything that a report can get wrong.
AssetResult nasty()
{
    AssetResult result;
    result.sheet.mediaId = u"0123456789abcdef0123456789abcdef"_s;
    result.sheet.media.title = u"=cmd|' /C calc'!A0 <script>alert(1)</script> %1 %6 \u202e\x01 \"x\" & \U0001F600"_s;
    result.sheet.media.mediaType = u"video"_s;
    result.sheet.media.status = u"Normal"_s;
    result.sheet.requestedAt = QDateTime(QDate(2026, 11, 24), QTime(8, 0), Qt::UTC);
    result.sheet.streams = { stream(u"k1"_s, u"HD mp4 <b>"_s), stream(u"k2"_s, u"SD m3u8"_s) };
    result.judgement.verdict = Verdict::Fail;
    result.judgement.judged = { { u"k1"_s, { u"container.duration"_s, u"declared.bitrate-size"_s } },
        { u"k2"_s, { u"container.duration"_s } }, { QString(), { u"ladder.duration"_s } } };
    result.judgement.findings = {
        { .rule = u"container.duration"_s,
            .severity = Severity::Error,
            .stream = u"k1"_s,
            .field = u"durationMs"_s,
            .declared = u"5,000 ms"_s,
            .measured = u"4,520 ms"_s,
            .atMs = 4520.0,
            .message = u"-1+2: see "_s + kSigned },
        { .rule = u"declared.bitrate-size"_s,
            .severity = Severity::Warning,
            .stream = u"k1"_s,
            .message = u"@SUM(A1)\r\nsecond \"line\""_s },
        { .rule = u"ladder.duration"_s, .severity = Severity::Info, .message = u"]]> \uffff \ufffe"_s + QChar(0xd800) },
    };
    result.thumbnails.insert(AssetResult::thumbnailKey(result.judgement.findings.at(0)), "\xff\xd8\xff jpeg");
    return result;
}

//! An hour, decoded: what a report draws.
AssetResult decodedOne()
{
    AssetResult result;
    result.sheet.mediaId = u"dddd"_s;
    result.judgement.verdict = Verdict::Warn;
    result.judgement.findings = {
        { .rule = u"signal.black"_s, .stream = u"k1"_s, .atMs = 1'234'567.0, .message = u"black"_s }
    };
    StreamSheet one = stream(u"k1"_s, u"HD mp4 <b>"_s);
    DecodedFacts decoded;
    decoded.facts.durationMs = 3'600'000.4;
    decoded.facts.video = VideoFacts {};
    for (int i = 0; i < 4'000; ++i) {
        const double ms = i * 900.123;
        decoded.signal.bitrateKbps.append({ ms, 1000 + 500 * std::sin(i / 30.0) });
        decoded.signal.loudnessLufs.append({ ms, -23 + 5 * std::cos(i / 17.0) });
        decoded.signal.luminance.append({ ms, 0.5 + 0.4 * std::sin(i / 91.0) });
        decoded.signal.psnrCurve.append({ ms, 38 + 3 * std::sin(i / 11.0) });
        decoded.signal.ssimCurve.append({ ms, 0.97 + 0.02 * std::cos(i / 13.0) });
        decoded.facts.video->keyFramesMs.append(ms);
    }
    for (int i = 0; i < 500; ++i)
        decoded.signal.freeze.append({ i * 7000.5, 333.25 });
    decoded.signal.black = { { 1'234'567, 2000 } };
    decoded.signal.psnrDb = 38.123456;
    decoded.signal.ssim = 0.97;
    decoded.signal.reference = u"master <1>.mov"_s;
    one.decoded = decoded;
    StreamSheet two = stream(u"k2"_s, u"SD mp4"_s);
    two.decoded = fail({ .kind = ErrorKind::Media, .message = u"broken"_s });
    result.sheet.streams = { one, two };
    result.thumbnails.insert(AssetResult::thumbnailKey(result.judgement.findings.at(0)), "\xff\xd8\xff jpeg");
    return result;
}

AssetResult unreachable()
{
    AssetResult result;
    result.sheet.mediaId = u"ffff"_s;
    result.sheet.error =
        Error { .kind = ErrorKind::NotFound, .code = u"MediaNotFound"_s, .message = u"No <such> asset."_s };
    result.judgement.verdict = Verdict::Error;
    return result;
}

AssetResult passed()
{
    AssetResult result;
    result.sheet.mediaId = u"eeee"_s;
    result.sheet.streams = { stream(u"k9"_s, u"HD mp4"_s) };
    result.judgement.judged = { { u"k9"_s, { u"container.duration"_s } } };
    return result;
}

CheckQuestion question()
{
    return { .policy = u"default"_s,
        .failAt = Severity::Error,
        .startedAt = QDateTime(QDate(2026, 11, 24), QTime(7, 59), Qt::UTC),
        .tool = u"Proofreel 0.1.0"_s };
}

//! Fields of one line of RFC 4180 text, or nothing if it is not well-formed.
QList<QStringList> parseCsv(const QString& text)
{
    QList<QStringList> rows { { QString() } };
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        QString& cell = rows.last().last();
        if (quoted) {
            if (c == u'"' && text.mid(i + 1, 1) == u"\""_s) {
                cell += c;
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u',') {
            rows.last() << QString();
        } else if (c == u'\r' && text.mid(i + 1, 1) == u"\n"_s) {
            rows << QStringList { QString() };
            ++i;
        } else {
            cell += c;
        }
    }
    rows.removeLast(); // behind the last line end
    return quoted ? QList<QStringList>() : rows;
}

} // namespace

class TestReports final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QByteArray written(const QString& name, const QList<AssetResult>& results, qint64 planned = 0)
    {
        const QString path = m_folder.filePath(name);
        auto writer = ReportWriter::begin(path, question());
        if (!writer) {
            qWarning("%s", qPrintable(writer.error().message));
            return {};
        }
        CheckSummary summary;
        for (const AssetResult& result : results) {
            summary.add(result);
            if (!(*writer)->add(result))
                return {};
        }
        summary.planned = std::max(planned, summary.assets);
        summary.finishedAt = QDateTime(QDate(2026, 11, 24), QTime(8, 1), Qt::UTC);
        if (const auto done = (*writer)->finish(summary); !done) {
            qWarning("%s", qPrintable(done.error().message));
            return {};
        }
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void noSecretInAny_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* const name : { "r.html", "r.json", "r.csv", "r.xml" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void noSecretInAny()
    {
        QFETCH(QString, name);
        const QByteArray text = written(name, { nasty(), unreachable(), passed() });
        QVERIFY(text.contains("0123456789abcdef0123456789abcdef"));
        QVERIFY(!text.contains("1700000000-0-0-0123456789abcdef"));
        QVERIFY(!text.contains('\x01'));
        QVERIFY(QDir(m_folder.path()).entryList({ u"*.part"_s }).isEmpty());
    }

    void jsonFitsItsSchema()
    {
        QFile file(u":/quality/check_schema.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!root.isEmpty());
        const test::JsonSchema schema(root);
        const QJsonObject json =
            QJsonDocument::fromJson(written(u"s.json"_s, { nasty(), unreachable(), passed() }, 5)).object();
        QCOMPARE(schema.problems(json), QStringList());
        QCOMPARE(schema.problems(QJsonDocument::fromJson(written(u"e.json"_s, {})).object()), QStringList());
        const QJsonObject deep = QJsonDocument::fromJson(written(u"d.json"_s, { decodedOne() })).object();
        QCOMPARE(schema.problems(deep), QStringList());
        const QJsonArray streams = deep[u"assets"_s][0][u"streams"_s].toArray();
        const qsizetype points = streams.at(0)[u"decoded"_s][u"curves"_s][u"psnrDb"_s].toArray().size();
        QVERIFY(points > 150 && points <= 300);
        QVERIFY(json[u"assets"_s][0][u"streams"_s][0][u"decoded"_s].isNull());
        // The check can fail.
        QJsonObject wrong = json;
        QJsonObject summary = json[u"summary"_s].toObject();
        summary.remove(u"fail"_s);
        summary.insert(u"policy"_s, 5);
        summary.insert(u"other"_s, true);
        wrong.insert(u"summary"_s, summary);
        QCOMPARE(schema.problems(wrong).size(), 3);

        summary = json[u"summary"_s].toObject();
        QCOMPARE(summary[u"assets"_s].toInt(), 3);
        QCOMPARE(summary[u"planned"_s].toInt(), 5);
        QCOMPARE(summary[u"complete"_s], QJsonValue(false));
        QCOMPARE(summary[u"fail"_s].toInt(), 1);
        QCOMPARE(summary[u"error"_s].toInt(), 1);
        QCOMPARE(summary[u"pass"_s].toInt(), 1);
        QCOMPARE(summary[u"streams"_s].toInt(), 3);
        QCOMPARE(summary[u"bytesFetched"_s].toInt(), 3 * 1234);
        QCOMPARE(summary[u"findings"_s].toObject()[u"warning"_s].toInt(), 1);
        const QJsonArray assets = json[u"assets"_s].toArray();
        QCOMPARE(assets.size(), 3);
        QCOMPARE(assets.at(0)[u"verdict"_s], u"fail"_s);
        QCOMPARE(assets.at(1)[u"error"_s][u"kind"_s], u"NotFound"_s);
        QCOMPARE(assets.at(0)[u"findings"_s][0][u"atMs"_s].toDouble(), 4520.0);
        QVERIFY(assets.at(0)[u"findings"_s][1][u"atMs"_s].isNull());
    }

    void jsonComesBack()
    {
        for (const AssetResult& result : { nasty(), unreachable(), passed() }) {
            const QJsonObject json = resultToJson(result);
            const AssetResult again = resultFromJson(json);
            QCOMPARE(resultToJson(again), json);
            QCOMPARE(again.judgement.verdict, result.judgement.verdict);
            QCOMPARE(again.judgement.judged, result.judgement.judged);
            QCOMPARE(again.judgement.findings.size(), result.judgement.findings.size());
        }
        // What does not fit is no result that passed.
        QCOMPARE(resultFromJson({}).judgement.verdict, Verdict::Error);
        QCOMPARE(resultFromJson({ { u"findings"_s, QJsonArray { 5, QJsonObject() } } }).judgement.findings.size(), 0);
    }

    void csvIsSafe()
    {
        const QByteArray bytes = written(u"s.csv"_s, { nasty(), unreachable(), passed() });
        QVERIFY(!bytes.startsWith("\xef\xbb\xbf"));
        const auto rows = parseCsv(QString::fromUtf8(bytes));
        QCOMPARE(rows.size(), 1 + 3 + 1 + 1);
        for (const QStringList& row : rows) {
            QCOMPARE(row.size(), 12);
            for (const QString& cell : row) {
                bool isNumber = false;
                cell.toDouble(&isNumber);
                QVERIFY2(cell.isEmpty() || isNumber || !u"=+-@\t\r"_s.contains(cell.at(0)), qPrintable(cell));
            }
        }
        QVERIFY(rows.at(1).at(1).startsWith(u"'=cmd|"_s));
        QVERIFY(rows.at(1).at(11).startsWith(u"'-1+2: see "_s));
        QCOMPARE(rows.at(1).at(10), u"4520"_s);
        QVERIFY(rows.at(2).at(11).startsWith(u"'@SUM(A1)"_s));
        QVERIFY(rows.at(2).at(11).endsWith(u"second \"line\""_s));
        QCOMPARE(rows.at(4).at(2), u"error"_s);
        QCOMPARE(rows.at(4).at(11), u"No <such> asset."_s);
        QCOMPARE(
            rows.at(5).mid(0, 6), QStringList({ u"eeee"_s, QString(), u"pass"_s, QString(), QString(), QString() }));
    }

    void junitIsXml()
    {
        QXmlStreamReader xml(written(u"s.xml"_s, { nasty(), unreachable(), passed() }));
        QStringList names;
        int cases = 0, failures = 0, errors = 0, outputs = 0;
        QString tests, failed, inError;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto attributes = xml.attributes();
            if (xml.name() == "testsuites"_L1) {
                tests = attributes.value("tests"_L1).toString();
                failed = attributes.value("failures"_L1).toString();
                inError = attributes.value("errors"_L1).toString();
            }
            if (xml.name() == "testsuite"_L1)
                names << attributes.value("name"_L1).toString();
            cases += xml.name() == "testcase"_L1;
            failures += xml.name() == "failure"_L1;
            errors += xml.name() == "error"_L1;
            outputs += xml.name() == "system-out"_L1;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(names.size(), 3);
        QVERIFY(names.at(0).contains(u"<script>alert(1)</script> %1 %6"_s));
        QCOMPARE(cases, 4 + 1 + 1); // judged cells, the error, the one that passed
        QCOMPARE(failures, 1);
        QCOMPARE(errors, 1);
        QCOMPARE(outputs, 2); // a warning and a note do not fail
        QCOMPARE(tests, QString::number(cases));
        QCOMPARE(failed, u"1"_s);
        QCOMPARE(inError, u"1"_s);
    }

    void renditionsOfOneKindAreToldApart()
    {
        AssetResult result = nasty();
        result.sheet.streams.append(stream(u"k3"_s, u"SD m3u8"_s));
        result.judgement.judged.insert(u"k3"_s, { u"container.duration"_s });
        QXmlStreamReader xml(written(u"t.xml"_s, { result }));
        QSet<std::pair<QString, QString>> cases; // a pipeline knows a test by these two
        int count = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != "testcase"_L1)
                continue;
            ++count;
            cases.insert(
                { xml.attributes().value("classname"_L1).toString(), xml.attributes().value("name"_L1).toString() });
        }
        QCOMPARE(count, 5);
        QCOMPARE(cases.size(), count);
        QVERIFY(written(u"t.html"_s, { result }).contains(">SD m3u8 (2)</th>"));
    }

    void htmlStandsAlone()
    {
        const QString html = QString::fromUtf8(written(u"s.html"_s, { nasty(), unreachable(), passed() }, 4));
        QVERIFY(!html.contains(u"<script>alert"_s));
        QVERIFY(html.contains(u"&lt;script&gt;alert(1)"_s));
        QCOMPARE(html.count(u"<script"_s), 1);
        // Whatever it names is inside.
        static const QRegularExpression outside(u"(?:src|href|action)\\s*=\\s*[\"']?+(?!data:|#)|@import|url\\("_s);
        const auto match = outside.match(html);
        QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
        QVERIFY(html.contains(
            u"data:image/jpeg;base64,"_s + QString::fromLatin1(QByteArray("\xff\xd8\xff jpeg").toBase64())));
        QVERIFY(html.contains(u"@ 0:04.520"_s));
        QCOMPARE(html.count(u"<section"_s), 3);
        QVERIFY(html.contains(u"3 of 4"_s)); // stopped early
        QVERIFY(html.contains(u"prefers-color-scheme"_s) && html.contains(u"@media print"_s));
        QVERIFY(html.indexOf(u"class=\"counts\""_s) < html.indexOf(u"<section"_s));
        QVERIFY(html.contains(u"form hidden"_s)); // the filters wait for the script
        // What a screen reader needs.
        QVERIFY(html.contains(u"<html lang=\"en\">"_s) && html.contains(u"<main>"_s) && html.contains(u"<nav "_s));
        QVERIFY(!html.contains(u"<th>"_s) && !html.contains(u"alt=\"\""_s));
        QCOMPARE(html.count(u"<h1"_s), 1);
        QVERIFY(html.contains(u"<b class=\"e\" role=\"img\" aria-label=\"error\">"_s));
    }

    void htmlBeginsWithWhatMatters()
    {
        QList<AssetResult> results { unreachable(), passed() };
        for (int i = 1; i <= 15; ++i) { // the later the worse
            AssetResult result = nasty();
            result.sheet.media.title = u"Bad %1"_s.arg(i, 2, 10, QChar(u'0'));
            result.judgement.findings.resize(1);
            for (int more = 1; more < i; ++more)
                result.judgement.findings.append(result.judgement.findings.at(0));
            results.append(result);
        }
        results.append(nasty()); // one warning, and a note that is none of the overview's
        const QString html = QString::fromUtf8(written(u"o.html"_s, results));
        QVERIFY(html.contains(u">1 of 18 assets passed.<"_s));
        const QString top = html.left(html.indexOf(u"<main>"_s));
        const qsizetype rules = top.indexOf(u"What fails most"_s), first = top.indexOf(u"Assets to look at first"_s);
        QVERIFY(rules > 0 && first > rules);
        const qsizetype worst = top.indexOf(u"data-rule=\"container.duration\""_s);
        QVERIFY(worst > rules && worst < top.indexOf(u"data-rule=\"declared.bitrate-size\""_s));
        QVERIFY(!top.contains(u"data-rule=\"ladder.duration\""_s));
        QVERIFY(top.contains(u"<td>16</td><td>121</td>"_s)); // assets, findings
        static const QRegularExpression link(u"<a href=\"#(a\\d+)\">Bad (\\d+)</a>[^\\n]*?(\\d+) findings?"_s);
        QStringList linked;
        for (auto found = link.globalMatch(top.mid(first)); found.hasNext();) {
            const auto match = found.next();
            linked << match.captured(2);
            QCOMPARE(match.captured(3).toInt(), match.captured(2).toInt());
            const qsizetype place = html.indexOf(u"<section id=\"%1\""_s.arg(match.captured(1)));
            QVERIFY(place > 0);
            QVERIFY(html.indexOf(u"Bad "_s + match.captured(2), place) < html.indexOf(u"</section>"_s, place));
        }
        QCOMPARE(linked.size(), 10);
        QCOMPARE(linked.constFirst(), u"15"_s);
        QCOMPARE(linked.constLast(), u"06"_s);
        QVERIFY(top.contains(u"and 7 more"_s)); // also the one that could not be checked
        // Nothing failed: nothing to begin with.
        QVERIFY(!QString::fromUtf8(written(u"p.html"_s, { passed() })).contains(u"class=\"overview\""_s));
    }

    void htmlDrawsCurves()
    {
        const QString html = QString::fromUtf8(written(u"c.html"_s, { decodedOne() }));
        QCOMPARE(html.count(u"<svg "_s), 5);
        QCOMPARE(html.count(u"<figure>"_s), 1); // what could not be decoded has nothing to draw
        QVERIFY(html.contains(u"master &lt;1&gt;.mov"_s) && html.contains(u"38.12 dB"_s));
        QVERIFY(html.contains(u"class=\"black\" x=\"343\""_s));
        QVERIFY(html.contains(u"20:34.567 – 20:36.567"_s) && html.contains(u"and 494 more"_s));
        static const QRegularExpression paths(u"<path( class=\"keys\")? d=\"([^\"]*)\""_s);
        auto path = paths.globalMatch(html);
        int drawn = 0;
        while (path.hasNext()) {
            const auto match = path.next();
            static const QRegularExpression fits(u"^(M-?\\d+ -?\\d+v-8)+$|^M-?\\d+ -?\\d+l(-?\\d+ -?\\d+ ?)+$"_s);
            QVERIFY2(fits.match(match.captured(2)).hasMatch(), qPrintable(match.captured(2).left(100)));
            QVERIFY(match.captured(2).size() < 5'000);
            ++drawn;
        }
        QCOMPARE(drawn, 6); // and the key frames
        QVERIFY2(html.size() < 60'000, qPrintable(QString::number(html.size())));
        // A checked asset that comes out of a journal looks the same.
        AssetResult again =
            resultFromJson(QJsonDocument::fromJson(QJsonDocument(resultToJson(decodedOne())).toJson()).object());
        again.thumbnails = decodedOne().thumbnails;
        QCOMPARE(QString::fromUtf8(written(u"c.html"_s, { again })), html);
    }

    void wholeOrNotAtAll()
    {
        const QString path = m_folder.filePath(u"kept.json"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        {
            auto writer = ReportWriter::begin(path, question());
            QVERIFY(writer);
            QVERIFY((*writer)->add(passed()));
        }
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), "old");
        QVERIFY(QDir(m_folder.path()).entryList({ u"kept*part*"_s }).isEmpty());
    }

    void wrongPlaces()
    {
        QCOMPARE(ReportWriter::begin(u"report.pdf"_s, question()).error().kind, ErrorKind::InvalidRequest);
        QVERIFY(!ReportWriter::isKnown(u"report"_s));
        QVERIFY(ReportWriter::isKnown(u"a/b.HTML"_s));
        const auto nowhere = ReportWriter::begin(m_folder.filePath(u"no/such/r.json"_s), question());
        QCOMPARE(nowhere.error().kind, ErrorKind::Io);
        QVERIFY(nowhere.error().message.contains(u"r.json"_s));
    }

    void memoryStaysFlat()
    {
        const QString path = m_folder.filePath(u"big.html"_s);
        auto writer = ReportWriter::begin(path, question());
        QVERIFY(writer);
        CheckSummary summary;
        const AssetResult result = nasty();
        [[maybe_unused]] qint64 before = 0;
        for (int i = 0; i < 10'000; ++i) {
            if (i == 500)
                before = residentKiB();
            summary.add(result);
            QVERIFY((*writer)->add(result));
        }
        summary.planned = summary.assets;
        QVERIFY((*writer)->finish(summary));
        QVERIFY(QFileInfo(path).size() > 10'000'000);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // which keep freed memory
        QVERIFY2(residentKiB() - before < 8 * 1024, qPrintable(QString::number(residentKiB() - before)));
#endif
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
