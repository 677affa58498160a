// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame as the cover of an asset that has none, as a person asks for it: from the menu to the picture on the tile.

#include "catalog/asset_list_model.h"
#include "ui/catalog/asset_cell.h"
#include "window_fixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPointer>
#include <QToolButton>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestFrameWindow final : public QObject {
    Q_OBJECT

private:
    static int rowOf(const AssetListModel& library, const QString& title)
    {
        for (int row = 0; row < library.loadedCount(); ++row) {
            if (library.at(row).title == title)
                return row;
        }
        return -1;
    }
    //! The entry in the menu of that row; the menu is open until closeMenu().
    QAction* entry(QAbstractItemView& view, const QModelIndex& index)
    {
        view.scrollTo(index);
        const QPoint at = view.visualRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(view.viewport(), &event);
        m_menu = view.findChild<QMenu*>(u"assetMenu"_s);
        return m_menu ? m_menu->findChild<QAction*>(u"takeFrame"_s) : nullptr;
    }
    bool closeMenu()
    {
        m_menu->close();
        return QTest::qWaitFor([this] { return !m_menu; });
    }
    //! How many colours the upper half of that cell shows, where the cover is.
    static qsizetype coloursOfCover(const QAbstractItemView& view, const QModelIndex& index)
    {
        QRect box = view.visualRect(index);
        box.setHeight(box.height() / 2);
        const QImage image = const_cast<QAbstractItemView&>(view).viewport()->grab(box).toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2)
                colours.insert(image.pixel(x, y));
        }
        return colours.size();
    }

    QPointer<QMenu> m_menu;

private Q_SLOTS:
    void fromTheMenuToTheTile()
    {
        WindowFixture fixture;
        fixture.start();
        const AssetListModel& library = fixture.workspace().library();
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(library, u"茶山春色"_s) >= 0 && library.isComplete(), 20'000);
        auto* view = fixture.find<QAbstractItemView>(u"assetView"_s);
        const QPersistentModelIndex tea = library.index(rowOf(library, u"茶山春色"_s), 0);
        const QModelIndex city = library.index(rowOf(library, u"City night drive"_s), 0);
        QVERIFY(tea.data(AssetListModel::CoverUrlRole).toString().isEmpty());

        QVERIFY(!entry(*view, city)); // has a cover
        QVERIFY(closeMenu());
        QAction* take = entry(*view, tea);
        QVERIFY(take && take->isEnabled());
        const QString words = take->text();
        const qsizetype before = coloursOfCover(*view, tea);
        sandbox::Faults slow;
        slow.apiLatencyMs = 1500; // so that there is time to look
        fixture.setFaults(slow);
        take->trigger();
        QVERIFY(closeMenu());

        take = entry(*view, tea);
        QVERIFY(take && !take->isEnabled());
        QVERIFY(take->text() != words);
        QVERIFY(closeMenu());
        // The list says so, too.
        fixture.find<QToolButton>(u"libraryShape_list"_s)->click();
        auto* table = fixture.find<QAbstractItemView>(u"assetTable"_s);
        QTRY_VERIFY(table->isVisible());
        take = entry(*table, tea);
        QVERIFY(take && !take->isEnabled());
        const QString busy = take->text();
        QVERIFY(closeMenu());
        auto* cells = qobject_cast<AssetCellDelegate*>(table->itemDelegate());
        QVERIFY(cells && cells->cell(tea).text.endsWith(busy));
        fixture.setFaults({});
        QTRY_VERIFY_WITH_TIMEOUT(!cells->cell(tea).text.endsWith(busy), 25'000);
        QCOMPARE(cells->cell(tea).text, u"茶山春色"_s); // no failure

        fixture.find<QToolButton>(u"libraryShape_grid"_s)->click();
        view->scrollTo(tea);
        QTRY_VERIFY(view->isVisible() && coloursOfCover(*view, tea) > before + 50);
        take = entry(*view, tea);
        QVERIFY(take && take->isEnabled()); // another one may be taken
        QCOMPARE(take->text(), words);
        QVERIFY(closeMenu());
    }
};

QTEST_MAIN(TestFrameWindow)
#include "tst_frame_window.moc"
