// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stream_samples.h"
#include "streams/stream_filter_model.h"
#include "streams/stream_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;
using Facet = StreamFilterModel::Facet;

class TestStreamFilterModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void countsUnderTheOtherFacets();
    void filtersCombine();
    void chosenValueStaysWhenGone();
    void sorts_data();
    void sorts();
    void groups();
    void countdownIsNoFacetChange();
    void selectionSurvivesARenewal();

private:
    [[nodiscard]] QString counts(Facet facet) const;
    [[nodiscard]] QString rows() const;

    std::unique_ptr<StreamModel> m_model;
    std::unique_ptr<StreamFilterModel> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_testers[2];
};

namespace {

QList<PlayInfo> ladder()
{
    using samples::stream;
    QList<PlayInfo> infos { stream(u"SD"_s, u"mp4"_s, {}, u"1"_s), stream(u"HD"_s, u"mp4"_s, {}, u"2"_s),
        stream(u"HD"_s, u"m3u8"_s, {}, u"3"_s), stream(u"HD"_s, u"mp4"_s, u"HDR10"_s, u"4"_s),
        stream(u"OD"_s, u"mp4"_s, u"HLG"_s, u"5"_s), stream(u"SQ"_s, u"mp3"_s, {}, u"6"_s),
        stream(u"AUTO"_s, u"m3u8"_s, {}, u"7"_s) };
    const qint64 sizes[] { 9, 100, 20, 1000, -1, 3, -1 };
    for (qsizetype i = 0; i < infos.size(); ++i) {
        if (sizes[i] >= 0)
            infos[i].size = sizes[i];
    }
    return infos;
}

} // namespace

void TestStreamFilterModel::init()
{
    m_model = std::make_unique<StreamModel>();
    m_filter = std::make_unique<StreamFilterModel>();
    m_filter->setSourceModel(m_model.get());
    m_testers[0] = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_testers[1] = std::make_unique<QAbstractItemModelTester>(m_filter.get());
    m_model->setReply(samples::reply(ladder()), std::nullopt);
}

void TestStreamFilterModel::cleanup()
{
    for (auto& tester : m_testers)
        tester.reset();
    m_filter.reset();
    m_model.reset();
}

QString TestStreamFilterModel::counts(Facet facet) const
{
    QStringList texts;
    for (const StreamFilterModel::Value& value : m_filter->values(facet))
        texts += value.label + u' ' + QString::number(value.count) + (value.chosen ? u"*"_s : QString());
    return texts.join(u", "_s);
}

QString TestStreamFilterModel::rows() const
{
    QString text;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        text += m_filter->index(row, StreamModel::JobId).data().toString();
    return text;
}

void TestStreamFilterModel::countsUnderTheOtherFacets()
{
    QCOMPARE(counts(Facet::Definition), u"OD 1, HD 3, SD 1, SQ 1, AUTO 1"_s);
    QCOMPARE(counts(Facet::Format), u"m3u8 2, mp3 1, mp4 4"_s);
    QCOMPARE(counts(Facet::Hdr), u"SDR 5, HDR10 1, HLG 1"_s);

    m_filter->setChosen(Facet::Definition, { u"HD"_s });
    QCOMPARE(counts(Facet::Definition), u"OD 1, HD 3*, SD 1, SQ 1, AUTO 1"_s); // its own filter does not count
    QCOMPARE(counts(Facet::Format), u"m3u8 1, mp3 0, mp4 2"_s);
    QCOMPARE(counts(Facet::Hdr), u"SDR 2, HDR10 1, HLG 0"_s);

    m_filter->setChosen(Facet::Hdr, { u""_s });
    QCOMPARE(counts(Facet::Definition), u"OD 0, HD 2*, SD 1, SQ 1, AUTO 1"_s);
    QCOMPARE(counts(Facet::Format), u"m3u8 1, mp3 0, mp4 1"_s);
}

