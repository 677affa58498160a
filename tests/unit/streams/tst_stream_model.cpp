// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream_samples.h"
#include "streams/stream_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

using samples::reply;
using samples::stream;

class TestStreamModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEveryField();
    void definitionsInOrderOfQuality();
    void renewalKeepsIndexes_data();
    void renewalKeepsIndexes();
    void renewalTakesNewValues();
    void anotherAssetResets();
    void countdownTouchesOneColumn();
    void currentIsMarked();
    void tooManyStreamsAreCut();
    void tooltipsTellWhy();
};

namespace {

struct Fixture {
    StreamModel model;
    QAbstractItemModelTester tester { &model, QAbstractItemModelTester::FailureReportingMode::QtTest };
};

QList<PlayInfo> byJob(const QString& jobs)
{
    QList<PlayInfo> infos;
    for (const QChar job : jobs)
        infos.append(stream(u"HD"_s, u"mp4"_s, {}, QString(job)));
    return infos;
}

} // namespace

void TestStreamModel::showsEveryField()
{
    Fixture f;
    f.model.setReply(reply({ samples::publishedSample() }), std::nullopt);
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(f.model.columnCount(), 25); // 23 fields, what is left of the link, and the check
    QStringList names;
    for (int column = 0; column < StreamModel::ColumnCount; ++column) {
        const QModelIndex cell = f.model.index(0, column);
        if (column != StreamModel::Check) // has marks of its own once somebody has checked
            QVERIFY(!cell.data(Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(!f.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        names += cell.data(StreamModel::FieldNameRole).toString();
    }
    names.removeAll(QString());
    names.sort();
    QStringList sent = samples::publishedSample().raw.keys();
    sent.sort();
    QCOMPARE(names, sent); // all 23, by the service's names
    QCOMPARE(f.model.index(0, StreamModel::Size).data(StreamModel::SortRole).toLongLong(), 418112);
    QCOMPARE(f.model.index(0, StreamModel::Fps).data(StreamModel::SortRole).toDouble(), 25.0);
}

void TestStreamModel::definitionsInOrderOfQuality()
{
    const QStringList order { u"FD"_s, u"LD"_s, u"SD"_s, u"HD"_s, u"2K"_s, u"4K"_s, u"OD"_s, u"SQ"_s, u"HQ"_s,
        u"AUTO"_s, u"8K"_s };
    for (qsizetype i = 1; i < order.size(); ++i)
        QVERIFY(definitionRank(order.at(i - 1)) < definitionRank(order.at(i)));
    QCOMPARE(definitionRank(u"hd"_s), definitionRank(u"whatever"_s)); // the service's spelling, nothing else

    QStringList best { u"LD"_s, u"SQ"_s, u"b"_s, u"OD"_s, u"AUTO"_s, {}, u"4K"_s, u"HQ"_s, u"a"_s };
    std::sort(best.begin(), best.end(), [](const QString& l, const QString& r) { return definitionLess(l, r, true); });
    QCOMPARE(best, (QStringList { u"OD"_s, u"4K"_s, u"LD"_s, u"HQ"_s, u"SQ"_s, u"AUTO"_s, u"a"_s, u"b"_s, {} }));
    std::sort(best.begin(), best.end(), [](const QString& l, const QString& r) { return definitionLess(l, r, false); });
    QCOMPARE(best, (QStringList { u"LD"_s, u"4K"_s, u"OD"_s, u"SQ"_s, u"HQ"_s, u"AUTO"_s, u"a"_s, u"b"_s, {} }));
}

void TestStreamModel::renewalKeepsIndexes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("same") << u"abc"_s << u"abc"_s;
    QTest::newRow("added behind") << u"abc"_s << u"abcd"_s;
    QTest::newRow("added before") << u"abc"_s << u"zabc"_s;
    QTest::newRow("removed") << u"abc"_s << u"ac"_s;
    QTest::newRow("several removed") << u"abcdef"_s << u"be"_s;
    QTest::newRow("turned") << u"abc"_s << u"cba"_s;
    QTest::newRow("all at once") << u"abcdef"_s << u"xfbay"_s;
    QTest::newRow("all others") << u"abc"_s << u"xyz"_s;
    QTest::newRow("none left") << u"abc"_s << u""_s;
}

void TestStreamModel::renewalKeepsIndexes()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Fixture f;
    f.model.setReply(reply(byJob(before)), std::nullopt);
    QHash<QString, QPersistentModelIndex> kept;
    for (int row = 0; row < f.model.rowCount(); ++row)
        kept.insert(f.model.at(row).jobId, f.model.index(row, StreamModel::Size));
    QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);

    f.model.setReply(reply(byJob(after)), std::nullopt);

    QCOMPARE(resets.size(), 0);
    QCOMPARE(f.model.rowCount(), after.size());
    for (int row = 0; row < f.model.rowCount(); ++row) {
        QCOMPARE(f.model.at(row).jobId, QString(after.at(row)));
        QCOMPARE(f.model.rowOf(f.model.key(row)), row);
    }
    for (auto index = kept.cbegin(); index != kept.cend(); ++index) {
        QCOMPARE(index->isValid(), after.contains(index.key()));
        if (index->isValid())
            QCOMPARE(f.model.at(index->row()).jobId, index.key());
    }
}

