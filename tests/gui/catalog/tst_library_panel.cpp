// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "ui/catalog/asset_cell.h"
#include "ui/catalog/asset_table.h"
#include "ui/catalog/asset_view.h"
#include "ui/catalog/library_panel.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDateEdit>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSelectRow = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;

} // namespace

class TestLibraryPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Options options;
        options.assets = 250;
        m_server = std::make_unique<sandbox::Server>(options);
        QVERIFY(!m_server->start());
        m_client = std::make_unique<Client>(m_http, m_clock);
        useServer(*m_server);
        m_model = std::make_unique<AssetListModel>(*m_client);
        m_categories = std::make_unique<CategoryModel>(*m_client);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        openPanel();
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_categories.reset();
        m_client.reset();
        m_server.reset();
        m_smaller.reset();
    }

    void emptyThenFilled()
    {
        QVERIFY(shows(u"No account"_s));
        QSignalSpy add(m_panel.get(), &LibraryPanel::addAccountRequested);
        button(u"stateAction"_s)->click();
        QCOMPARE(add.size(), 1);
        load();
        QVERIFY(view()->isVisible());
    }

    void scrollingLoadsTheRest()
    {
        load();
        QTRY_COMPARE(m_model->state(), AssetListModel::State::Idle);
        const auto* count = m_panel->findChild<QLabel*>(u"libraryCount"_s);
        const qint64 videos = m_model->totalCount().value_or(0);
        QVERIFY(videos > 0 && videos < m_server->assetCount());
        QCOMPARE(count->text(), u"%1+"_s.arg(videos)); // other types are not asked for yet
        while (!m_model->isComplete()) {
            const int before = m_model->loadedCount();
            view()->scrollToBottom();
            QTRY_VERIFY(m_model->loadedCount() > before);
        }
        QCOMPARE(m_model->loadedCount(), int(m_server->assetCount()));
        QTRY_COMPARE(count->text(), QString::number(m_server->assetCount()));
    }

    void clickOpensOnce()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        const QPoint second = view()->visualRect(m_model->index(1, 0)).center();
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().toString(), m_model->at(1).mediaId);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(view(), Qt::Key_Return); // asks for it again on purpose
        QCOMPARE(opened.size(), 2);
    }

    void arrowsOpenWhereTheyRest()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        view()->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(opened.size(), 0);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.constFirst().constFirst().toString(), m_model->at(view()->currentIndex().row()).mediaId);
    }

    void focusOpensNothing()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        button(u"libraryShape_list"_s)->setFocus();
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Down);
        QTRY_COMPARE(opened.size(), 1); // the arrow's, and not one before it
    }

    void openAssetStaysMarkedOverAReload()
    {
        load();
        const QString id = m_model->at(5).mediaId;
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        m_panel->setOpenAsset(id);
        QCOMPARE(view()->currentIndex().row(), 5);
        QSignalSpy reloaded(m_model.get(), &AssetListModel::firstPageArrived);
        QTest::keyClick(m_panel.get(), Qt::Key_F5);
        QTRY_COMPARE(reloaded.size(), 1);
        QCOMPARE(view()->currentIndex().data(AssetListModel::MediaIdRole).toString(), id);
        m_panel->setOpenAsset({});
        QVERIFY(!view()->currentIndex().isValid());
        QCOMPARE(opened.size(), 0);
    }

    void filtersAskTheServer()
    {
        load();
        button(u"libraryType_audio"_s)->click();
        QTRY_VERIFY(m_model->rowCount() > 0 && m_model->state() == AssetListModel::State::Idle);
        QCOMPARE(m_model->query().mediaType, u"audio"_s);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->at(row).mediaType, u"audio"_s);
        auto* status = m_panel->findChild<QToolButton*>(u"libraryStatus"_s);
        status->menu()->actions().constLast()->trigger();
        QTRY_VERIFY(shows(u"No asset fits"_s)); // no audio that is not prepared yet
        button(u"stateAction"_s)->click();
        QTRY_VERIFY(m_model->loadedCount() >= 100);
        QVERIFY(m_model->query().mediaType.isEmpty() && m_model->query().status.isEmpty());
        QVERIFY(button(u"libraryType_"_s)->isChecked());
    }

    void everyFilterReachesTheQuery()
    {
        load();
        QSignalSpy changed(m_panel.get(), &LibraryPanel::queryChanged);
        const auto choose = [this](const QString& chip, int action) {
            m_panel->findChild<QToolButton*>(chip)->menu()->actions().at(action)->trigger();
        };
        choose(u"librarySource"_s, 1);
        QCOMPARE(m_model->query().source, u"oss"_s);
        choose(u"libraryCreated"_s, 2);
        QCOMPARE(m_model->query().from, QDate::currentDate().addDays(-6).startOfDay());
        QVERIFY(!m_model->query().until.isValid());
        choose(u"libraryOrder"_s, 1);
        QVERIFY(m_model->query().oldestFirst);
        QVERIFY(button(u"libraryStatus"_s)->text().startsWith(u"Status"_s));
        choose(u"libraryStatus"_s, 1);
        QCOMPARE(m_model->query().status, u"Normal"_s);
        QVERIFY(button(u"libraryStatus"_s)->isChecked() && !button(u"libraryStatus"_s)->text().startsWith(u"Status"_s));
        QCOMPARE(changed.size(), 4);
        QCOMPARE(changed.constLast().at(1).toStringList(), QStringList { u"status"_s });

        auto* tag = m_panel->findChild<QLineEdit*>(u"tagEdit"_s);
        tag->setText(u"sport"_s);
        QTest::keyClick(tag, Qt::Key_Return);
        QCOMPARE(m_model->query().tags, QStringList { u"sport"_s });
        QVERIFY(m_model->query().source.isEmpty()); // the service cannot search by source
        QVERIFY(!button(u"librarySource"_s)->isEnabled() && !button(u"librarySource"_s)->toolTip().isEmpty());
        choose(u"libraryTag"_s, 0);
        QCOMPARE(m_model->query().source, u"oss"_s); // it is back

        QVERIFY(button(u"libraryClear"_s)->isVisible());
        button(u"libraryClear"_s)->click();
        QVERIFY(!m_model->query().isNarrowing() && m_model->query().oldestFirst);
        QVERIFY(!button(u"libraryClear"_s)->isVisible());
    }

    void filtersFoldAway()
    {
        load();
        QVERIFY(button(u"libraryStatus"_s)->isVisible());
        button(u"libraryFilters"_s)->click();
        QVERIFY(!button(u"libraryStatus"_s)->isVisible() && button(u"libraryType_video"_s)->isVisible());
        m_panel->findChild<QToolButton*>(u"libraryStatus"_s)->menu()->actions().at(1)->trigger();
        QVERIFY(button(u"libraryStatus"_s)->isVisible()); // what leaves something out is never hidden
        openPanel();
        QVERIFY(!button(u"librarySource"_s)->isVisible()); // remembered
    }

    void badCoversAndUnevenPages()
    {
        sandbox::Faults faults;
        faults.badCovers = true;
        faults.unevenPages = true;
        m_server->setFaults(faults);
        load();
        while (!m_model->isComplete()) {
            const int before = m_model->loadedCount();
            view()->scrollToBottom();
            QTRY_VERIFY(m_model->loadedCount() > before || m_model->isComplete());
        }
        QCOMPARE(m_model->loadedCount(), int(m_server->assetCount()));
        QVERIFY(!view()->grab().isNull());
    }

    void aHundredThousandRowsDoNotStall()
    {
        QList<AssetRow> rows;
        for (int i = 0; i < 100'000; ++i) {
            AssetRow row;
            row.mediaId = u"%1"_s.arg(i, 32, 16, QChar(u'0'));
            row.title = u"Asset %1"_s.arg(i);
            rows.append(row);
        }
        button(u"libraryShape_list"_s)->click();
        m_model->showSaved(rows, QDateTime::currentDateTimeUtc(), rows.size());
        QVERIFY(table()->isVisible());
        QElapsedTimer clock;
        clock.start();
        for (const int row : { 99'999, 0, 50'000 }) {
            table()->scrollTo(m_model->index(row, 0));
            table()->repaint();
        }
        table()->selectAll();
        table()->repaint();
        qInfo("three jumps through 100,000 rows and all of them selected: %lld ms", clock.elapsed());
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed()))); // a tenth of it is usual
    }

    void twoDaysOfOnesOwn()
    {
        load();
        m_panel->findChild<QAction*>(u"ownRange"_s)->trigger();
        auto* first = m_panel->findChild<QDateEdit*>(u"firstDay"_s);
        auto* last = m_panel->findChild<QDateEdit*>(u"lastDay"_s);
        first->setDate(QDate(2026, 3, 5));
        last->setDate(QDate(2026, 3, 1));
        QCOMPARE(first->date(), QDate(2026, 3, 1)); // no range ends before it begins
        last->setDate(QDate(2026, 3, 2));
        button(u"applyRange"_s)->click();
        QCOMPARE(m_model->query().from, QDate(2026, 3, 1).startOfDay());
        QCOMPARE(m_model->query().until, QDate(2026, 3, 3).startOfDay());
    }

    void searchShowsInTheChips()
    {
        load();
        button(u"libraryType_audio"_s)->click();
        AssetQuery search = m_panel->filters();
        QCOMPARE(search.mediaType, u"audio"_s);
        search.mediaType = u"video"_s;
        search.words = { u"a"_s };
        m_panel->ask(search);
        QCOMPARE(m_model->query(), search);
        QVERIFY(button(u"libraryType_video"_s)->isChecked());
        QCOMPARE(m_panel->filters().mediaType, u"audio"_s); // as chosen by hand
        QSignalSpy changed(m_panel.get(), &LibraryPanel::queryChanged);
        button(u"libraryType_image"_s)->click();
        QCOMPARE(m_model->query().words, QStringList { u"a"_s }); // the words stay
        QCOMPARE(m_model->query().mediaType, u"image"_s);
        QCOMPARE(changed.constLast().at(1).toStringList(), QStringList { u"type"_s });
        search = {};
        search.match = u"title = 'a'"_s;
        m_panel->ask(search);
        QVERIFY(!button(u"libraryType_image"_s)->isEnabled() && button(u"libraryOrder"_s)->isEnabled());
    }

    void failuresStandInPlace()
    {
        sandbox::Faults faults;
        faults.forbidden = true;
        m_server->setFaults(faults);
        m_model->refresh();
        QTRY_VERIFY(shows(u"could not be loaded"_s));
        m_server->setFaults({});
        button(u"stateAction"_s)->click();
        QTRY_VERIFY(view()->isVisible());

        m_server->setFaults(faults);
        QTest::keyClick(m_panel.get(), Qt::Key_F5);
        auto* strip = m_panel->findChild<QLabel*>(u"stripText"_s);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(view()->isVisible()); // what was there stays
        m_server->setFaults({});
        button(u"stripAction"_s)->click();
        QTRY_VERIFY(!strip->isVisible());
    }

    void shapeIsRemembered()
    {
        QVERIFY(button(u"libraryShape_grid"_s)->isChecked());
        button(u"libraryShape_list"_s)->click();
        openPanel();
        QVERIFY(button(u"libraryShape_list"_s)->isChecked());
        load();
        QVERIFY(table()->isVisible() && !view()->isVisible());
    }

    void columnsAreRemembered()
    {
        button(u"libraryShape_list"_s)->click();
        load();
        const auto* menu = m_panel->findChild<QMenu*>(u"columnMenu"_s);
        QHeaderView* header = table()->horizontalHeader();
        QVERIFY(header->isSectionHidden(AssetListModel::TagsColumn));
        menu->findChild<QAction*>(u"column_%1"_s.arg(int(AssetListModel::TagsColumn)))->trigger();
        QVERIFY(!header->isSectionHidden(AssetListModel::TagsColumn));
        header->moveSection(header->visualIndex(AssetListModel::SizeColumn), 0);
        header->resizeSection(AssetListModel::SizeColumn, 177);
        openPanel();
        header = table()->horizontalHeader();
        QVERIFY(!header->isSectionHidden(AssetListModel::TagsColumn));
        QCOMPARE(header->visualIndex(AssetListModel::SizeColumn), 0);
        QCOMPARE(header->sectionSize(AssetListModel::SizeColumn), 177);
        m_panel->findChild<QAction*>(u"resetColumns"_s)->trigger();
        QVERIFY(header->isSectionHidden(AssetListModel::TagsColumn));
    }

    void onlyTheTimeOrders()
    {
        button(u"libraryShape_list"_s)->click();
        m_panel->resize(1200, 700);
        load();
        const auto clickHeader = [this](int column) {
            QHeaderView* header = table()->horizontalHeader();
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                { header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2 });
        };
        const QHeaderView* header = table()->horizontalHeader();
        const auto newest = m_model->at(0).createdMs;
        clickHeader(AssetListModel::TitleColumn);
        QVERIFY(!m_model->query().oldestFirst);
        QCOMPARE(header->sortIndicatorSection(), int(AssetListModel::CreatedColumn));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
        clickHeader(AssetListModel::CreatedColumn);
        QVERIFY(m_model->query().oldestFirst);
        QTRY_VERIFY(m_model->loadedCount() > 0);
        QVERIFY(m_model->at(0).createdMs < newest);
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
        QVERIFY(button(u"libraryOrder"_s)->isChecked());
        clickHeader(AssetListModel::CreatedColumn);
        QTRY_VERIFY(m_model->loadedCount() > 0);
        QCOMPARE(m_model->at(0).createdMs, newest);
    }

    void selectionAndPlaceStay()
    {
        load();
        m_panel->ask({ .oldestFirst = true });
        for (const QString& shape : { u"libraryShape_grid"_s, u"libraryShape_list"_s }) {
            button(shape)->click();
            QAbstractItemView* shown = shape.endsWith(u"grid"_s) ? static_cast<QAbstractItemView*>(view()) : table();
            QTRY_VERIFY(m_model->loadedCount() > 120);
            shown->scrollTo(m_model->index(100, 0), QAbstractItemView::PositionAtTop);
            shown->selectionModel()->select(m_model->index(101, 0), kSelectRow);
            shown->selectionModel()->select(
                m_model->index(110, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
            const QString top = idAt(shown), first = m_model->at(101).mediaId, second = m_model->at(110).mediaId;
            QSignalSpy reloaded(m_model.get(), &AssetListModel::firstPageArrived);
            useSmallerServer(); // the first six videos are gone: all others move up, by whole lines
            m_panel->refreshAction()->trigger();
            QTRY_COMPARE(reloaded.size(), 1);
            QCOMPARE(m_model->rowOf(second), 104);
            QStringList selected;
            const QModelIndexList rows = shown->selectionModel()->selectedRows();
            for (const QModelIndex& index : rows)
                selected.append(index.data(AssetListModel::MediaIdRole).toString());
            QCOMPARE(selected, QStringList({ first, second }));
            QCOMPARE(idAt(shown), top);
            useServer(*m_server);
            m_panel->refreshAction()->trigger();
            QTRY_COMPARE(reloaded.size(), 2);
        }
        const QString before = idAt(table());
        button(u"libraryShape_grid"_s)->click();
        QVERIFY(view()->visibleRows().first <= m_model->rowOf(before)
            && m_model->rowOf(before) < view()->visibleRows().first + view()->columnCount());
        QVERIFY(!view()->selectionModel()->selectedRows().isEmpty());
    }

    void columnsOutliveTheFirstAsset()
    {
        button(u"libraryShape_list"_s)->click();
        m_panel->ask({ .oldestFirst = true });
        QTRY_VERIFY(m_model->loadedCount() > 0);
        const QHeaderView* header = table()->horizontalHeader();
        const QByteArray before = header->saveState();
        const QString first = m_model->at(0).mediaId;
        useSmallerServer();
        QSignalSpy laidOut(m_model.get(), &QAbstractItemModel::layoutChanged);
        m_panel->refreshAction()->trigger();
        QTRY_COMPARE(laidOut.size(), 1);
        QCOMPARE(m_model->rowOf(first), -1);
        QCOMPARE(header->saveState(), before);
        QVERIFY(header->isSectionHidden(AssetListModel::TagsColumn));
    }

    void aCategoryIsChosenAndLeft()
    {
        load();
        QVERIFY(!m_categories->isAsked()); // not before somebody looks
        button(u"categoryHead"_s)->click();
        auto* tree = m_panel->findChild<QTreeView*>(u"categoryTree"_s);
        QTRY_VERIFY(tree->isVisible());
        QModelIndex parent;
        for (int row = 0; row < m_categories->rowCount() && !parent.isValid(); ++row) {
            if (m_categories->hasChildren(m_categories->index(row, 0)))
                parent = m_categories->index(row, 0);
        }
        QVERIFY(parent.isValid());
        tree->setFocus();
        tree->setCurrentIndex(parent);
        QTest::keyClick(tree, Qt::Key_Right); // opens it
        QTRY_VERIFY(m_categories->rowCount(parent) > 0);
        QTRY_VERIFY(tree->isExpanded(parent));
        const QModelIndex child = m_categories->index(0, 0, parent);
        const qint64 id = child.data(CategoryModel::CateIdRole).toLongLong();
        QSignalSpy changed(m_panel.get(), &LibraryPanel::queryChanged);
        tree->scrollTo(child);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(child).center());
        QCOMPARE(m_model->query().cateId, std::optional(id));
        QCOMPARE(changed.constLast().at(1).toStringList(), QStringList { u"cat"_s });
        auto* trail = m_panel->findChild<QWidget*>(u"categoryTrail"_s);
        QVERIFY(trail->isVisible());
        const auto parts = [trail] { return trail->findChildren<QToolButton*>(u"categoryPart"_s); };
        QTRY_COMPARE(parts().size(), 3);
        QCOMPARE(parts().at(1)->text(), parent.data().toString());
        parts().at(1)->click();
        QCOMPARE(m_model->query().cateId, std::optional(parent.data(CategoryModel::CateIdRole).toLongLong()));
        QCOMPARE(tree->currentIndex(), parent);
        m_panel->findChild<QToolButton*>(u"categoryClear"_s)->click();
        QVERIFY(!m_model->query().cateId);
        QVERIFY(!trail->isVisible());
        openPanel(); // it is remembered as open
        m_model->refresh();
        QTRY_VERIFY(m_panel->findChild<QTreeView*>(u"categoryTree"_s)->isVisible());
    }

    void categoriesThatDoNotCome()
    {
        load();
        sandbox::Faults faults;
        faults.forbidden = true;
        m_server->setFaults(faults);
        button(u"categoryHead"_s)->click();
        QTRY_VERIFY(button(u"categoryRetry"_s)->isVisible());
        QVERIFY(!m_panel->findChild<QLabel*>(u"categoryNote"_s)->text().isEmpty());
        m_server->setFaults({});
        button(u"categoryRetry"_s)->click();
        QTRY_VERIFY(m_panel->findChild<QTreeView*>(u"categoryTree"_s)->isVisible());
        QVERIFY(!button(u"categoryRetry"_s)->isVisible());
    }

    void savedRowsSayFromWhen()
    {
        load();
        const QList<AssetRow> rows = m_model->firstRows(20);
        m_model->clear();
        m_model->showSaved(rows, QDateTime::currentDateTimeUtc().addSecs(-7300), 250);
        auto* strip = m_panel->findChild<QLabel*>(u"stripText"_s);
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(u"2 h ago"_s), qPrintable(strip->text()));
        m_model->refresh();
        QTRY_VERIFY(!m_model->savedAt().isValid());
        QTRY_VERIFY(!strip->isVisible());
    }

    void severalGoIntoTheQueue()
    {
        load();
        QSignalSpy opened(m_panel.get(), &LibraryPanel::assetActivated);
        QSignalSpy queued(m_panel.get(), &LibraryPanel::queueRequested);
        const auto at = [this](int row) { return view()->visualRect(m_model->index(row, 0)).center(); };
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ControlModifier, at(1));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ControlModifier, at(3));
        QContextMenuEvent event(QContextMenuEvent::Mouse, at(3), view()->viewport()->mapToGlobal(at(3)));
        QCoreApplication::sendEvent(view()->viewport(), &event);
        auto* menu = view()->findChild<QMenu*>(u"assetMenu"_s);
        QVERIFY(menu);
        QVERIFY(!menu->defaultAction()->isEnabled()); // one is opened, not two
        menu->findChild<QAction*>(u"addToQueue"_s)->trigger();
        menu->close();
        QCOMPARE(queued.size(), 1);
        const auto rows = queued.constFirst().constFirst().value<QList<AssetRow>>();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).mediaId, m_model->at(1).mediaId);
        QCOMPARE(rows.at(1).mediaId, m_model->at(3).mediaId);
        QCOMPARE(opened.size(), 0);
        QTest::keySequence(view(), QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), rows.at(0).mediaId + u'\n' + rows.at(1).mediaId);
    }

    void oddTitlesAreSafeLines()
    {
        sandbox::Faults odd;
        odd.oddTitles = true;
        m_server->setFaults(odd);
        button(u"libraryShape_list"_s)->click();
        load();
        for (int row = 0; row < 60; ++row) {
            const QString title = assetCell(m_model->index(row, AssetListModel::TitleColumn)).text;
            QVERIFY(title.size() <= 301);
            bool shows = false;
            for (const QChar c : title) {
                QVERIFY(c.category() != QChar::Other_Control && c.unicode() != 0x202e && c.unicode() != 0x2067);
                shows = shows || (!c.isSpace() && c.category() != QChar::Other_Format);
            }
            QVERIFY(shows);
        }
        QVERIFY(!table()->grab().isNull());
    }

    void contextMenuCopies()
    {
        load();
        view()->setFocus();
        m_panel->setOpenAsset(m_model->at(0).mediaId);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(view()->viewport(), &event);
        auto* menu = view()->findChild<QMenu*>(u"assetMenu"_s);
        QVERIFY(menu);
        QVERIFY(menu->actions().size() >= 5);
        const QList<QAction*> actions = menu->actions();
        const auto copyId = std::find_if(actions.begin(), actions.end(),
            [](const QAction* action) { return action->shortcut() == QKeySequence(QKeySequence::Copy); });
        QVERIFY(copyId != actions.end());
        (*copyId)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), m_model->at(0).mediaId);
        menu->close();
    }

    void coversComeFromTheServer()
    {
        load();
        const auto covers = [this] {
            return m_server->requestLog().filter(u"cover"_s).size() + m_server->requestLog().filter(u".jpg"_s).size();
        };
        if (!m_model->at(0).coverUrl.isEmpty())
            QTRY_VERIFY(covers() > 0);
    }

