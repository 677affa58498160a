// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/policy.h"

#include <QTemporaryDir>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestPolicy final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void shippedOnes_data();
    void shippedOnes();
    void theDefaultChangesNothing();
    void overridesInTheirOrder();
    void wrongOnesSayWhere_data();
    void wrongOnesSayWhere();
    void boundsWhatItReads();
    void files();
    void setsOneRule();
};

namespace {

QString trouble(const Result<Policy>& policy)
{
    return policy ? QString() : policy.error().message;
}

MediaBase media(const QString& type, const QStringList& tags = {})
{
    MediaBase media;
    media.mediaType = type;
    media.mediaTags = tags;
    return media;
}

} // namespace

void TestPolicy::readsEverything()
{
    const auto policy = Policy::parse(R"(
name = "mine"
fail_at = "warning"
[rules]
"ladder.aspect" = "error"
"ladder.duration" = { severity = "info", tolerance = 40.5 }
container.size = { tolerance = 2 }   # without quotes
[rules.hls]
extinf = "off"
[ladder]
expected = ["HD mp4", "SD m3u8", { definition = "HD", format = "mp4", hdr = "HDR10" }, "SDR+"]
[audio]
codecs = ["AAC", "mp3"]
channels = 2
loudness_lufs = -16
true_peak_dbtp = -2.5
[video]
codecs = ["h264"]
key_frame_interval_s = 2
[signal]
black_ms = 1
freeze_ms = 2
silence_ms = 3
[links]
live_s = 60
[deep]
limit_s = 90
limit_times = 2.5
)",
        u"p.toml"_s);
    QVERIFY2(policy, qPrintable(trouble(policy)));
    QCOMPARE(policy->name(), u"mine"_s);
    QCOMPARE(policy->failAt(), Severity::Warning);
    const PolicySettings settings = policy->settingsFor({});
    QCOMPARE(settings.setting(u"ladder.aspect"_s).severity, Severity::Error);
    QCOMPARE(settings.setting(u"ladder.aspect"_s).tolerance, findRule(u"ladder.aspect"_s)->tolerance);
    QCOMPARE(settings.setting(u"ladder.duration"_s).severity, Severity::Info);
    QCOMPARE(settings.setting(u"ladder.duration"_s).tolerance, 40.5);
    QCOMPARE(settings.setting(u"container.size"_s).severity, Severity::Error); // the rule's own
    QCOMPARE(settings.setting(u"container.size"_s).tolerance, 2);
    QCOMPARE(settings.setting(u"hls.extinf"_s).severity, Severity::Off);
    QCOMPARE(settings.setting(u"hls.key"_s).severity, Severity::Error);
    QCOMPARE(settings.setting(u"no.such"_s).severity, Severity::Off);
    const QList<LadderStep> steps { { u"HD"_s, u"mp4"_s, {} }, { u"SD"_s, u"m3u8"_s, {} },
        { u"HD"_s, u"mp4"_s, u"HDR10"_s }, { {}, {}, u"SDR+"_s } };
    QCOMPARE(settings.ladder, steps);
    QCOMPARE(settings.audioCodecs, (QStringList { u"aac"_s, u"mp3"_s }));
    QCOMPARE(settings.videoCodecs, QStringList { u"h264"_s });
    QCOMPARE(settings.audioChannels, 2);
    QCOMPARE(settings.loudnessLufs, -16);
    QCOMPARE(settings.truePeakDbtp, -2.5);
    QCOMPARE(settings.keyFrameMs, 2000);
    QCOMPARE(settings.blackMs, 1);
    QCOMPARE(settings.freezeMs, 2);
    QCOMPARE(settings.silenceMs, 3);
    QCOMPARE(settings.expiryS, 60);
    QCOMPARE(settings.deepLeastMs, 90'000);
    QCOMPARE(settings.deepTimes, 2.5);
}

