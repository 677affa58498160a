// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../support/check_samples.h"
#include "quality/check_matrix_model.h"
#include "quality/findings_model.h"
#include "quality/ledger_model.h"

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
    // All sides know the size, two the codec, one the frames; the profile nobody.
    static StreamSheet measuredStream()
    {
        StreamSheet stream;
        stream.key = u"a"_s;
        stream.declared.sizeBytes = 8;
        MediaFacts headers;
        headers.sizeBytes = 9;
        headers.video.emplace().codec = u"h264"_s;
        stream.container = headers;
        DecodedFacts decoded;
        decoded.facts = headers;
        decoded.facts.video->frames = 48;
        decoded.signal.integratedLufs = -23.456;
        stream.decoded = decoded;
        return stream;
    }
    static QModelIndex fieldOf(const LedgerModel& model, const QString& id, int column = LedgerModel::Field)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(LedgerModel::FieldIdRole) == id)
                return model.index(row, column);
        }
        return {};
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
        QCOMPARE(size.data(FindingsModel::TicketRole).toString().split(u'\n'),
            QStringList({ u"[Failed] Size (container.size)"_s, u"The file has 9 B."_s, u"MediaId: 86434e15"_s,
                u"Rendition: HD mp4"_s, u"Declared: 8 B"_s, u"Measured: 9 B"_s, u"Tolerance 0.1 %"_s }));
        QVERIFY(model.index(3).data(FindingsModel::TicketRole).toString().contains(u"\nMoment: 0:02.500\n"_s)
            || model.index(3).data(FindingsModel::TicketRole).toString().endsWith(u"\nMoment: 0:02.500"_s));

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

    void ledgerRows_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QStringList>("shown"); // declared, container, decoded; empty: no row
        QTest::newRow("all sides") << u"sizeBytes"_s << QStringList({ u"8 bytes"_s, u"9 bytes"_s, u"9 bytes"_s });
        QTest::newRow("two") << u"video.codec"_s << QStringList({ u"·"_s, u"h264"_s, u"h264"_s });
        QTest::newRow("decoded only") << u"video.frames"_s << QStringList({ u"·"_s, u"·"_s, u"48"_s });
        QTest::newRow("figure") << u"loudness"_s << QStringList({ u"·"_s, u"·"_s, u"-23.46 LUFS"_s });
        QTest::newRow("none found is said") << u"decodeErrors"_s << QStringList({ u"·"_s, u"·"_s, u"0"_s });
        QTest::newRow("nobody knows") << u"video.profile"_s << QStringList();
        QTest::newRow("not compared") << u"psnr"_s << QStringList();
    }

    void ledgerRows()
    {
        QFETCH(const QString, field);
        QFETCH(const QStringList, shown);
        LedgerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(measuredStream(), {}, {});
        QCOMPARE(model.rowCount(), 5); // as in the table
        const QModelIndex first = fieldOf(model, field);
        QCOMPARE(first.isValid(), !shown.isEmpty());
        for (int side = 0; side < shown.size(); ++side)
            QCOMPARE(first.siblingAtColumn(LedgerModel::Declared + side).data().toString(), shown.at(side));
        if (first.isValid()) {
            QVERIFY(!first.data().toString().isEmpty());
            QCOMPARE(first.siblingAtColumn(LedgerModel::Mark).data().toString(), QString()); // nothing was judged
            QVERIFY(!first.data(LedgerModel::DiffersRole).toBool());
        }
    }

    void ledgerMarks_data()
    {
        QTest::addColumn<QString>("stream"); // of the finding
        QTest::addColumn<Severity>("severity"); // Off: no finding
        QTest::addColumn<bool>("isJudged");
        QTest::addColumn<CheckMark>("mark");
        QTest::newRow("not judged") << u"a"_s << Severity::Off << false << CheckMark::None;
        QTest::newRow("holds") << u"a"_s << Severity::Off << true << CheckMark::Pass;
        QTest::newRow("to note") << u"a"_s << Severity::Info << true << CheckMark::Info;
        QTest::newRow("warning") << u"a"_s << Severity::Warning << true << CheckMark::Warning;
        QTest::newRow("failure") << u"a"_s << Severity::Error << true << CheckMark::Fail;
        QTest::newRow("could not be told") << u"a"_s << Severity::Error << false << CheckMark::Fail;
        QTest::newRow("another rendition's") << u"b"_s << Severity::Error << true << CheckMark::Pass;
    }

    void ledgerMarks()
    {
        QFETCH(const QString, stream);
        QFETCH(const Severity, severity);
        QFETCH(const bool, isJudged);
        QFETCH(const CheckMark, mark);
        Judgement judgement;
        if (isJudged)
            judgement.judged.insert(u"a"_s, { u"container.size"_s });
        if (severity != Severity::Off)
            judgement.findings.append(
                samples::finding("container.size", severity, stream.toLatin1().constData(), "The file has 9 B."));
        LedgerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(measuredStream(), judgement, {});
        const QModelIndex cell = fieldOf(model, u"sizeBytes"_s, LedgerModel::Mark);
        QCOMPARE(CheckMark(cell.data(LedgerModel::MarkRole).toInt()), mark);
        QCOMPARE(cell.data().toString(), mark == CheckMark::None ? QString() : markSign(mark));
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), markText(mark));
        QCOMPARE(cell.data(LedgerModel::DiffersRole).toBool(), mark >= CheckMark::Warning);
        QCOMPARE(
            cell.data(LedgerModel::RuleRole).toString(), mark == CheckMark::None ? QString() : u"container.size"_s);
        const QString tip = cell.data(Qt::ToolTipRole).toString();
        QCOMPARE(tip.contains(u"The file has 9 B."_s), mark > CheckMark::Pass);
        QCOMPARE(tip.contains(u"container.size ±0.1 %"_s), mark != CheckMark::None);
        const QModelIndex codec = fieldOf(model, u"video.codec"_s, LedgerModel::Mark); // its rules said nothing
        QCOMPARE(CheckMark(codec.data(LedgerModel::MarkRole).toInt()), CheckMark::None);
    }

    void ledgerOfSeveralRules()
    {
        LedgerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.headerData(LedgerModel::Declared, Qt::Horizontal, Qt::DisplayRole).toString(), u"Declared"_s);
        Judgement judgement;
        judgement.judged.insert(u"a"_s, { u"container.size"_s, u"ladder.size-order"_s });
        judgement.findings.append(samples::finding("ladder.size-order", Severity::Warning, "a", "Smaller than SD."));
        PolicySettings strict;
        strict.rules.insert(u"container.size"_s, { Severity::Error, 5.0 });
        model.set(measuredStream(), judgement, strict);
        const QModelIndex size = fieldOf(model, u"sizeBytes"_s);
        QCOMPARE(size.data(LedgerModel::RuleRole).toString(), u"ladder.size-order"_s); // the worst, not the first
        QVERIFY(size.data(LedgerModel::DiffersRole).toBool());
        QVERIFY(size.data(Qt::ToolTipRole).toString().contains(u"container.size ±5 %"_s));

        StreamSheet refused = measuredStream(); // what failed knows nothing
        refused.container = fail({ ErrorKind::Network, u"Gone."_s });
        refused.decoded.reset();
        model.set(refused, judgement, strict);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(fieldOf(model, u"sizeBytes"_s, LedgerModel::Container).data().toString(), u"·"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCheckModels)
#include "tst_check_models.moc"
