// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../support/check_samples.h"
#include "quality/batch_filter.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

AssetResult resultOf(const QString& id, const QString& title)
{
    AssetResult result { .sheet = samples::checkedSheet(), .judgement = samples::judgementOfSheet(), .thumbnails = {} };
    result.sheet.mediaId = id;
    result.sheet.media.title = title;
    result.sheet.streams[0].elapsedMs = 1200;
    result.sheet.streams[1].elapsedMs = 300;
    return result;
}

BatchRow rowWith(Verdict verdict, const QString& title, int failures = 0)
{
    BatchRow row;
    row.state = BatchRow::State::Checked;
    row.verdict = verdict;
    row.title = title;
    row.failures = failures;
    return row;
}

} // namespace

class TestBatchModel final : public QObject {
    Q_OBJECT
    using Kind = BatchModel::Kind;

    static QStringList shown(const BatchFilter& filter)
    {
        QStringList ids;
        for (int row = 0; row < filter.rowCount(); ++row)
            ids.append(filter.index(row, 0).data(BatchModel::MediaIdRole).toString());
        return ids;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void summaryOfAResult()
    {
        const BatchRow row = batchRowOf(resultOf(u"a"_s, u"Harbour"_s));
        QCOMPARE(row.state, BatchRow::State::Checked);
        QCOMPARE(row.verdict, Verdict::Fail);
        QCOMPARE(row.title, u"Harbour"_s);
        QCOMPARE(row.renditions, 2);
        QCOMPARE(row.failures, 2);
        QCOMPARE(row.warnings, 2);
        QCOMPARE(row.elapsedMs, 1500);
        QCOMPARE(row.worst, u"HD mp4: The file has 9 B."_s); // the first of the failures, not the first finding
    }

    void summaryOfWhatCouldNotBeChecked()
    {
        AssetResult result;
        result.sheet.mediaId = u"a"_s;
        result.sheet.error = Error { .kind = ErrorKind::NotFound, .message = u"There is no such asset."_s };
        result.judgement.verdict = Verdict::Error;
        QCOMPARE(batchRowOf(result).worst, u"There is no such asset."_s);
        QCOMPARE(batchRowOf(result).renditions, 0);
    }

    void whatAServerSaysIsOneShortLine()
    {
        AssetResult result = resultOf(u"a"_s, QString(5000, u'x') + u"\n\u202ey"_s);
        for (Finding& finding : result.judgement.findings)
            finding.message = QString(5000, u'm') + u"\nnext"_s;
        const BatchRow row = batchRowOf(result);
        QVERIFY(row.title.size() <= BatchRow::kLongest && row.worst.size() <= BatchRow::kLongest);
        QVERIFY(!row.title.contains(u'\n') && !row.worst.contains(u'\n'));
    }

    void rowsChange()
    {
        BatchModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy counts(&model, &BatchModel::countsChanged);
        model.set({ u"a"_s, u"b"_s, u"a"_s }, { { u"b"_s, rowWith(Verdict::Pass, u"B"_s) } });
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(counts.size(), 1);
        QCOMPARE(model.count(Kind::Waiting), 1);
        QCOMPARE(model.count(Kind::Pass), 1);
        QCOMPARE(model.index(0, BatchModel::TitleColumn).data().toString(), u"a"_s); // until it is known
        QVERIFY(model.index(0, BatchModel::TitleColumn).data(BatchModel::IsIdRole).toBool());
        QCOMPARE(model.index(0, BatchModel::RenditionsColumn).data().toString(), QString());
        model.setState(u"a"_s, BatchRow::State::Checking);
        QCOMPARE(model.kindOf(0), Kind::Checking);
        model.put(u"a"_s, batchRowOf(resultOf(u"a"_s, u"Harbour"_s)));
        model.put(u"c"_s, {}); // not of this batch
        QCOMPARE(model.index(0, BatchModel::TitleColumn).data().toString(), u"Harbour"_s);
        QVERIFY(!model.index(0, BatchModel::TitleColumn).data(BatchModel::IsIdRole).toBool());
        QCOMPARE(model.index(0, BatchModel::FailuresColumn).data().toString(), u"2"_s);
        QCOMPARE(model.index(0, BatchModel::ElapsedColumn).data().toString(), u"1.5 s"_s);
        QCOMPARE(model.index(0, BatchModel::VerdictColumn).data(BatchModel::MarkRole).toInt(), int(CheckMark::Fail));
        QCOMPARE(model.checkedCount(), 2);
        QCOMPARE(model.idsOf({ Kind::Fail, Kind::Pass }), QStringList({ u"a"_s, u"b"_s }));
        // To be checked again: what was found is none any more.
        model.setState(u"a"_s, BatchRow::State::Waiting);
        QCOMPARE(model.count(Kind::Waiting), 1);
        QCOMPARE(model.index(0, BatchModel::TitleColumn).data().toString(), u"Harbour"_s);
        QCOMPARE(model.index(0, BatchModel::FailuresColumn).data().toString(), QString());
        QCOMPARE(model.index(0, BatchModel::WorstColumn).data().toString(), QString());
    }

    void filters()
    {
        BatchModel model;
        BatchFilter filter(model);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set({ u"id1"_s, u"id2"_s, u"id3"_s, u"id4"_s },
            { { u"id1"_s, rowWith(Verdict::Pass, u"Harbour"_s) }, { u"id2"_s, rowWith(Verdict::Fail, u"City"_s, 2) },
                { u"id3"_s, rowWith(Verdict::Error, u"Forest"_s) } });
        filter.setKinds({ Kind::Fail, Kind::Error });
        QCOMPARE(shown(filter), QStringList({ u"id2"_s, u"id3"_s }));
        filter.setText(u" CITY "_s);
        QCOMPARE(shown(filter), QStringList { u"id2"_s });
        filter.setKinds({});
        filter.setText(u"id4"_s);
        QCOMPARE(shown(filter), QStringList { u"id4"_s });
        filter.setText({});
        filter.setKinds({ Kind::Fail });
        model.put(u"id4"_s, rowWith(Verdict::Fail, u"New"_s, 11)); // comes while it is filtered
        QCOMPARE(shown(filter), QStringList({ u"id2"_s, u"id4"_s }));
        filter.setKinds({});
        filter.sort(BatchModel::FailuresColumn, Qt::DescendingOrder); // as numbers
        QCOMPARE(shown(filter).first(2), QStringList({ u"id4"_s, u"id2"_s }));
        filter.sort(BatchModel::VerdictColumn, Qt::DescendingOrder);
        QCOMPARE(shown(filter).constFirst(), u"id3"_s); // the worst first
    }

    void tenThousandRows()
    {
        QStringList ids;
        for (int i = 0; i < 10'000; ++i)
            ids.append(QString::number(i));
        BatchModel model;
        BatchFilter filter(model);
        filter.setKinds({ Kind::Fail });
        filter.sort(BatchModel::FailuresColumn, Qt::DescendingOrder);
        model.set(ids);
        QElapsedTimer timer;
        timer.start();
        for (const QString& id : ids)
            model.put(
                id, rowWith(id.endsWith(u'7') ? Verdict::Fail : Verdict::Pass, u"Title "_s + id, id.toInt() % 97));
        QCOMPARE(filter.rowCount(), 1000);
        QCOMPARE(model.checkedCount(), 10'000);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestBatchModel)
#include "tst_batch_model.moc"
