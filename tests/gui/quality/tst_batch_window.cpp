// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "quality/history.h"
#include "streams/asset_session.h"
#include "ui/quality/batch_table.h"
#include "window_fixture.h"
#include "workspace/check_room.h"
#include "workspace/local_memory.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! The check of many assets in the real window, on the sandbox.
class TestBatchWindow final : public QObject {
    Q_OBJECT
    using State = BatchDesk::State;
    using Kind = BatchModel::Kind;

    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_folder;

    [[nodiscard]] BatchDesk& desk() const { return m_fixture->workspace().checks().batch(); }
    [[nodiscard]] CheckSession& session() const { return m_fixture->workspace().checks().session(); }
    [[nodiscard]] BatchTable* table() const { return m_fixture->find<BatchTable>(u"batchTable"_s); }
    [[nodiscard]] QWidget* shownBelow() const { return m_fixture->find<QTabWidget>(u"lowerZone"_s)->currentWidget(); }
    [[nodiscard]] bool isFinished(int ms = 60'000) const
    {
        return QTest::qWaitFor([this] { return desk().state() == State::Finished; }, ms);
    }
    void click(const char* name) const { m_fixture->find<QAbstractButton>(QString::fromLatin1(name))->click(); }
    void fault(const QString& text) const
    {
        sandbox::Faults faults;
        QVERIFY(text.isEmpty() || !faults.set(text));
        m_fixture->setFaults(faults);
    }
    [[nodiscard]] QAbstractItemView* library() const { return m_fixture->find<QAbstractItemView>(u"assetView"_s); }
    //! The first assets of the library, selected as a person does: a click, and one with Shift.
    [[nodiscard]] bool selectFirst(int count)
    {
        QAbstractItemView* view = library();
        AssetListModel& assets = m_fixture->workspace().library();
        if (!QTest::qWaitFor([&] { return view->isVisible() && assets.loadedCount() >= count; }, 20'000))
            return false;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(assets.index(0, 0)).center());
        view->setFocus();
        for (int i = 1; i < count; ++i)
            QTest::keyClick(view, Qt::Key_Right, Qt::ShiftModifier);
        return view->selectionModel()->selectedRows().size() == count;
    }
    [[nodiscard]] int rowOf(const QString& mediaId) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data(BatchModel::MediaIdRole) == mediaId)
                return row;
        }
        return -1;
    }
    void use(const QString& catalogue)
    {
        m_fixture = std::make_unique<WindowFixture>(sandbox::Faults {}, true, catalogue);
        m_fixture->start();
    }
    [[nodiscard]] QStringList firstIds(int count) const
    {
        QStringList ids;
        for (const AssetRow& row : m_fixture->workspace().library().firstRows(count))
            ids.append(row.mediaId);
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    }
    void init() { use(u"demo"_s); }
    void cleanup()
    {
        if (m_fixture)
            desk().discard();
        m_fixture.reset();
    }

    void emptySaysWhatToDo()
    {
        m_fixture->find<QTabWidget>(u"lowerZone"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"batchPanel"_s));
        auto* state = m_fixture->find<QWidget>(u"batchState"_s);
        QTRY_VERIFY(state->isVisible());
        QTRY_VERIFY(desk().isUsable());
        QTRY_VERIFY(m_fixture->workspace().library().loadedCount() > 0);
        auto* action = state->findChild<QAbstractButton*>(u"stateAction"_s);
        QTRY_VERIFY(action && action->isVisible());
        action->click(); // all that the library lists
        QTRY_VERIFY_WITH_TIMEOUT(desk().model().rowCount() > 3, 20'000);
        QVERIFY(isFinished());
        for (int row = 0; row < desk().model().rowCount(); ++row) // pictures and texts were left out
            QVERIFY2(desk().model().at(row).renditions > 0 || desk().model().kindOf(row) == Kind::Error,
                qPrintable(desk().model().at(row).title));
    }

    void severalAreSelectedAndOneKeyChecksThem()
    {
        QVERIFY(selectFirst(3));
        const QString opened = session().mediaId();
        QTest::keyClick(library(), Qt::Key_V);
        QCOMPARE(shownBelow()->objectName(), u"batchPanel"_s);
        QCOMPARE(desk().model().rowCount(), 3);
        QVERIFY(!desk().plan().deep);
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 3);
        QVERIFY(isFinished());
        QCOMPARE(desk().model().checkedCount(), 3);
        QCOMPARE(session().state() == CheckSession::State::Running, false); // not the open one instead
        QVERIFY(!m_fixture->find<QWidget>(u"batchBar"_s)->isVisible());
        // One row: the key is the window's again.
        QTest::mouseClick(
            library()->viewport(), Qt::LeftButton, {}, library()->visualRect(library()->model()->index(1, 0)).center());
        QTRY_VERIFY_WITH_TIMEOUT(!session().mediaId().isEmpty() && session().mediaId() != opened, 20'000);
        QTest::keyClick(library(), Qt::Key_V);
        QCOMPARE(shownBelow()->objectName(), u"checkPanel"_s);
        QCOMPARE(desk().model().rowCount(), 3);
    }

    void menuOfTheLibrary()
    {
        QVERIFY(selectFirst(2));
        QContextMenuEvent event(QContextMenuEvent::Mouse,
            library()->visualRect(library()->model()->index(0, 0)).center(),
            library()->viewport()->mapToGlobal(library()->visualRect(library()->model()->index(0, 0)).center()));
        QApplication::sendEvent(library()->viewport(), &event);
        QPointer<QMenu> menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        auto* deep = menu->findChild<QAction*>(u"checkSelectedDeeply"_s);
        QVERIFY(deep && menu->findChild<QAction*>(u"checkSelected"_s));
        QVERIFY(deep->text().contains(u'2'));
        deep->trigger();
        menu->close();
        QVERIFY(desk().plan().deep);
        QCOMPARE(desk().model().rowCount(), 2);
        desk().cancel();
    }

    void aRowLeadsToItsResult()
    {
        use(u"defects"_s);
        QVERIFY(selectFirst(4));
        QTest::keyClick(library(), Qt::Key_V);
        QVERIFY(isFinished());
        const QStringList failed = desk().model().idsOf({ Kind::Fail, Kind::Warn });
        QVERIFY(!failed.isEmpty());
        const QString id = failed.constLast();
        const int row = rowOf(id);
        QVERIFY(row >= 0);
        table()->setFocus();
        table()->setCurrentIndex(table()->model()->index(row, 0));
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(shownBelow()->objectName(), u"checkPanel"_s, 20'000);
        QTRY_COMPARE(session().state(), CheckSession::State::Checked);
        QTRY_COMPARE(m_fixture->workspace().session().state(), AssetSession::State::Ready);
        QCOMPARE(session().mediaId(), id);
        const BatchRow& summary = desk().model().at(desk().model().rowOf(id));
        int failures = 0;
        for (const Finding& finding : session().judgement().findings)
            failures += finding.severity == Severity::Error ? 1 : 0;
        QCOMPARE(failures, summary.failures); // the same, though a journal keeps no links
        QCOMPARE(session().judgement().verdict, summary.verdict);
        // Only the window's own question for the asset, none of a check.
        QCOMPARE(m_fixture->server().requestLog().filter(u"GetPlayInfo"_s).size(), 5 + 1);
        QVERIFY(m_fixture->find<QTableView>(u"checkMatrix"_s)->isVisible());
    }

    void whatIsNotSavedInTheEditorIsNoPartOfABatch()
    {
        PolicyDraft& draft = m_fixture->workspace().checks().draft();
        m_fixture->find<QTabWidget>(u"lowerZone"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"batchPanel"_s));
        auto* line = m_fixture->find<QWidget>(u"batchPolicyLine"_s);
        QVERIFY(!line->isVisible());
        draft.open();
        QVERIFY(!line->isVisible()); // nothing to save yet
        // No link lives for a year: by the draft all of them have a warning.
        draft.setTextNow(QString(draft.text()).replace(u"live_s = 600"_s, u"live_s = 31536000"_s));
        QVERIFY2(draft.isChanged() && !draft.problem(), qPrintable(draft.problem() ? draft.problem()->message : u""_s));
        QVERIFY(line->isVisible()); // it is said before one is started
        QVERIFY(m_fixture->text(u"batchPolicy"_s).contains(session().choice().title()));
        QVERIFY(selectFirst(2));
        QTest::keyClick(library(), Qt::Key_V);
        QVERIFY(line->isVisible());
        QVERIFY(isFinished());
        QCOMPARE(desk().policy(), *Policy::parse(Policy::shippedText(u"default"_s), {}));
        QCOMPARE(desk().model().count(Kind::Pass), 2);
        const QString told = m_fixture->text(u"batchPolicy"_s);
        QVERIFY(told.contains(desk().plan().policyTitle));
        draft.close();
        QVERIFY(line->isVisible()); // which policy it was stays
        QVERIFY(m_fixture->text(u"batchPolicy"_s) != told);

        // Once it is saved the next one goes by it.
        const QString path = m_folder.filePath(u"year.toml"_s);
        draft.open();
        draft.setTextNow(QString(draft.text()).replace(u"live_s = 600"_s, u"live_s = 31536000"_s));
        draft.saveAs(path, this, [](const Result<void>&) {});
        QTRY_COMPARE(session().choice().path(), path);
        QTest::keyClick(library(), Qt::Key_V);
        QVERIFY(isFinished());
        QTRY_COMPARE(desk().model().count(Kind::Warn), 2);
        draft.close();
    }

    void aBatchWaitsForThePolicyThatWasChosen()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 1, 20'000);
        QTRY_VERIFY(desk().isUsable());
        QFile file(m_folder.filePath(u"chosen.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("name = \"chosen\"\n") > 0);
        file.close();
        session().choice().chooseFile(file.fileName(), this, [](const Result<void>&) {});
        QVERIFY(session().choice().isReading());
        desk().start(firstIds(1), false);
        QVERIFY(isFinished());
        QCOMPARE(desk().plan().policyTitle, u"chosen"_s);
    }

    void pausedCancelledAndGoesOn()
    {
        fault(u"api-latency=200"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 6, 20'000);
        desk().start(firstIds(6), false);
        m_fixture->find<QTabWidget>(u"lowerZone"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"batchPanel"_s));
        auto* pause = m_fixture->find<QAbstractButton>(u"batchPause"_s);
        QTRY_VERIFY(pause->isVisible());
        pause->click();
        QCOMPARE(desk().state(), State::Paused);
        auto* resume = m_fixture->find<QAbstractButton>(u"batchResume"_s);
        QVERIFY(resume->isVisible() && !pause->isVisible());
        QTRY_VERIFY(!m_fixture->text(u"batchText"_s).isEmpty());
        resume->click();
        QCOMPARE(desk().state(), State::Running);
        click("batchCancel");
        QCOMPARE(desk().state(), State::Stopped);
        QVERIFY(resume->isVisible());
        fault({});
        resume->click();
        QVERIFY(isFinished());
    }

    void filtersByVerdictAndText()
    {
        use(u"defects"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 10, 20'000);
        desk().start(firstIds(10) + QStringList { u"00000000000000000000000000000000"_s }, false);
        m_fixture->find<QTabWidget>(u"lowerZone"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"batchPanel"_s));
        QVERIFY(isFinished());
        auto* error = m_fixture->find<QAbstractButton>(u"batchChipError"_s);
        QTRY_VERIFY(error->isVisible() && error->text().contains(QString::number(desk().model().count(Kind::Error))));
        error->click();
        QCOMPARE(table()->model()->rowCount(), desk().model().count(Kind::Error));
        QVERIFY(rowOf(u"00000000000000000000000000000000"_s) >= 0);
        auto* filter = m_fixture->find<QLineEdit>(u"batchFilter"_s);
        filter->setText(u"nothing has this"_s);
        QCOMPARE(table()->model()->rowCount(), 0);
        auto* state = m_fixture->find<QWidget>(u"batchState"_s);
        QVERIFY(state->isVisible());
        state->findChild<QAbstractButton*>(u"stateAction"_s)->click();
        QCOMPARE(table()->model()->rowCount(), 11);
        // The selected rows, for a ticket.
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 10);
        QVERIFY(QApplication::clipboard()->text().contains(u'\t'));
    }

    [[nodiscard]] QByteArray savedReport(const QString& name)
    {
        click("batchReportButton");
        auto* dialog = m_fixture->window().findChild<QFileDialog*>(u"reportDialog"_s);
        const QString path = m_folder.filePath(name);
        if (!dialog)
            return {};
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QFile file(path);
        if (!QTest::qWaitFor([&] { return file.exists(); }, 20'000) || !file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    }
    void reportOfAll()
    {
        QVERIFY(selectFirst(3));
        QTest::keyClick(library(), Qt::Key_V);
        QVERIFY(isFinished());
        const QJsonObject json = QJsonDocument::fromJson(savedReport(u"batch.json"_s)).object();
        QCOMPARE(json.value(u"assets"_s).toArray().size(), 3);
        QTRY_VERIFY(m_fixture->find<QWidget>(u"batchStrip"_s)->isVisible()); // it says where
        // With --since a later check asks which policy it was.
        QCOMPARE(json.value(u"summary"_s).toObject().value(u"policyMark"_s).toString(), policyMark(desk().policy()));
    }

    void aDeepReportShowsTheEvidence()
    {
        QTRY_VERIFY_WITH_TIMEOUT(desk().isUsable(), 20'000);
        desk().start({ u"bfae9d8c7b6a59483726b5a4f3e2d1c0"_s }, true); // black from 3 s on
        QVERIFY(isFinished(90'000));
        const auto pictures = [](const QByteArray& html) { return html.count("src=\"data:image/jpeg"); };
        const qsizetype taken = pictures(savedReport(u"deep.html"_s));
        QVERIFY(taken > 0);
        m_fixture->restart(); // they are in the journal
        QTRY_COMPARE_WITH_TIMEOUT(desk().state(), State::Remembered, 20'000);
        desk().open();
        QVERIFY(isFinished());
        QCOMPARE(pictures(savedReport(u"again.html"_s)), taken);
    }

    void refusedInTheMiddleSaysWhatToDo()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 6, 20'000);
        const ImsAccount right = m_fixture->workspace().client().account();
        ImsAccount wrong = right;
        wrong.credentials.accessKeySecret = u"wrongwrongwrong"_s;
        m_fixture->workspace().client().setAccount(wrong);
        m_fixture->find<QTabWidget>(u"lowerZone"_s)->setCurrentWidget(m_fixture->find<QWidget>(u"batchPanel"_s));
        desk().start(firstIds(6), false);
        auto* strip = m_fixture->find<QWidget>(u"batchStrip"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk().state(), State::Stopped, 30'000);
        QVERIFY(strip->isVisible() && table()->isVisible()); // the rows stay in view
        m_fixture->workspace().client().setAccount(right);
        click("batchResume");
        QVERIFY(isFinished());
        QVERIFY(!strip->isVisible());
    }

    void offeredAfterTheWindowWasClosed()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 8, 20'000);
        fault(u"api-latency=300"_s);
        desk().start(firstIds(8), false);
        QTRY_COMPARE(desk().state(), State::Running);
        m_fixture->restart(); // asks nothing
        fault({});
        QTRY_COMPARE_WITH_TIMEOUT(desk().state(), State::Remembered, 20'000);
        auto* notice = m_fixture->find<QWidget>(u"noticeStrip"_s);
        QTRY_VERIFY(notice->isVisible());
        const QList<QAbstractButton*> buttons = notice->findChildren<QAbstractButton*>();
        const auto goOn = std::find_if(
            buttons.begin(), buttons.end(), [](const QAbstractButton* one) { return one->text() == u"Go on"_s; });
        QVERIFY(goOn != buttons.end());
        (*goOn)->click();
        QCOMPARE(shownBelow()->objectName(), u"batchPanel"_s);
        QVERIFY(isFinished());
        QCOMPARE(desk().model().checkedCount(), 8);
        m_fixture->restart(); // finished: its page, the last one looked at, shows it, and nothing is offered
        QTRY_COMPARE_WITH_TIMEOUT(desk().state(), State::Finished, 20'000);
        QCOMPARE(shownBelow()->objectName(), u"batchPanel"_s);
        QVERIFY(!m_fixture->find<QWidget>(u"noticeStrip"_s)->isVisible());
        QCOMPARE(table()->model()->rowCount(), 8);
        click("batchDiscardButton"); // nothing would be lost: not asked
        QCOMPARE(desk().state(), State::Empty);
    }

    void anUnfinishedOneIsNotThrownAwayUnasked()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 6, 20'000);
        fault(u"hang-media"_s);
        desk().start(firstIds(6), false);
        QTRY_COMPARE(desk().state(), State::Running);
        QVERIFY(selectFirst(2));
        QTest::keyClick(library(), Qt::Key_V);
        auto* box = m_fixture->window().findChild<QMessageBox*>(u"batchReplaceBox"_s);
        QTRY_VERIFY(box && box->isVisible());
        QCOMPARE(desk().model().rowCount(), 6);
        box->defaultButton()->click(); // keeps it
        QCOMPARE(desk().model().rowCount(), 6);
        QTRY_VERIFY(!m_fixture->window().findChild<QMessageBox*>(u"batchReplaceBox"_s));
        QTest::keyClick(library(), Qt::Key_V);
        box = m_fixture->window().findChild<QMessageBox*>(u"batchReplaceBox"_s);
        QVERIFY(box);
        fault({});
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QCOMPARE(desk().model().rowCount(), 2);
        QVERIFY(isFinished());
    }

    void theQueue()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().loadedCount() >= 4, 20'000);
        const QStringList ids = firstIds(3);
        m_fixture->window().openText(ids.join(u'\n') + u"\nhttps://example.com/a.mp4"_s);
        QListView* list = m_fixture->find<QListView>(u"queueList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 4);
        m_fixture->find<QAction>(u"queueCheck"_s)->trigger();
        QCOMPARE(desk().model().ids(), ids); // the URL is left out, and that is said
        QVERIFY(m_fixture->find<QWidget>(u"queueStrip"_s)->isVisible());
        QVERIFY(isFinished());
        list->setFocus();
        list->clearSelection();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(list, Qt::Key_V, Qt::ShiftModifier);
        QCOMPARE(desk().model().ids(), ids.first(2));
        QVERIFY(desk().plan().deep);
        desk().cancel();
    }
};

QTEST_MAIN(TestBatchWindow)
#include "tst_batch_window.moc"
