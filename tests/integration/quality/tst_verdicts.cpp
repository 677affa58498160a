// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clock.h"
#include "core/http.h"
#include "ims/client.h"
#include "quality/judge.h"
#include "quality/measure_stream.h"
#include "tests/support/planted.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThreadPool>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

//! A sandbox with one catalogue, and the sheets of all its assets.
struct World {
    explicit World(const QString& catalogue)
        : server({ .catalogue = catalogue })
        , assets(plantedAssets(catalogue))
        , client(http, clock)
    {
        trouble = server.start().value_or(assets.isEmpty() ? u"the target quality_media was not built"_s : QString());
        client.setAccount({ .credentials = { server.accessKeyId(), server.accessKeySecret(), {} },
            .endpoint = QUrl(server.endpoint()) });
    }
    //! Asks for all assets and measures all their renditions, two at once.
    void measure();

    sandbox::Server server;
    QList<PlantedAsset> assets;
    QList<AssetSheet> sheets; //!< of the same places
    QString trouble;
    SystemClock clock;
    Http http;
    Client client;
    QObject context;
};

void World::measure()
{
    sheets.resize(assets.size());
    qsizetype answers = 0;
    for (qsizetype i = 0; i < assets.size(); ++i) {
        client.getPlayInfo(
            { .mediaId = assets.at(i).mediaId }, &context, [this, i, &answers](Result<PlayInfoReply> reply) {
                AssetSheet& sheet = sheets[i];
                sheet.mediaId = assets.at(i).mediaId;
                if (reply) {
                    sheet.media = reply->mediaBase;
                    sheet.requestedAt = reply->info.requestedAt;
                    for (const PlayInfo& info : std::as_const(reply->playInfoList))
                        sheet.streams.append(StreamSheet { .info = info });
                } else {
                    sheet.error = reply.error();
                }
                ++answers;
            });
    }
    QTRY_COMPARE_WITH_TIMEOUT(answers, assets.size(), 30'000);

    QThreadPool pool;
    pool.setMaxThreadCount(2);
    for (qsizetype i = 0; i < assets.size(); ++i) {
        QList<PlayInfo> infos;
        for (const StreamSheet& stream : std::as_const(sheets[i].streams))
            infos.append(stream.info);
        const QList<StreamKey> keys = StreamKey::ofAll(assets.at(i).mediaId, infos);
        for (qsizetype s = 0; s < infos.size(); ++s) {
            MeasureOptions options { .deep = true };
            for (const Planted& planted : assets.at(i).planted) {
                if (planted.stream == int(s) && planted.reference)
                    options.reference = QUrl(infos.at(*planted.reference).playUrl);
            }
            // What takes long first, or all would wait for it in the end.
            const bool hangs = assets.at(i).title == "Key that never comes"_L1;
            pool.start(
                [this, &sheet = sheets[i].streams[s], id = assets.at(i).mediaId, title = assets.at(i).title,
                    key = keys.at(s), info = infos.at(s), options] {
                    QElapsedTimer timer;
                    timer.start();
                    sheet = measureStream(http, id, key, info, options, {}, {});
                    if (timer.elapsed() > 5'000)
                        qInfo("%s took %lld ms", qPrintable(title), timer.elapsed());
                },
                hangs ? 1 : 0);
        }
    }
    QVERIFY(QTest::qWaitFor([&pool] { return pool.waitForDone(0); }, 120'000));
}

//! "rule" of the ladder, "rule @place" of a rendition. What one rendition does to the ladder may be said of any.
QString where(const QString& rule, std::optional<qsizetype> place)
{
    return place && !rule.startsWith("ladder."_L1) ? u"%1 @%2"_s.arg(rule).arg(*place) : rule;
}

QMap<QString, QString> found(const AssetSheet& sheet, const Policy& policy)
{
    QMap<QString, QString> all;
    for (const Finding& finding : judge(sheet, policy, QDateTime::currentDateTimeUtc()).findings) {
        std::optional<qsizetype> place;
        for (qsizetype i = 0; i < sheet.streams.size(); ++i)
            if (sheet.streams.at(i).key == finding.stream)
                place = i;
        all.insert(where(finding.rule, place), finding.message);
    }
    return all;
}

} // namespace

//! A deep check of the sandbox's catalogues finds what was planted, all of it and nothing else.
class TestVerdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanLadders_data() { rows(*m_clean); }
    void cleanLadders();
    void plantedDefects_data() { rows(*m_defects); }
    void plantedDefects();

private:
    static void rows(const World& world)
    {
        QTest::addColumn<int>("place");
        for (int i = 0; i < world.assets.size(); ++i)
            QTest::addRow("%s", qPrintable(world.assets.at(i).title)) << i;
    }
    std::unique_ptr<World> m_clean, m_defects;
};

void TestVerdicts::initTestCase()
{
    for (const auto& [world, name] : { std::pair(&m_clean, "clean"), { &m_defects, "defects" } }) {
        *world = std::make_unique<World>(QString::fromLatin1(name));
        QVERIFY2((*world)->trouble.isEmpty(), qPrintable((*world)->trouble));
        QElapsedTimer timer;
        timer.start();
        (*world)->measure();
        if (QTest::currentTestFailed())
            return;
        qInfo("%s: %lld assets in %lld ms", name, qint64((*world)->assets.size()), timer.elapsed());
    }
}

void TestVerdicts::cleanLadders()
{
    QFETCH(int, place);
    const AssetSheet& sheet = m_clean->sheets.at(place);
    QVERIFY2(!sheet.error && !sheet.streams.isEmpty(), qPrintable(sheet.error.value_or(Error {}).message));
    for (const StreamSheet& stream : sheet.streams)
        QVERIFY2(stream.container && *stream.container && stream.decoded && *stream.decoded, qPrintable(stream.label));
    const QMap<QString, QString> findings = found(sheet, Policy());
    for (auto it = findings.cbegin(); it != findings.cend(); ++it)
        QTest::qFail(qPrintable(u"%1: %2"_s.arg(it.key(), it.value())), __FILE__, __LINE__);
    QCOMPARE(judge(sheet, Policy(), QDateTime::currentDateTimeUtc()).verdict, Verdict::Pass);
    const auto broadcast = Policy::parse(Policy::shippedText(u"broadcast-r128"_s), u"broadcast-r128.toml"_s);
    QVERIFY2(broadcast, qPrintable(broadcast ? QString() : broadcast.error().message));
    const QStringList strict = found(sheet, *broadcast).values();
    QVERIFY2(strict.isEmpty(), qPrintable(strict.join(u'\n')));
}

void TestVerdicts::plantedDefects()
{
    QFETCH(int, place);
    const AssetSheet& sheet = m_defects->sheets.at(place);
    QVERIFY2(!sheet.error && !sheet.streams.isEmpty(), qPrintable(sheet.error.value_or(Error {}).message));
    QMap<QString, QString> findings = found(sheet, Policy());
    QStringList missed;
    for (const Planted& planted : m_defects->assets.at(place).planted) {
        const QString name = where(planted.rule, planted.stream);
        if (planted.policy.isEmpty()) {
            if (!findings.contains(name))
                missed.append(name);
            continue;
        }
        const auto policy = Policy::parse(planted.policy.toUtf8(), u"planted.toml"_s);
        QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message));
        if (!found(sheet, *policy).contains(name))
            missed.append(name);
    }
    for (const Planted& planted : m_defects->assets.at(place).planted)
        findings.remove(where(planted.rule, planted.stream));
    QString text = missed.isEmpty() ? QString() : u"missed: "_s + missed.join(u", "_s) + u'\n';
    for (auto it = findings.cbegin(); it != findings.cend(); ++it)
        text += u"not planted: %1: %2\n"_s.arg(it.key(), it.value());
    QVERIFY2(text.isEmpty(), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestVerdicts)
#include "tst_verdicts.moc"