void TestPolicy::shippedOnes_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : Policy::shippedNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestPolicy::shippedOnes()
{
    QFETCH(QString, name);
    const QByteArray text = Policy::shippedText(name);
    QVERIFY(!text.isEmpty());
    const auto policy = Policy::parse(text, name);
    QVERIFY2(policy, qPrintable(trouble(policy)));
    QCOMPARE(policy->name(), name);
    // What is written of it says the same.
    const QByteArray written = policyText(*policy);
    const auto again = Policy::parse(written, u"written"_s);
    QVERIFY2(again, qPrintable(trouble(again)));
    for (const MediaBase& asset : { MediaBase(), media(u"audio"_s), media(u"video"_s, { u"short"_s }) }) {
        for (const Rule& rule : allRules())
            QCOMPARE(again->settingsFor(asset).setting(rule.id), policy->settingsFor(asset).setting(rule.id));
        PolicySettings left = again->settingsFor(asset);
        PolicySettings right = policy->settingsFor(asset);
        left.rules.clear();
        right.rules.clear();
        QCOMPARE(left, right);
    }
    QCOMPARE(again->failAt(), policy->failAt());
    QCOMPARE(policyText(*again), written);
    QVERIFY(Policy::shippedText(name + u"x"_s).isEmpty());
    QVERIFY(Policy::shippedText(u"../policies/"_s + name).isEmpty());
}

void TestPolicy::theDefaultChangesNothing()
{
    const auto policy = Policy::parse(Policy::shippedText(u"default"_s), {});
    QVERIFY(policy);
    for (const Rule& rule : allRules()) {
        const RuleSetting own { rule.severity, rule.tolerance };
        QVERIFY2(policy->settingsFor({}).setting(rule.id) == own, qPrintable(rule.id));
    }
    PolicySettings settings = policy->settingsFor({});
    settings.rules.clear();
    QCOMPARE(settings, PolicySettings());
    QCOMPARE(policy->failAt(), Policy().failAt());
}

void TestPolicy::overridesInTheirOrder()
{
    const auto policy = Policy::parse(R"(
[signal]
black_ms = 100
[rules]
"signal.black" = "error"
[[override]]
media_type = "video"
[override.rules]
"ladder.aspect" = { tolerance = 5 }
"signal.black" = "info"
[override.signal]
black_ms = 200
[[override]]
tag = "trailer"
rules."ladder.aspect" = "off"
signal = { black_ms = 300 }
ladder.expected = []
[[override]]
media_type = "audio"
tag = "trailer"
audio.channels = 1
)",
        {});
    QVERIFY2(policy, qPrintable(trouble(policy)));
    QCOMPARE(policy->settingsFor({}).blackMs, 100);
    const PolicySettings video = policy->settingsFor(media(u"video"_s, { u"x"_s }));
    QCOMPARE(video.blackMs, 200);
    QCOMPARE(video.freezeMs, 2000); // not named by the override
    QCOMPARE(video.setting(u"signal.black"_s).severity, Severity::Info);
    QCOMPARE(video.setting(u"ladder.aspect"_s).severity, Severity::Warning);
    QCOMPARE(video.setting(u"ladder.aspect"_s).tolerance, 5);
    const PolicySettings both = policy->settingsFor(media(u"video"_s, { u"x"_s, u"trailer"_s }));
    QCOMPARE(both.blackMs, 300);
    QCOMPARE(both.setting(u"ladder.aspect"_s).severity, Severity::Off);
    QCOMPARE(both.setting(u"ladder.aspect"_s).tolerance, 5); // of the one before
    QVERIFY(!both.audioChannels);
    QCOMPARE(policy->settingsFor(media(u"audio"_s, { u"trailer"_s })).audioChannels, 1);
    const auto again = Policy::parse(policyText(*policy), {});
    QVERIFY2(again, qPrintable(trouble(again)));
    for (const MediaBase& asset : { MediaBase(), media(u"video"_s), media(u"audio"_s, { u"trailer"_s }) })
        QCOMPARE(again->settingsFor(asset).blackMs, policy->settingsFor(asset).blackMs);
}