void TestStreamModel::renewalTakesNewValues()
{
    Fixture f;
    PlayInfo info = stream(u"HD"_s, u"mp4"_s, {}, u"a"_s);
    f.model.setReply(reply({ info }), std::nullopt);
    QCOMPARE(f.model.expiry(0).source, UrlExpiry::Source::CdnTypeA);
    QSignalSpy changes(&f.model, &QAbstractItemModel::dataChanged);
    info.playUrl = u"https://cdn.example.com/new.mp4"_s;
    f.model.setReply(reply({ info }), 7200);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(f.model.at(0).playUrl, info.playUrl);
    QCOMPARE(f.model.expiry(0).source, UrlExpiry::Source::AuthTimeout);
    QCOMPARE(f.model.expiry(0).at, f.model.reply().info.requestedAt.addSecs(7200));
}

void TestStreamModel::anotherAssetResets()
{
    Fixture f;
    f.model.setReply(reply(byJob(u"ab"_s)), std::nullopt);
    QSignalSpy resets(&f.model, &QAbstractItemModel::modelReset);
    f.model.setReply(reply(byJob(u"ab"_s), u"media2"_s), std::nullopt);
    QCOMPARE(resets.size(), 1);
    f.model.clear();
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.rowOf({}), -1);
}

void TestStreamModel::countdownTouchesOneColumn()
{
    Fixture f;
    f.model.setReply(reply(byJob(u"ab"_s)), std::nullopt);
    QCOMPARE(f.model.index(0, StreamModel::Expiry).data(Qt::DisplayRole).toString(), u"–"_s);
    QSignalSpy changes(&f.model, &QAbstractItemModel::dataChanged);
    f.model.setNow(QDateTime::fromSecsSinceEpoch(1'900'000'000 - 125, Qt::UTC));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().column(), static_cast<int>(StreamModel::Expiry));
    QCOMPARE(changes.at(0).at(1).toModelIndex().column(), static_cast<int>(StreamModel::Expiry));
    QCOMPARE(f.model.index(1, StreamModel::Expiry).data(Qt::DisplayRole).toString(), u"02:05"_s);
}

void TestStreamModel::currentIsMarked()
{
    Fixture f;
    f.model.setReply(reply(byJob(u"ab"_s)), std::nullopt);
    f.model.setCurrent(f.model.key(1));
    QVERIFY(f.model.index(1, 0).data(StreamModel::CurrentRole).toBool());
    QVERIFY(!f.model.index(0, 0).data(StreamModel::CurrentRole).toBool());
    f.model.setReply(reply(byJob(u"ba"_s)), std::nullopt); // the mark follows the rendition
    QVERIFY(f.model.index(0, 0).data(StreamModel::CurrentRole).toBool());
    f.model.setCurrent({});
    QVERIFY(!f.model.index(0, 0).data(StreamModel::CurrentRole).toBool());
}

void TestStreamModel::tooManyStreamsAreCut()
{
    StreamModel model;
    model.setReply(reply(QList<PlayInfo>(6000)), std::nullopt);
    QCOMPARE(model.rowCount(), static_cast<int>(StreamModel::kMostStreams));
    QCOMPARE(model.reply().info.oddities.size(), 1);
    QVERIFY(model.reply().info.oddities.first().contains("6000"_L1));
}

void TestStreamModel::tooltipsTellWhy()
{
    Fixture f;
    PlayInfo info = stream(u"HD"_s, u"mp4"_s);
    info.encrypt = 1;
    info.encryptType = u"AliyunVoDEncryption"_s;
    f.model.setReply(reply({ info, {} }), std::nullopt);
    QCOMPARE(f.model.playability(0), Playability::AliyunVodEncrypted);
    QCOMPARE(f.model.index(0, 0).data(StreamModel::PlayabilityRole).toInt(), 1);
    QVERIFY(f.model.index(0, 0).data(Qt::ToolTipRole).toString().contains("Alibaba"_L1));
    QVERIFY(f.model.index(1, StreamModel::Size).data(Qt::ToolTipRole).toString().contains("Size: "_L1));
    QCOMPARE(f.model.playability(1), Playability::NoUrl);
}

QTEST_GUILESS_MAIN(TestStreamModel)
#include "tst_stream_model.moc"
