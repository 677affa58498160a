// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library_panel_fixture.h"
#include "ui/catalog/asset_cell.h"

#include <QAction>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSelectRow = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;

} // namespace

//! Grid and table: what they remember, what stays in place, what they cost.
class TestLibraryViews final : public LibraryPanelFixture {
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(TestLibraryViews)
#include "tst_library_views.moc"