void TestPolicy::wrongOnesSayWhere_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* toml, const char* code, const char* part) {
        QTest::newRow(name) << QByteArray(toml) << QString::fromLatin1(code) << QString::fromUtf8(part);
    };
    row("syntax", "name = \"x\"\nfail_at = \n", "2", "line 2");
    row("twice", "name = \"x\"\nname = \"y\"\n", "2", "name");
    row("unknown key", "\nfail_add = \"error\"\n", "2:1", "fail_at");
    row("unknown key, nothing near", "zzzzzzzzzz = 1\n", "1:1", "rules");
    row("unknown table", "[ladders]\nexpected = []\n", "1:2", "ladder");
    row("unknown rule", "[rules]\n\"ladder.duraton\" = \"off\"\n", "2:1", "“ladder.duration”");
    row("unknown rule without quotes", "[rules]\nladder.duraton = \"off\"\n", "2:8", "“ladder.duration”");
    row("unknown family", "[rules]\nnothing.at-all = \"off\"\n", "2:1", "nothing");
    row("unknown severity", "[rules]\n\"hls.key\" = \"eror\"\n", "2:13", "“error”");
    row("severity that is a number", "[rules]\n\"hls.key\" = 3\n", "2:13", "off, info, warning, error");
    row("severity in a table", "[rules]\n\"hls.key\" = { severity = \"loud\" }\n", "2:26", "severity");
    row("unknown part of a rule", "[rules]\n\"hls.extinf\" = { tolerence = 3 }\n", "2:18", "“tolerance”");
    row("no tolerance", "[rules]\n\"hls.key\" = { tolerance = 3 }\n", "2:15", "hls.key");
    row("negative tolerance", "[rules]\n\"hls.extinf\" = { tolerance = -1 }\n", "2:30", "0 to 3600000");
    row("tolerance above", "[rules]\n\"reference.ssim\" = { tolerance = 1.01 }\n", "2:34", "0 to 1");
    row("tolerance nan", "[rules]\n\"hls.extinf\" = { tolerance = nan }\n", "2:30", "0 to 3600000");
    row("tolerance inf", "[rules]\n\"hls.extinf\" = { tolerance = inf }\n", "2:30", "0 to 3600000");
    row("tolerance text", "[rules]\n\"hls.extinf\" = { tolerance = \"3\" }\n", "2:30", "number");
    row("rules that are no table", "rules = 3\n", "1:1", "[rules]");
    row("fail_at off", "fail_at = \"off\"\n", "1:11", "fail_at");
    row("name that is a number", "name = 3\n", "1:8", "quotes");
    row("empty name", "name = \"\"\n", "1:8", "200");
    row("expected that is no list", "[ladder]\nexpected = \"HD mp4\"\n", "2:12", "list");
    row("unknown step", "[ladder]\nexpected = [\"HD mp4\", \"HD mp5\"]\n", "2:23", "“mp4”");
    row("step of the wrong kind", "[ladder]\nexpected = [{ definition = \"mp4\" }]\n", "2:28", "mp4");
    row("step with an unknown key", "[ladder]\nexpected = [{ definitoin = \"HD\" }]\n", "2:15", "“definition”");
    row("empty step", "[ladder]\nexpected = [\"  \"]\n", "2:13", "step");
    row("codecs that are no list", "[video]\ncodecs = \"h264\"\n", "2:10", "list");
    row("codec that is a number", "[video]\ncodecs = [\"h264\", 5]\n", "2:19", "quotes");
    row("channels 0", "[audio]\nchannels = 0\n", "2:12", "1 to 64");
    row("channels 2.5", "[audio]\nchannels = 2.5\n", "2:12", "whole");
    row("loudness above 0", "[audio]\nloudness_lufs = 1\n", "2:17", "-70 to 0");
    row("unknown setting", "[signal]\nblack = 3\n", "2:1", "black_ms");
    row("override with one bracket", "[override]\ntag = \"x\"\n", "1:2", "[[override]]");
    row("override for nobody", "\n[[override]]\n[override.signal]\nblack_ms = 3\n", "2:1", "media_type");
    row("override of an unknown type", "[[override]]\nmedia_type = \"film\"\n", "2:14", "video");
    row("override with a name", "[[override]]\ntag = \"x\"\nnam = \"y\"\n", "3:1", "");
    row("wrong inside an override", "[[override]]\ntag = \"x\"\n[override.rules]\n\"hls.kex\" = \"off\"\n", "4:1",
        "“hls.key”");
    row("not UTF-8", "name = \"\xff\xfe\"\n", "1", "line 1");
}