void TestStreamFilterModel::filtersCombine()
{
    QSignalSpy changes(m_filter.get(), &StreamFilterModel::facetsChanged);
    QCOMPARE(m_filter->rowCount(), 7);
    m_filter->setChosen(Facet::Definition, { u"HD"_s, u"OD"_s });
    QCOMPARE(m_filter->rowCount(), 4);
    m_filter->setChosen(Facet::Format, { u"mp4"_s });
    QCOMPARE(m_filter->rowCount(), 3);
    m_filter->setChosen(Facet::Hdr, { u"HDR10"_s });
    QCOMPARE(rows(), u"4"_s);
    QVERIFY(m_filter->isFiltered());
    QCOMPARE(changes.size(), 3);
    m_filter->clearFilters();
    QCOMPARE(m_filter->rowCount(), 7);
    QVERIFY(!m_filter->isFiltered());
    QCOMPARE(changes.size(), 4);
}

void TestStreamFilterModel::chosenValueStaysWhenGone()
{
    m_filter->setChosen(Facet::Hdr, { u"HLG"_s });
    QList<PlayInfo> less = ladder();
    less.remove(4);
    m_model->setReply(samples::reply(less), std::nullopt);
    QCOMPARE(counts(Facet::Hdr), u"SDR 5, HDR10 1, HLG 0*"_s);
    QCOMPARE(m_filter->rowCount(), 0);
}

void TestStreamFilterModel::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("ascending");
    QTest::addColumn<QString>("descending");
    // Definition: quality, sound behind pictures, AUTO last either way. Size: numbers, absent last either way.
    QTest::newRow("definition") << static_cast<int>(StreamModel::Definition) << u"1234567"_s << u"5234167"_s;
    QTest::newRow("size") << static_cast<int>(StreamModel::Size) << u"6132457"_s << u"4231657"_s;
    QTest::newRow("hdr") << static_cast<int>(StreamModel::HdrType) << u"4512367"_s << u"5412367"_s;
}

void TestStreamFilterModel::sorts()
{
    QFETCH(int, column);
    m_filter->sort(column, Qt::AscendingOrder);
    QTEST(rows(), "ascending");
    m_filter->sort(column, Qt::DescendingOrder);
    QTEST(rows(), "descending");
}

void TestStreamFilterModel::groups()
{
    QVERIFY(!m_filter->startsGroup(0));
    m_filter->sort(StreamModel::Size, Qt::DescendingOrder);
    m_filter->setGroupBy(Facet::Format);
    // Groups keep their order whichever way the rows in them are sorted.
    QCOMPARE(rows(), u"3764215"_s);
    m_filter->sort(StreamModel::Size, Qt::AscendingOrder);
    QCOMPARE(rows(), u"3761245"_s);
    QStringList starts;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (m_filter->startsGroup(row))
            starts += u"%1:%2x%3"_s.arg(row).arg(m_filter->groupLabel(row)).arg(m_filter->groupSize(row));
    }
    QCOMPARE(starts.join(u' '), u"0:m3u8x2 2:mp3x1 3:mp4x4"_s);
    m_filter->setGroupBy(Facet::Hdr);
    QCOMPARE(m_filter->groupLabel(0), u"SDR"_s);
    m_filter->setGroupBy(Facet::Definition);
    QCOMPARE(m_filter->groupLabel(0), u"OD"_s);
    m_filter->setGroupBy(std::nullopt);
    QCOMPARE(rows(), u"6132457"_s);
}

void TestStreamFilterModel::countdownIsNoFacetChange()
{
    QSignalSpy changes(m_filter.get(), &StreamFilterModel::facetsChanged);
    m_model->setNow(QDateTime::currentDateTimeUtc());
    m_model->setCurrent(m_model->key(0));
    QCOMPARE(changes.size(), 0);
    m_model->setReply(samples::reply(ladder()), std::nullopt);
    QVERIFY(changes.size() > 0);
}

void TestStreamFilterModel::selectionSurvivesARenewal()
{
    m_filter->sort(StreamModel::Definition, Qt::DescendingOrder);
    const QPersistentModelIndex chosen = m_filter->index(2, 0);
    const QString job = m_filter->index(2, StreamModel::JobId).data().toString();
    QList<PlayInfo> fresh = ladder();
    std::reverse(fresh.begin(), fresh.end());
    fresh.remove(0);
    m_model->setReply(samples::reply(fresh), std::nullopt);
    QVERIFY(chosen.isValid());
    QCOMPARE(chosen.sibling(chosen.row(), StreamModel::JobId).data().toString(), job);
}

QTEST_GUILESS_MAIN(TestStreamFilterModel)
#include "tst_stream_filter_model.moc"
