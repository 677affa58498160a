// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../support/check_samples.h"
#include "quality/check_matrix_model.h"
#include "quality/findings_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestCheckModels final : public QObject {
    Q_OBJECT

    static CheckMark markAt(const CheckMatrixModel& model, const QString& rule, const QString& stream)
    {
        return static_cast<CheckMark>(model.indexOf(rule, stream).data(CheckMatrixModel::MarkRole).toInt());
    }
    static QStringList lines(const CheckMatrixModel& model)
    {
        QStringList ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.headerData(row, Qt::Vertical, CheckMatrixModel::RuleRole).toString());
        return ids;
    }
    static QStringList columns(const CheckMatrixModel& model)
    {
        QStringList labels;
        for (int column = 0; column < model.columnCount(); ++column)
            labels.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        return labels;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void matrix()
    {
        CheckMatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.isEmpty());
        QCOMPARE(model.rowCount(), 0);
        model.set(samples::checkedSheet(), samples::judgementOfSheet());
        QVERIFY(!model.isEmpty() && model.hasFailures());
        QCOMPARE(columns(model), QStringList({ u"Ladder"_s, u"HD mp4"_s, u"SD m3u8"_s }));

        // Families with something to see are open, the others show their worst.
        QVERIFY(lines(model).contains(u"container.size"_s));
        QVERIFY(lines(model).contains(u"delivery"_s));
        QVERIFY(!lines(model).contains(u"delivery.range"_s));
        QCOMPARE(markAt(model, u"container"_s, u"a"_s), CheckMark::Fail);
        QCOMPARE(markAt(model, u"container"_s, u"b"_s), CheckMark::Pass);
        QCOMPARE(markAt(model, u"container"_s, {}), CheckMark::None);
        QCOMPARE(markAt(model, u"container.size"_s, u"a"_s), CheckMark::Fail);
        QCOMPARE(markAt(model, u"container.bitrate"_s, u"a"_s), CheckMark::Warning);
        QCOMPARE(markAt(model, u"container.size"_s, u"b"_s), CheckMark::Pass);
        // Deep rules: where they were not measured, and where nobody would ask.
        QCOMPARE(markAt(model, u"signal.black"_s, u"a"_s), CheckMark::NotMeasured);
        QCOMPARE(markAt(model, u"signal.black"_s, u"b"_s), CheckMark::Warning);
        QCOMPARE(markAt(model, u"signal.black"_s, {}), CheckMark::None);
        QCOMPARE(markAt(model, u"ladder.missing-step"_s, {}), CheckMark::Fail);
        QCOMPARE(markAt(model, u"ladder.duration"_s, {}), CheckMark::Pass);

        const QModelIndex black = model.indexOf(u"signal.black"_s, u"b"_s);
        QCOMPARE(black.data(CheckMatrixModel::AtMsRole).toDouble(), 2500.0);
        QCOMPARE(black.data(CheckMatrixModel::StreamRole).toString(), u"b"_s);
        QVERIFY(black.data(Qt::ToolTipRole).toString().contains(u"Black for 3 s. (0:02.500)"_s));
        QVERIFY(!model.indexOf(u"container.size"_s, u"a"_s).data(CheckMatrixModel::AtMsRole).isValid());
        QCOMPARE(model.findingsAt(model.indexOf(u"container"_s, u"a"_s)).constFirst().rule, u"container.size"_s);
        QCOMPARE(model.findingsAt(model.indexOf(u"container"_s, u"a"_s)).size(), 2);

        model.clear();
        QVERIFY(model.isEmpty());
        QCOMPARE(model.columnCount(), 0);
    }

    void matrixOpensAndCloses()
    {
        CheckMatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(samples::checkedSheet(), samples::judgementOfSheet());
        const int before = model.rowCount();
        const int row = model.indexOf(u"container.bitrate"_s, u"a"_s).row();
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setOpen(row, false); // from one of its lines
        QCOMPARE(removed.size(), 1);
        QVERIFY(!lines(model).contains(u"container.size"_s) && lines(model).contains(u"container"_s));
        QVERIFY(model.rowCount() < before);
        const int delivery = int(lines(model).indexOf(u"delivery"_s));
        QVERIFY(!model.headerData(delivery, Qt::Vertical, CheckMatrixModel::IsOpenRole).toBool());
        model.setOpen(delivery, true);
        QCOMPARE(lines(model).at(delivery + 1), u"delivery.range"_s);
        model.set(samples::checkedSheet(), samples::judgementOfSheet()); // as a person left it
        QVERIFY(!lines(model).contains(u"container.size"_s));
        QVERIFY(lines(model).contains(u"delivery.range"_s));
        model.setOpen(int(lines(model).indexOf(u"container"_s)), true);
        QVERIFY(lines(model).contains(u"container.size"_s));
        model.setOpen(-1, true);
        model.setOpen(1000, true);
    }

    void matrixOfFailures()
    {
        CheckMatrixModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setOnlyFailures(true);
        Judgement judgement = samples::judgementOfSheet();
        judgement.findings.removeAt(2); // nothing black: rendition b is as it should be
        judgement.findings.append(samples::finding("delivery.cors", Severity::Info, "b", "No CORS."));
        model.set(samples::checkedSheet(), judgement);
        QCOMPARE(columns(model), QStringList({ u"Ladder"_s, u"HD mp4"_s }));
        QCOMPARE(lines(model),
            QStringList({ u"container"_s, u"container.size"_s, u"container.bitrate"_s, u"ladder"_s,
                u"ladder.missing-step"_s }));
        model.setOnlyFailures(false);
        QCOMPARE(model.columnCount(), 3);
        judgement.findings.clear();
        model.set(samples::checkedSheet(), judgement);
        QVERIFY(!model.hasFailures() && !model.isEmpty());
        model.setOnlyFailures(true);
        QCOMPARE(model.rowCount(), 0);
    }

    void marks()
    {
        const Judgement judgement = samples::judgementOfSheet();
        QCOMPARE(streamMark(judgement, u"a"_s), CheckMark::Fail);
        QCOMPARE(streamMark(judgement, u"b"_s), CheckMark::Warning);
        QCOMPARE(streamMark(judgement, u"c"_s), CheckMark::None);
        Judgement clean = judgement;
        clean.findings.clear();
        QCOMPARE(streamMark(clean, u"a"_s), CheckMark::Pass);
        QStringList signs;
        for (int mark = 0; mark <= int(CheckMark::Fail); ++mark)
            signs.append(markSign(CheckMark(mark)));
        QCOMPARE(QSet<QString>(signs.begin(), signs.end()).size(), 6); // never colour alone
        QCOMPARE(momentText({}), QString());
        QCOMPARE(momentText(2500.4), u"0:02.500"_s);
        QCOMPARE(momentText(3'661'007.0), u"1:01:01.007"_s);
        QCOMPARE(momentText(-5.0), u"0:00.000"_s);
    }

    void findings()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto rules = [&model] {
            QStringList ids;
            for (int row = 0; row < model.rowCount(); ++row)
                ids.append(model.index(row).data(FindingsModel::RuleRole).toString());
            return ids;
        };
        model.set(samples::checkedSheet(), samples::judgementOfSheet(), {});
        QCOMPARE(rules(),
            QStringList({ u"container.size"_s, u"ladder.missing-step"_s, u"container.bitrate"_s, u"signal.black"_s }));
        const QModelIndex size = model.index(0);
        QCOMPARE(size.data(FindingsModel::StreamLabelRole).toString(), u"HD mp4"_s);
        QCOMPARE(size.data(FindingsModel::DeclaredRole).toString(), u"8 B"_s);
        QCOMPARE(size.data(FindingsModel::ToleranceRole).toString(), u"Tolerance 0.1 %"_s);
        QCOMPARE(size.data(FindingsModel::CopyRole).toString(), u"error\tcontainer.size\tHD mp4\tThe file has 9 B."_s);
        QVERIFY(!size.data(FindingsModel::AtMsRole).isValid());
        QCOMPARE(model.index(1).data(FindingsModel::StreamLabelRole).toString(), u"Ladder"_s);
        QCOMPARE(model.index(1).data(FindingsModel::ToleranceRole).toString(), QString());
        QCOMPARE(model.index(3).data(FindingsModel::MomentRole).toString(), u"0:02.500"_s);

        model.setStream(u"b"_s);
        QCOMPARE(rules(), QStringList({ u"ladder.missing-step"_s, u"signal.black"_s }));
        QCOMPARE(model.total(), 4);
        model.setStream({});
        model.setText(u" BLACK "_s);
        QCOMPARE(rules(), QStringList { u"signal.black"_s });
        QCOMPARE(model.at(0).atMs, std::optional(2500.0));
        model.setText({});
        model.setAtLeast(Severity::Error);
        QCOMPARE(model.rowCount(), 2);
        PolicySettings strict;
        strict.rules.insert(u"container.size"_s, { Severity::Error, 5.0 });
        model.set(samples::checkedSheet(), samples::judgementOfSheet(), strict);
        QCOMPARE(model.index(0).data(FindingsModel::ToleranceRole).toString(), u"Tolerance 5 %"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.total(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCheckModels)
#include "tst_check_models.moc"
