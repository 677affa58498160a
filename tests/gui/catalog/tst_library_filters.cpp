// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library_panel_fixture.h"

#include <QAction>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! Chips, days and categories, and that each of them reaches the service.
class TestLibraryFilters final : public LibraryPanelFixture {
    Q_OBJECT

private Q_SLOTS:
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
};

QTEST_MAIN(TestLibraryFilters)
#include "tst_library_filters.moc"
