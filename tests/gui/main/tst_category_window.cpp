// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A level of the category tree that does not come: it says so in its place, and the keyboard asks for it again.

#include "catalog/category_model.h"
#include "window_fixture.h"

#include <QHelpEvent>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestCategoryWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLevelThatFailedIsAskedForAgainByKeyboard()
    {
        WindowFixture fixture;
        fixture.start();
        auto* head = fixture.find<QToolButton>(u"categoryHead"_s);
        QTRY_VERIFY_WITH_TIMEOUT(head->isEnabled(), 20'000);
        head->click();
        auto* tree = fixture.find<QTreeView>(u"categoryTree"_s);
        QTRY_VERIFY(tree->isVisible());
        const CategoryModel& categories = fixture.workspace().categories();
        const QModelIndexList named =
            categories.match(categories.index(0, 0), Qt::DisplayRole, u"Travel"_s, 1, Qt::MatchExactly);
        QCOMPARE(named.size(), 1);
        const QPersistentModelIndex travel = named.constFirst();
        QVERIFY(categories.hasChildren(travel) && categories.rowCount(travel) == 0);

        sandbox::Faults forbidden;
        forbidden.forbidden = true;
        fixture.setFaults(forbidden);
        tree->setFocus();
        tree->setCurrentIndex(travel);
        const auto look = [&] { return tree->viewport()->grab(tree->visualRect(travel)).toImage(); };
        const QImage before = look();
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_VERIFY(!travel.data(CategoryModel::ErrorRole).toString().isEmpty());
        QVERIFY(look() != before);
        const QPoint at = tree->visualRect(travel).center();
        QHelpEvent tip(QEvent::ToolTip, at, tree->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(tree->viewport(), &tip);
        const QString said = QToolTip::text();
        QVERIFY2(said.contains(travel.data(CategoryModel::ErrorRole).toString().left(20)), qPrintable(said));
        QVERIFY(tree->isVisible() && categories.rowCount() > 1); // the levels that are there stay

        fixture.setFaults({});
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_VERIFY(categories.rowCount(travel) > 0);
        QVERIFY(travel.data(CategoryModel::ErrorRole).toString().isEmpty());
        QTRY_VERIFY(tree->isExpanded(travel));
        QVERIFY(!tree->visualRect(categories.index(0, 0, travel)).isEmpty());
    }
};

QTEST_MAIN(TestCategoryWindow)
#include "tst_category_window.moc"