private:
    void openPanel()
    {
        m_panel = std::make_unique<LibraryPanel>(*m_model, *m_categories, m_http, *m_settings);
        m_panel->resize(304, 700);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void useServer(const sandbox::Server& server)
    {
        m_client->setAccount({ { server.accessKeyId(), server.accessKeySecret(), {} }, QUrl(server.endpoint()) });
    }
    void useSmallerServer() // without the seven oldest assets, six of them videos
    {
        if (!m_smaller) {
            sandbox::Options options;
            options.assets = 243;
            m_smaller = std::make_unique<sandbox::Server>(options);
            QVERIFY(!m_smaller->start());
        }
        useServer(*m_smaller);
    }
    void load()
    {
        m_model->refresh();
        QTRY_VERIFY(m_model->rowCount() > 0);
    }
    AssetTable* table() { return m_panel->findChild<AssetTable*>(u"assetTable"_s); }
    static QString idAt(const QAbstractItemView* shown)
    {
        return shown->indexAt({ 3, 3 }).data(AssetListModel::MediaIdRole).toString();
    }
    AssetView* view() { return m_panel->findChild<AssetView*>(u"assetView"_s); }
    QAbstractButton* button(const QString& name) { return m_panel->findChild<QAbstractButton*>(name); }
    bool shows(const QString& title)
    {
        const auto* label = m_panel->findChild<QLabel*>(u"stateTitle"_s);
        return label->isVisible() && label->text().contains(title);
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<sandbox::Server> m_server;
    std::unique_ptr<sandbox::Server> m_smaller;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<AssetListModel> m_model;
    std::unique_ptr<CategoryModel> m_categories;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LibraryPanel> m_panel;
};

QTEST_MAIN(TestLibraryPanel)
#include "tst_library_panel.moc"
