// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check_hand.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMap>
#include <QTabBar>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! The pages below the picture and at the right: a key for each, and where a person left is where the next start
//! begins.
class TestZoneKeys final : public QObject {
    Q_OBJECT

    std::unique_ptr<CheckHand> m_hand;

    [[nodiscard]] QTabWidget* zone(const char* name) const { return m_hand->find<QTabWidget>(name); }
    [[nodiscard]] static QString shown(const QTabWidget* zone) { return zone->currentWidget()->objectName(); }
    [[nodiscard]] QAction* keyOf(const QWidget* page) const
    {
        return m_hand->window().findChild<QAction*>(u"page_"_s + page->objectName());
    }
    void press(const QAction* action) { QTest::keySequence(&m_hand->window(), action->shortcut()); }

private Q_SLOTS:
    void init() { m_hand = std::make_unique<CheckHand>(); }
    void cleanup() { m_hand.reset(); }

    void eachPageHasAKey()
    {
        for (const char* name : { "lowerZone", "detailsPanel" }) {
            QTabWidget* tabs = zone(name);
            auto* dock = qobject_cast<QDockWidget*>(tabs->parentWidget());
            QVERIFY(dock);
            QVERIFY(tabs->count() >= 4);
            for (int tab = tabs->count() - 1; tab >= 0; --tab) { // each is another one than before
                const QWidget* page = tabs->widget(tab);
                const QAction* action = keyOf(page);
                QVERIFY2(action, qPrintable(page->objectName()));
                dock->hide();
                press(action);
                QVERIFY2(dock->isVisible(), qPrintable(page->objectName()));
                QCOMPARE(shown(tabs), page->objectName());
                QVERIFY2(tabs->isAncestorOf(QApplication::focusWidget()), qPrintable(page->objectName()));
                const QString key = action->shortcut().toString(QKeySequence::NativeText);
                QVERIFY2(tabs->tabToolTip(tab).contains(key), qPrintable(tabs->tabToolTip(tab)));
            }
        }
    }

    void noKeyMeansTwoThings()
    {
        QMap<QString, QStringList> owners;
        for (const QAction* action : m_hand->window().actions()) {
            for (const QKeySequence& key : action->shortcuts())
                owners[key.toString()].append(action->objectName() + u' ' + action->text());
        }
        QVERIFY(owners.size() > 20);
        for (auto owner = owners.cbegin(); owner != owners.cend(); ++owner)
            QVERIFY2(owner->size() == 1, qPrintable(owner.key() + u": "_s + owner->join(u", "_s)));
    }

    void theSheetHasThem()
    {
        m_hand->find<QAction>("menuKeys")->trigger();
        const auto* sheet = m_hand->find<QWidget>("keySheet");
        QVERIFY(sheet);
        QStringList texts;
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            texts.append(label->text());
        for (const char* name : { "lowerZone", "detailsPanel" }) {
            for (int tab = 0; tab < zone(name)->count(); ++tab) {
                const QAction* action = keyOf(zone(name)->widget(tab));
                QVERIFY2(texts.contains(action->shortcut().toString(QKeySequence::NativeText))
                        && texts.contains(action->text()),
                    qPrintable(action->text()));
            }
        }
    }

    void theSamePagesAreThereTheNextTime()
    {
        press(keyOf(m_hand->find<QWidget>("batchPanel")));
        press(keyOf(m_hand->find<QWidget>("findingsView")));
        m_hand->fixture().restart();
        QCOMPARE(shown(zone("lowerZone")), u"batchPanel"_s);
        QCOMPARE(shown(zone("detailsPanel")), u"findingsView"_s);
        press(keyOf(m_hand->find<QWidget>("checkPanel"))); // those of the next run lead there as well
        QCOMPARE(shown(zone("lowerZone")), u"checkPanel"_s);
        zone("detailsPanel")->setCurrentIndex(0);
        m_hand->fixture().restart();
        QCOMPARE(shown(zone("lowerZone")), u"checkPanel"_s);
        QCOMPARE(zone("detailsPanel")->currentIndex(), 0);
    }

    void noTabHidesBehindArrows()
    {
        m_hand->window().resize(1024, 640);
        press(keyOf(m_hand->find<QWidget>("findingsView"))); // on a small screen the zone is hidden at first
        m_hand->key(Qt::Key_P);
        auto* bar = zone("detailsPanel")->tabBar();
        QTRY_COMPARE(shown(zone("detailsPanel")), u"policyEditor"_s);
        QTRY_VERIFY(bar->tabRect(bar->count() - 1).right() < bar->width());
        for (int tab = 0; tab < bar->count(); ++tab)
            QVERIFY2(bar->rect().contains(bar->tabRect(tab)) && !bar->tabToolTip(tab).isEmpty(),
                qPrintable(bar->tabText(tab)));
    }
};

QTEST_MAIN(TestZoneKeys)
#include "tst_zone_keys.moc"
