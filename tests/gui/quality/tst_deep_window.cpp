// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check_hand.h"
#include "quality/findings_model.h"
#include "streams/asset_session.h"
#include "ui/quality/curve_plot.h"
#include "ui/quality/curves_panel.h"

#include <QAbstractButton>
#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>

#include <qcustomplot.h>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

constexpr double kFrame = 40; // ms: the test's media have 25 frames a second

} // namespace

//! Deep checks in the real window: progress, cancel, curves, and the way from a curve or a finding to the picture.
class TestDeepWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<CheckHand> m_hand;

    [[nodiscard]] CheckSession& session() { return m_hand->session(); }
    [[nodiscard]] double position() { return m_hand->player() ? double(m_hand->player()->position()) : -1; }
    [[nodiscard]] CurvePlot* showCurves()
    {
        auto* panel = m_hand->show<CurvesPanel>("lowerZone", "curvesPanel");
        if (!panel || !QTest::qWaitFor([panel] { return panel->plot().isVisible(); }, 5000))
            return nullptr;
        panel->plot().setFocus();
        return &panel->plot();
    }
    static QWidget* canvas(CurvePlot* plot) { return plot->findChild<QCustomPlot*>(); }
    static QPoint at(CurvePlot* plot, double ms) { return canvas(plot)->mapFrom(plot, plot->pointAt(ms)); }
    static double perPixel(CurvePlot* plot)
    {
        const auto [from, to] = plot->view();
        return (to - from) / std::max(1, plot->pointAt(to).x() - plot->pointAt(from).x());
    }
    static void turnWheel(CurvePlot* plot, const QPoint& where, int by, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* canvas = TestDeepWindow::canvas(plot);
        QWheelEvent wheel(
            where, canvas->mapToGlobal(where), {}, { 0, by }, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas, &wheel);
    }