void TestPolicy::wrongOnesSayWhere()
{
    QFETCH(QByteArray, toml);
    QFETCH(QString, code);
    QFETCH(QString, part);
    const auto policy = Policy::parse(toml, u"mine.toml"_s);
    QVERIFY(!policy);
    const Error& error = policy.error();
    QCOMPARE(error.kind, ErrorKind::InvalidRequest);
    // Where the syntax is wrong the column is the library's choice.
    const bool placed = code.contains(u':') ? error.code == code : error.code.startsWith(code + u':');
    QVERIFY2(placed && error.message.contains(part), qPrintable(error.code + u' ' + error.message));
    const QString place =
        u"mine.toml, line %1, column %2: "_s.arg(error.code.section(u':', 0, 0), error.code.section(u':', 1, 1));
    QVERIFY2(error.message.startsWith(place) && error.message.size() < 400, qPrintable(error.message));
    const auto unnamed = Policy::parse(toml, {});
    QVERIFY(unnamed.error().message.startsWith(u"line "));
}

void TestPolicy::boundsWhatItReads()
{
    const QByteArray most = '#' + QByteArray(1024 * 1024 - 1, 'x');
    QVERIFY(Policy::parse(most, {}));
    QVERIFY(!Policy::parse(most + 'x', {}));
    // None of these may end the program.
    QVERIFY(!Policy::parse("a = " + QByteArray(200'000, '['), {}));
    QVERIFY(!Policy::parse(QByteArray("a.").repeated(200'000) + "b = 1", {}));
    QVERIFY(!Policy::parse(QByteArray("a = [ {b.c.d = ").repeated(5'000), {}));
    QVERIFY(!Policy::parse("[" + QByteArray("a.").repeated(200'000) + "b]", {}));
    QByteArray lines = "rules = 1\n";
    for (int i = 0; i < 20'000; ++i)
        lines += "[t" + QByteArray::number(i) + "]\n";
    QVERIFY(!Policy::parse(lines, {}));
    QVERIFY(Policy::parse({}, {}));
    QVERIFY(Policy::parse("# a comment with . . . . . . . . . . . . . . . . . . . . . . . . . . . . dots", {}));
}

void TestPolicy::files()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"mine.toml"_s);
    QCOMPARE(Policy::load(path).error().kind, ErrorKind::Io);
    QCOMPARE(Policy::load(folder.path()).error().kind, ErrorKind::Io);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name = \"mine\"\n[rules]\nx = 1\n");
    file.close();
    const auto wrong = Policy::load(path);
    QVERIFY(wrong.error().message.startsWith(u"mine.toml, line 3, column 1: "));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name = \"mine\"\n");
    file.close();
    QCOMPARE(Policy::load(path)->name(), u"mine"_s);
    QCOMPARE(Policy::named(path)->name(), u"mine"_s);
    QCOMPARE(Policy::named(u"strict-vod"_s)->name(), u"strict-vod"_s);
    QCOMPARE(Policy::named(u"no-such"_s).error().kind, ErrorKind::Io);
    QVERIFY(!Policy::load(u"/dev/zero"_s)); // never ends
}

void TestPolicy::setsOneRule()
{
    Policy policy;
    policy.setRule(u"hls.extinf"_s, { Severity::Error, 12.5 });
    policy.setRule(u"no.such"_s, { Severity::Error, {} });
    const auto again = Policy::parse(policyText(policy), {});
    QVERIFY2(again, qPrintable(trouble(again)));
    QCOMPARE(again->settingsFor({}).setting(u"hls.extinf"_s), (RuleSetting { Severity::Error, 12.5 }));
    QVERIFY(!policy.settingsFor({}).rules.contains(u"no.such"_s));
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
