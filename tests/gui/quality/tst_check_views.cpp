// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../../support/check_samples.h"
#include "ui/quality/check_look.h"
#include "ui/quality/matrix_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! The matrix by mouse and keyboard, on a check that was made by hand.
class TestCheckViews final : public QObject {
    Q_OBJECT

    std::unique_ptr<CheckMatrixModel> m_model;
    std::unique_ptr<MatrixView> m_view;

    void click(const QModelIndex& index, Qt::KeyboardModifiers modifiers = {})
    {
        m_view->scrollTo(index);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, m_view->visualRect(index).center());
    }
    [[nodiscard]] QModelIndex cell(const QString& rule, const QString& stream) const
    {
        return m_model->indexOf(rule, stream);
    }

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<CheckMatrixModel>();
        m_view = std::make_unique<MatrixView>(*m_model);
        m_model->set(samples::checkedSheet(), samples::judgementOfSheet());
        m_view->resize(700, 500);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
    }

    void aClickOnAFindingAsksForEvidence()
    {
        QSignalSpy asked(m_view.get(), &MatrixView::evidenceAsked);
        click(cell(u"signal.black"_s, u"b"_s));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toString(), u"signal.black"_s);
        QCOMPARE(asked.at(0).at(1).toString(), u"b"_s);
        QCOMPARE(asked.at(0).at(2).value<QVariant>().toDouble(), 2500.0);
        click(cell(u"container.size"_s, u"b"_s)); // passed: nothing to see
        QCOMPARE(asked.size(), 1);
        click(cell(u"container.size"_s, u"a"_s));
        QCOMPARE(asked.size(), 2);
        QVERIFY(!asked.at(1).at(2).value<QVariant>().isValid());
        click(cell(u"container.bitrate"_s, u"a"_s), Qt::ControlModifier); // one more is selected
        QCOMPARE(asked.size(), 2);
    }

    void keys()
    {
        QSignalSpy asked(m_view.get(), &MatrixView::evidenceAsked);
        QSignalSpy moved(m_view.get(), &MatrixView::cellChanged);
        m_view->select(u"container.size"_s, u"b"_s);
        QCOMPARE(moved.size(), 0); // nobody went there
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_view->currentIndex(), cell(u"container.size"_s, u"a"_s));
        QCOMPARE(moved.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"error\tcontainer.size\tThe file has 9 B."_s);
        QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), m_model->rowCount() + 1);
        QCOMPARE(lines.at(0), u"Rule\tLadder\tHD mp4\tSD m3u8"_s);
        QVERIFY(lines.contains(u"Size\t–\t✕\t✓"_s));
        QSignalSpy only(m_view.get(), &MatrixView::onlyFailuresAsked);
        QTest::keyClick(m_view.get(), Qt::Key_F);
        QCOMPARE(only.size(), 1);
    }

    void familiesOpenAndClose()
    {
        m_view->select(u"delivery"_s, {});
        QVERIFY(!cell(u"delivery.range"_s, u"a"_s).isValid());
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QVERIFY(cell(u"delivery.range"_s, u"a"_s).isValid());
        m_view->select(u"delivery"_s, {});
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QVERIFY(!cell(u"delivery.range"_s, u"a"_s).isValid());
        QCOMPARE(m_view->currentIndex(), cell(u"delivery"_s, {}));
        const QHeaderView* names = m_view->verticalHeader();
        const int row = cell(u"delivery"_s, u"a"_s).row();
        QTest::mouseClick(names->viewport(), Qt::LeftButton, {},
            { 20, names->sectionViewportPosition(row) + names->sectionSize(row) / 2 });
        QVERIFY(cell(u"delivery.range"_s, u"a"_s).isValid());
    }

    void theCursorStaysWithItsCell()
    {
        m_view->select(u"signal.black"_s, u"b"_s);
        QSignalSpy moved(m_view.get(), &MatrixView::cellChanged);
        Judgement judgement = samples::judgementOfSheet();
        judgement.findings.removeFirst(); // as if another policy had judged
        m_model->set(samples::checkedSheet(), judgement);
        QCOMPARE(m_view->currentIndex(), cell(u"signal.black"_s, u"b"_s));
        m_model->setOnlyFailures(true);
        QCOMPARE(m_view->currentIndex(), cell(u"signal.black"_s, u"b"_s));
        QCOMPARE(moved.size(), 0);
    }

    void neverByColourAlone()
    {
        QStringList signs;
        for (const CheckMark mark : { CheckMark::Pass, CheckMark::Info, CheckMark::Warning, CheckMark::Fail }) {
            QVERIFY(!markIcon(mark).isNull());
            QVERIFY(!signs.contains(markIcon(mark).name()));
            signs.append(markIcon(mark).name());
        }
        QVERIFY(markIcon(CheckMark::None).isNull() && markIcon(CheckMark::NotMeasured).isNull());
    }
};

QTEST_MAIN(TestCheckViews)
#include "tst_check_views.moc"
