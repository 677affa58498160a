// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/match_scan.h"
#include "sandbox/paging.h"
#include "sandbox/server.h"

#include <QTest>

using namespace proofreel::sandbox;
using namespace Qt::StringLiterals;

class TestSandboxScan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatTheExpressionFinds_data();
    void findsWhatTheExpressionFinds();
    void assetsAreVaried();
    void pagesWalkThroughAll_data();
    void pagesWalkThroughAll();

private:
    Catalog m_catalog;
};

void TestSandboxScan::initTestCase()
{
    const auto problem = m_catalog.load(Server::findMediaFolder(), 3000, 5);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
}

void TestSandboxScan::findsWhatTheExpressionFinds_data()
{
    QTest::addColumn<QString>("match");
    QTest::addColumn<bool>("some");
    const auto row = [](const char* match, bool some = true) {
        QTest::newRow(*match ? match : "everything") << QString::fromUtf8(match) << some;
    };
    row("");
    row("title = '12'"); // in the number, in "Podcast 112", and across
    row("title = 'TAKE 1'");
    row("title = 'dawn · take 27'");
    row("title = 'take 2718'");
    row("title = 'take 2718x'", false);
    row("title = '112 (audio) · take 1' and mediaType == 'audio'");
    row("title = ' 7'");
    row("title = '07 · take'");
    row("title = '3000'");
    row("title = '3001'", false);
    row("title = '茶山春色 · take 3'");
    row("title = ''");
    row("description = 'second CAMERA'");
    row("description = 'ladder, clean. Colour'");
    row("tagList in ('drone','nothing')");
    row("tagList in ('archive')");
    row("status in ('0','2')");
    row("status == 3 and mediaType in ('image','text')");
    row("cateId == 4242");
    row("cateId == 6010");
    row("utcCreate = ['1632000000000','1632100000000']");
    row("utcModified = ('1632000000000','1632100000000')");
    row("fileInfo.storageLocation == 'proofreel-demo-in' and tagList in ('winter')");
    row("ocrInfo.tracks.content = 'x'", false);
    row("(title = 'take 1' or (tagList in ('winter') and status == 3)) and description = 'keep'");
    row("(mediaType == 'audio' or title = 'desert')");
    row("mediaId == '86434e152b7d4f20be480574439fe001'");
    row("mediaId == 'x'", false);
}

void TestSandboxScan::findsWhatTheExpressionFinds()
{
    QFETCH(QString, match);
    QFETCH(bool, some);
    MatchExpression expression;
    const auto problem = expression.parse(match);
    QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
    QList<quint32> expected;
    for (qint64 i = 0; i < m_catalog.size(); ++i) {
        const SearchDocument document = searchDocument(m_catalog, i);
        if ((match.contains("mediaType"_L1) || document.mediaType == "video"_L1) && expression.matches(document))
            expected.append(quint32(i));
    }
    QCOMPARE(scan(m_catalog, expression), expected);
    QCOMPARE(!expected.isEmpty(), some);
}

void TestSandboxScan::assetsAreVaried()
{
    QHash<QString, int> statuses, sources, types;
    QSet<qint64> categories;
    QSet<QString> titles, ids;
    for (qint64 i = m_catalog.demoSize(); i < m_catalog.size(); ++i) {
        const Asset asset = m_catalog.asset(i);
        const AssetFacts facts = m_catalog.facts(i);
        QCOMPARE(asset.index, i);
        QCOMPARE(asset.status, statusNames().at(facts.status));
        QCOMPARE(asset.source, sourceNames().at(facts.source));
        QCOMPARE(asset.cateId, facts.cateId);
        QCOMPARE(asset.renditions.isEmpty(),
            asset.status != "Normal"_L1 || asset.mediaType == "image"_L1 || asset.mediaType == "text"_L1);
        QCOMPARE(m_catalog.indexOfInputUrl(asset.inputUrl), i);
        ++statuses[asset.status];
        ++sources[asset.source];
        ++types[asset.mediaType];
        categories.insert(asset.cateId);
        titles.insert(asset.title);
        ids.insert(asset.mediaId);
    }
    QCOMPARE(statuses.size(), 4);
    QVERIFY(statuses.value(u"Normal"_s) > 2900);
    QCOMPARE(sources.size(), 4);
    QCOMPARE(types.size(), 4);
    QVERIFY(types.value(u"image"_s) < 150 && types.value(u"text"_s) < types.value(u"image"_s));
    // Every leaf is used, and nothing else.
    const auto& all = m_catalog.categories();
    const auto leaves = std::count_if(all.begin(), all.end(), [&all](const Category& category) {
        return category.type == "default"_L1 && std::none_of(all.begin(), all.end(), [&](const Category& other) {
            return other.parentId == category.id;
        });
    });
    QCOMPARE(categories.size(), leaves);
    QCOMPARE(titles.size(), 3000);
    QCOMPARE(ids.size(), 3000);
}

void TestSandboxScan::pagesWalkThroughAll_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<qint64>("pageSize");
    QTest::newRow("healthy") << QString() << qint64(7);
    QTest::newRow("one page") << QString() << qint64(100);
    for (const qint64 size : { 1, 2, 3, 10 }) {
        QTest::addRow("uneven %lld", size) << u"uneven-pages"_s << size;
        QTest::addRow("duplicate %lld", size) << u"duplicate-rows"_s << size;
    }
}

void TestSandboxScan::pagesWalkThroughAll()
{
    QFETCH(QString, fault);
    QFETCH(qint64, pageSize);
    Faults faults;
    if (!fault.isEmpty())
        QVERIFY(!faults.set(fault));
    constexpr qint64 total = 50;
    QSet<qint64> seen;
    PageCut cut { .hasMore = true };
    int pages = 0;
    for (; cut.hasMore && pages < 1000; ++pages) {
        cut = cutPage(faults, cut.next, pageSize, total);
        for (qint64 i = 0; i < cut.count; ++i)
            seen.insert(cut.first + i);
    }
    QVERIFY(!cut.hasMore);
    QCOMPARE(seen.size(), total);
    QVERIFY(!seen.contains(total));
    if (fault.isEmpty())
        QCOMPARE(pages, int((total + pageSize - 1) / pageSize));
}

QTEST_GUILESS_MAIN(TestSandboxScan)
#include "tst_sandbox_scan.moc"
