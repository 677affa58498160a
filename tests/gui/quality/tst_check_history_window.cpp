// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "quality/findings_model.h"
#include "ui/quality/changes_line.h"
#include "ui/quality/changes_popup.h"
#include "window_fixture.h"
#include "workspace/check_room.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! What changed since an earlier check, in the real window, on an asset that is transcoded anew.
class TestCheckHistoryWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    const QString m_title = u"Harbour at dawn"_s;

    [[nodiscard]] CheckRoom& checks() const { return m_fixture->workspace().checks(); }
    [[nodiscard]] CheckSession& session() const { return checks().session(); }
    [[nodiscard]] ChangesLine* line() const { return m_fixture->find<ChangesLine>(u"changesLine"_s); }
    [[nodiscard]] QToolButton* button(const QString& name) const { return m_fixture->find<QToolButton>(name); }
    [[nodiscard]] bool check()
    {
        QTest::keyClick(&m_fixture->window(), Qt::Key_V);
        return QTest::qWaitFor([this] { return session().state() == CheckSession::State::Checked; }, 30'000);
    }
    [[nodiscard]] bool checkTwice() // the second time it is another asset
    {
        if (!m_fixture->openAsset(m_title) || !check())
            return false;
        sandbox::Faults faults;
        faults.retranscodeAfter = 1;
        m_fixture->setFaults(faults);
        return check() && QTest::qWaitFor([this] { return line()->isVisible(); }, 10'000);
    }
    [[nodiscard]] QAction* menuAction(int row)
    {
        QMenu* menu = button(u"changesSince"_s)->menu();
        Q_EMIT menu->aboutToShow();
        return menu->actions().value(row);
    }
    [[nodiscard]] ChangesPopup* openPopup()
    {
        QTest::mouseClick(button(u"changesSummary"_s), Qt::LeftButton);
        auto* popup = qobject_cast<ChangesPopup*>(QApplication::activePopupWidget());
        return popup && QTest::qWaitForWindowExposed(popup) ? popup : nullptr;
    }

private Q_SLOTS:
    //! As a person with an account of the keychain: only that one's checks survive a restart.
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(sandbox::Faults {}, false);
        m_fixture->start();
        const sandbox::Server& server = m_fixture->server();
        const Profile profile { {}, u"Studio"_s, server.region(), server.endpoint(), {} };
        m_fixture->workspace().accounts().save(profile, { server.accessKeyId(), server.accessKeySecret(), {} }, this,
            [this](const Result<Profile>& saved) {
                if (saved)
                    m_fixture->workspace().chooseAccount(saved->id);
            });
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().rowCount() > 10, 20'000);
    }
    void cleanup() { m_fixture.reset(); }

    void theLineTellsWhatChanged()
    {
        QVERIFY(m_fixture->openAsset(m_title));
        QVERIFY(check());
        QVERIFY(!line()->isVisible()); // there is no earlier check
        sandbox::Faults faults;
        faults.retranscodeAfter = 1;
        m_fixture->setFaults(faults);
        QVERIFY(check());
        QTRY_VERIFY(line()->isVisible());
        QVERIFY(button(u"changesSince"_s)->text().startsWith(u"Since "_s));
        const QString whole = button(u"changesSummary"_s)->accessibleName();
        QVERIFY2(whole.contains(u"HD mp4 lost HDR10 · "_s), qPrintable(whole));
        QVERIFY(whole.contains(u"2K mp4 lost HDR10"_s));
        QVERIFY(button(u"changesSummary"_s)->text().contains(u"lost HDR10"_s)); // as far as there is room

        // All of them in a popup, to read and to copy.
        ChangesPopup* popup = openPopup();
        QVERIFY(popup);
        const auto* list = popup->findChild<QListWidget*>(u"changesList"_s);
        QVERIFY(!list->findItems(u"2K mp4 lost HDR10"_s, Qt::MatchExactly).isEmpty());
        popup->findChild<QAbstractButton*>(u"copyChanges"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\n2K mp4 lost HDR10"_s));
        popup->findChild<QListWidget*>()->item(0)->setSelected(true);
        QTest::keyClick(popup->findChild<QListWidget*>(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), list->item(0)->text());
        const QPointer<ChangesPopup> watched = popup;
        QTest::keyClick(popup->findChild<QListWidget*>(), Qt::Key_Escape);
        QTRY_VERIFY(!watched);

        // The same asset once more: nothing is different, and that is said.
        QVERIFY(check());
        QTRY_VERIFY(checks().comparison().earlier().size() == 2 && line()->isVisible());
        QCOMPARE(button(u"changesSummary"_s)->text(), u"no change"_s);
        menuAction(1)->trigger(); // the first check
        QVERIFY(button(u"changesSummary"_s)->accessibleName().contains(u"HD mp4 lost HDR10"_s));
        button(u"changesClose"_s)->click();
        QVERIFY(!line()->isVisible());
        menuAction(0)->trigger();
        QVERIFY(line()->isVisible());
    }

    void newFindingsAreMarked()
    {
        QVERIFY(checkTwice());
        const CheckChanges& changes = *checks().comparison().changes();
        QVERIFY(!changes.newFindings.isEmpty());
        const auto* list = m_fixture->find<QListView>(u"findingsList"_s);
        int marked = 0;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const bool isNew = changes.newFindings.contains(
                { index.data(FindingsModel::StreamRole).toString(), index.data(FindingsModel::RuleRole).toString() });
            QCOMPARE(index.data(FindingsModel::NewRole).toString().startsWith(u"New since "_s), isNew);
            marked += isNew ? 1 : 0;
        }
        QVERIFY(marked > 0);
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        QVERIFY(check());
        for (int row = 0; row < list->model()->rowCount(); ++row)
            QVERIFY(list->model()->index(row, 0).data(FindingsModel::NewRole).toString().isEmpty());
    }

    void theNextDayItSaysWhenItWasChecked()
    {
        QVERIFY(m_fixture->openAsset(m_title));
        QVERIFY(check());
        QTRY_VERIFY(!m_fixture->text(u"checkVerdict"_s).isEmpty());
        const QString verdict = verdictClause(session().judgement().verdict);
        m_fixture->restart();
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->workspace().library().rowCount() > 10, 20'000);
        sandbox::Faults faults;
        faults.retranscodeAfter = 1;
        m_fixture->setFaults(faults);
        QVERIFY(m_fixture->openAsset(m_title));
        QTRY_COMPARE(checks().comparison().earlier().size(), 1);
        const QDateTime at = checks().comparison().earlier().first().at;
        auto* state = m_fixture->find<QWidget>(u"checkState"_s);
        QTRY_COMPARE(state->findChild<QLabel*>(u"stateTitle"_s)->text(),
            u"Last checked %1: %2"_s.arg(checkTimeText(at), verdict));
        // What the service declares now is another thing already.
        QTRY_VERIFY(line()->isVisibleTo(m_fixture->find<QWidget>(u"checkPanel"_s)));
        QCOMPARE(button(u"changesSince"_s)->text(), u"Declared since %1:"_s.arg(checkTimeText(at)));
        QVERIFY(button(u"changesSummary"_s)->accessibleName().contains(u"HD mp4 lost HDR10"_s));
    }

    void theChecksOfAnAssetCanBeForgotten()
    {
        QVERIFY(checkTwice());
        const QString before = button(u"changesSummary"_s)->accessibleName();
        Q_EMIT button(u"changesSince"_s)->menu()->aboutToShow();
        button(u"changesSince"_s)->menu()->findChild<QAction*>(u"forgetChecks"_s)->trigger();
        QVERIFY(!line()->isVisible());
        auto* strip = m_fixture->find<QWidget>(u"checkStrip"_s);
        QTRY_VERIFY(strip->isVisible());
        strip->findChild<QAbstractButton*>(u"stripAction"_s)->click();
        QTRY_VERIFY(line()->isVisible());
        QCOMPARE(button(u"changesSummary"_s)->accessibleName(), before);
    }
};

QTEST_MAIN(TestCheckHistoryWindow)
#include "tst_check_history_window.moc"