private Q_SLOTS:
    void init() { m_hand = std::make_unique<CheckHand>(); }
    void cleanup() { m_hand.reset(); }

    void aClickOnACurveGoesToTheMoment()
    {
        QVERIFY(m_hand->check(u"Black for 1.5 s"_s, true));
        QVERIFY(session().isDeep());
        CurvePlot* plot = showCurves();
        QVERIFY(plot);
        QVERIFY(m_hand->fixture().text(u"curvesTitle"_s).contains(u"LUFS"_s));
        auto* readout = m_hand->find<QLabel>("curvesReadout");
        QVERIFY(readout->text().isEmpty()); // nothing plays, nothing is pointed at
        QTest::mouseMove(canvas(plot), at(plot, 1000));
        QTest::mouseMove(canvas(plot), at(plot, 3000));
        QTRY_VERIFY2(
            readout->text().contains(u"kbit/s"_s) && readout->text().contains(u"LUFS"_s), qPrintable(readout->text()));
        QCOMPARE(readout->text(),
            plot->textAt(double(QTime::fromString(u"0:0"_s + readout->text().section(u" · "_s, 0, 0), u"h:mm:ss.zzz"_s)
                                    .msecsSinceStartOfDay())));

        QSignalSpy asked(plot, &CurvePlot::momentAsked);
        for (const double ms : { 3000.0, 1200.0 }) { // it opens the rendition, then it goes there in the open one
            asked.clear();
            QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, at(plot, ms));
            QVERIFY(!asked.isEmpty());
            const double moment = asked.constLast().constFirst().toDouble();
            QVERIFY2(qAbs(moment - ms) <= perPixel(plot), qPrintable(QString::number(moment)));
            QTRY_VERIFY2_WITH_TIMEOUT(
                qAbs(position() - moment) <= kFrame, qPrintable(QString::number(position())), 30'000);
            QTRY_COMPARE_WITH_TIMEOUT(m_hand->player()->state(), Player::State::Paused, 10'000); // as it was
            QVERIFY(plot->hasFocus()); // keys go on here
        }
        QCOMPARE(m_hand->player()->source().key, session().sheet().streams.at(0).key);
    }

    void keysOnTheCurves()
    {
        QVERIFY(m_hand->check(u"Black for 1.5 s"_s, true));
        CurvePlot* plot = showCurves();
        QVERIFY(plot);
        QTRY_VERIFY(plot->hasFocus());
        const auto span = [plot] { return plot->view().second - plot->view().first; };
        const double whole = span();
        QVERIFY(whole > 3000);
        QTest::keyClick(plot, Qt::Key_Plus);
        QCOMPARE(span(), whole / 2);
        QCOMPARE(plot->view().first, 0.0);
        QTest::keyClick(plot, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(plot->view().first, whole / 20);
        QTest::keyClick(plot, Qt::Key_Left, Qt::ControlModifier);
        QTest::keyClick(plot, Qt::Key_Left, Qt::ControlModifier); // no farther than the beginning
        QCOMPARE(plot->view().first, 0.0);
        QTest::keyClick(plot, Qt::Key_Minus);
        QTest::keyClick(plot, Qt::Key_Minus); // no more than there is
        QCOMPARE(span(), whole);

        QSignalSpy asked(plot, &CurvePlot::momentAsked);
        const QList<TimeSpan> black = (*session().sheet().streams.at(0).decoded)->signal.black;
        QCOMPARE(black.size(), 1);
        for (int i = 0; i < 8; ++i) // deep into the beginning, so that the event is out of view
            QTest::keyClick(plot, Qt::Key_Plus);
        QVERIFY(plot->view().second < black.at(0).startMs);
        QTest::keyClick(plot, Qt::Key_Down);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toDouble(), black.at(0).startMs);
        QVERIFY(plot->view().first <= black.at(0).startMs && black.at(0).startMs <= plot->view().second);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(position() - black.at(0).startMs) <= kFrame, 30'000);
        QTRY_VERIFY(plot->textAt(black.at(0).startMs + 500).contains(u"black"_s));
        QTest::keyClick(plot, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(span(), whole);
        QTest::keyClick(plot, Qt::Key_Home);
        QCOMPARE(asked.constLast().at(0).toDouble(), 0.0);
        QTRY_VERIFY_WITH_TIMEOUT(position() <= kFrame, 10'000);
        const qsizetype before = asked.size();
        QTest::keyClick(plot, Qt::Key_Up); // there is none before
        QCOMPARE(asked.size(), before);
    }

    void wheelOnTheCurves()
    {
        QVERIFY(m_hand->check(u"Silent for 2.6 s"_s, true));
        CurvePlot* plot = showCurves();
        QVERIFY(plot);
        const auto [from, to] = plot->view();
        const QPoint middle = at(plot, to / 2);
        turnWheel(plot, middle, 120);
        const auto [closerFrom, closerTo] = plot->view();
        QCOMPARE(closerTo - closerFrom, (to - from) * 0.8);
        QVERIFY(qAbs((closerFrom + closerTo) / 2 - to / 2) <= perPixel(plot) * 2); // what is under the pointer stays
        turnWheel(plot, middle, -120, Qt::ShiftModifier);
        QVERIFY(plot->view().first > closerFrom);
        turnWheel(plot, middle, -120);
        turnWheel(plot, middle, -120);
        QCOMPARE(plot->view().first, from);
        QCOMPARE(plot->view().second, to);
        QContextMenuEvent menu(QContextMenuEvent::Mouse, middle, canvas(plot)->mapToGlobal(middle));
        QCoreApplication::sendEvent(canvas(plot), &menu);
        QTRY_VERIFY(plot->findChild<QMenu*>(u"curveMenu"_s));
        plot->findChild<QMenu*>(u"curveMenu"_s)->close();
        QVERIFY(plot->textAt((*session().sheet().streams.at(0).decoded)->signal.silence.at(0).startMs + 100)
                    .contains(u"silence"_s));
    }

    void enterOnAFindingGoesToItsMoment()
    {
        QVERIFY(m_hand->check(u"Black for 1.5 s"_s, true));
        auto* view = m_hand->show<QWidget>("detailsPanel", "findingsView");
        QVERIFY(view);
        auto* list = m_hand->find<QListView>("findingsList");
        int row = 0;
        while (row < list->model()->rowCount()
            && list->model()->index(row, 0).data(FindingsModel::RuleRole).toString() != u"signal.black"_s)
            ++row;
        const QModelIndex finding = list->model()->index(row, 0);
        QVERIFY(finding.isValid());
        const double moment = finding.data(FindingsModel::AtMsRole).toDouble();
        QVERIFY(moment > 500);
        list->setCurrentIndex(finding);
        list->setFocus();
        QSignalSpy positions(&m_hand->window().playerPanel(), &PlayerPanel::positionChanged);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(position() >= moment - kFrame, 30'000);
        QCOMPARE(m_hand->player()->source().key, finding.data(FindingsModel::StreamRole).toString());
        for (const QList<QVariant>& one : positions) { // it went there at once and did not play up to it
            const double ms = one.at(0).toDouble();
            QVERIFY2(ms <= kFrame || ms >= moment - kFrame, qPrintable(QString::number(ms)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_hand->player()->state(), Player::State::Playing, 10'000);
    }

    void findingsAreSteppedThroughByKey()
    {
        QVERIFY(m_hand->check(u"Black for 1.5 s"_s, true));
        auto* list = m_hand->find<QListView>("findingsList");
        const int rows = list->model()->rowCount();
        QVERIFY(rows > 0);
        for (int i = 0; i <= rows; ++i) { // and round the end
            m_hand->key(Qt::Key_E);
            QCOMPARE(list->currentIndex().row(), i % rows);
        }
        m_hand->key(Qt::Key_E, Qt::ShiftModifier);
        QCOMPARE(list->currentIndex().row(), (2 * rows - 1) % rows);
        QCOMPARE(m_hand->find<QTabWidget>("detailsPanel")->currentWidget()->objectName(), u"findingsView"_s);
    }

    void afterCancelWhatWasMeasuredStays()
    {
        QVERIFY(m_hand->check(u"SD 0.8 s shorter"_s));
        QVERIFY(!session().isDeep());
        const Judgement before = session().judgement();
        sandbox::Faults faults;
        faults.slowKBps = 60;
        m_hand->fixture().setFaults(faults);
        m_hand->key(Qt::Key_V, Qt::ShiftModifier);
        auto* progress = m_hand->find<QWidget>("checkPanel")->findChild<QWidget*>(u"checkProgress"_s);
        QTRY_VERIFY(progress->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(session().progress().part > 0.02, 30'000);
        QCOMPARE(progress->findChild<QProgressBar*>()->value(), int(session().progress().part * 1000));
        QVERIFY(progress->findChild<QLabel*>(u"checkProgressText"_s)->text().contains(u"1 of 2"_s));
        QVERIFY(session().judgement().findings == before.findings); // in view until it is measured anew
        QElapsedTimer time;
        time.start();
        progress->findChild<QAbstractButton*>(u"cancelCheck"_s)->click();
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(session().state(), CheckSession::State::Checked);
        QVERIFY(!progress->isVisible());
        QVERIFY(session().judgement().findings == before.findings);
        QVERIFY(!session().isDeep());
        QVERIFY(m_hand->find<QAction>("exportReport")->isEnabled());
        m_hand->fixture().setFaults({});
        m_hand->key(Qt::Key_V, Qt::ShiftModifier);
        QVERIFY(m_hand->waitForEnd());
        QVERIFY(session().isDeep());
    }

    void oneRenditionAlone()
    {
        QVERIFY(m_hand->check(u"SD 0.8 s shorter"_s));
        const QString chosen = session().sheet().streams.at(1).key;
        auto* table = m_hand->find<QTableView>("streamTable");
        m_hand->find<QTabWidget>("lowerZone")->setCurrentIndex(0);
        StreamModel& streams = m_hand->fixture().workspace().session().streams();
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data(StreamModel::KeyRole).toString() == chosen)
                table->setCurrentIndex(table->model()->index(row, 0));
        }
        QVERIFY(streams.rowOf(StreamKey::fromString(chosen)) >= 0);
        m_hand->find<QAction>("deepCheckStream")->trigger();
        QCOMPARE(session().state(), CheckSession::State::Running);
        QTRY_COMPARE_WITH_TIMEOUT(session().progress().total, 1, 10'000);
        QVERIFY(m_hand->waitForEnd());
        for (const StreamSheet& stream : session().sheet().streams) {
            QVERIFY(stream.container && *stream.container); // of the check before
            QCOMPARE(stream.decoded.has_value(), stream.key == chosen);
        }
        QVERIFY(m_hand->model()->indexOf(u"ladder.duration"_s, {}).isValid()); // still judged as one ladder
    }

    void theWindowClosesWhileItDecodes_data()
    {
        QTest::addColumn<bool>("hangs");
        QTest::newRow("slow") << false;
        QTest::newRow("hanging") << true;
    }
    void theWindowClosesWhileItDecodes()
    {
        QFETCH(bool, hangs);
        QVERIFY(m_hand->fixture().openAsset(u"Black for 1.5 s"_s));
        sandbox::Faults faults;
        faults.hangMedia = hangs;
        faults.slowKBps = hangs ? 0 : 40;
        m_hand->fixture().setFaults(faults);
        m_hand->key(Qt::Key_V, Qt::ShiftModifier);
        QTRY_VERIFY(session().progress().total > 0);
        if (!hangs)
            QTRY_VERIFY_WITH_TIMEOUT(session().progress().part > 0.02, 30'000);
        QElapsedTimer time;
        time.start();
        m_hand->window().close();
        m_hand.reset();
        QVERIFY2(time.elapsed() < 5000, qPrintable(QString::number(time.elapsed())));
    }
};

QTEST_MAIN(TestDeepWindow)
#include "tst_deep_window.moc"
