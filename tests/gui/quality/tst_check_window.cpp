// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/player.h"
#include "quality/check_matrix_model.h"
#include "quality/findings_model.h"
#include "streams/asset_session.h"
#include "ui/player/player_panel.h"
#include "ui/quality/check_panel.h"
#include "ui/quality/matrix_view.h"
#include "window_fixture.h"
#include "workspace/check_room.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! The check in the real window, on the sandbox.
class TestCheckWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    [[nodiscard]] CheckSession& session() const { return m_fixture->workspace().checks().session(); }
    [[nodiscard]] bool isChecked() const { return session().state() == CheckSession::State::Checked; }
    [[nodiscard]] MatrixView* matrix() const { return m_fixture->find<MatrixView>(u"checkMatrix"_s); }
    [[nodiscard]] CheckMatrixModel* model() const { return m_fixture->window().findChild<CheckMatrixModel*>(); }
    [[nodiscard]] bool check(const QString& title)
    {
        if (!m_fixture->openAsset(title))
            return false;
        QTest::keyClick(&m_fixture->window(), Qt::Key_V);
        return QTest::qWaitFor([this] { return isChecked(); }, 30'000);
    }
    void useDefects()
    {
        m_fixture = std::make_unique<WindowFixture>(sandbox::Faults {}, true, u"defects"_s);
        m_fixture->start();
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void oneKeyChecksTheLadder()
    {
        auto* button = m_fixture->find<QAbstractButton>(u"checkButton"_s);
        QVERIFY(!button->isEnabled()); // nothing is open
        QVERIFY(check(u"City night drive"_s));
        QVERIFY(button->isEnabled());
        auto* lower = m_fixture->find<QTabWidget>(u"lowerZone"_s);
        QCOMPARE(lower->currentWidget()->objectName(), u"checkPanel"_s);
        QVERIFY(matrix()->isVisible());
        const int streams = m_fixture->workspace().session().streams().rowCount();
        QCOMPARE(model()->columnCount(), streams + 1); // and the ladder
        QVERIFY(model()->rowCount() > 5);
        QVERIFY(!m_fixture->text(u"checkVerdict"_s).isEmpty());
        // The table of streams has the same marks.
        const StreamModel& table = m_fixture->workspace().session().streams();
        for (int row = 0; row < streams; ++row) {
            const CheckMark mark = streamMark(session().judgement(), table.key(row).toString());
            QVERIFY(mark >= CheckMark::Pass);
            QCOMPARE(table.index(row, StreamModel::Check).data().toString(), markSign(mark));
        }
    }

    void anotherAssetIsNotChecked()
    {
        QVERIFY(check(u"City night drive"_s));
        QVERIFY(m_fixture->openAsset(u"Harbour at dawn"_s));
        QCOMPARE(session().state(), CheckSession::State::NotChecked);
        auto* state = m_fixture->find<QWidget>(u"checkState"_s);
        QTRY_VERIFY(state->isVisible());
        QCOMPARE(m_fixture->workspace().session().streams().index(0, StreamModel::Check).data().toString(), QString());
        auto* action = state->findChild<QAbstractButton*>(u"stateAction"_s);
        QVERIFY(action && action->isVisible());
        action->click();
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(), 30'000);
        QVERIFY(m_fixture->openAsset(u"City night drive"_s)); // what was found before is there again
        QVERIFY(isChecked());
        QVERIFY(model()->rowCount() > 5);
    }

    void aFailureLeadsToItsFindingAndItsPicture()
    {
        useDefects();
        QVERIFY(check(u"Bitrate half of what Size says"_s));
        const QModelIndex cell = model()->indexOf(u"declared.bitrate-size"_s, session().sheet().streams.at(0).key);
        QVERIFY(cell.isValid());
        QVERIFY(cell.data(CheckMatrixModel::MarkRole).toInt() >= int(CheckMark::Warning));
        const QString key = cell.data(CheckMatrixModel::StreamRole).toString();
        matrix()->scrollTo(cell);
        QTest::mouseClick(matrix()->viewport(), Qt::LeftButton, {}, matrix()->visualRect(cell).center());
        auto* details = m_fixture->find<QTabWidget>(u"detailsPanel"_s);
        QCOMPARE(details->currentWidget()->objectName(), u"findingsView"_s);
        QVERIFY(details->tabText(details->currentIndex())
                    .contains(QLocale().toString(session().judgement().findings.size())));
        const auto* list = m_fixture->find<QListView>(u"findingsList"_s);
        QCOMPARE(list->currentIndex().data(FindingsModel::RuleRole).toString(), u"declared.bitrate-size"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_fixture->window().playerPanel().player()
                && m_fixture->window().playerPanel().player()->source().key == key
                && m_fixture->window().playerPanel().player()->stats().frames > 0,
            30'000);
    }

    void anotherPolicyJudgesAnew()
    {
        useDefects();
        QVERIFY(check(u"Bitrate half of what Size says"_s));
        const auto mark = [this] {
            return model()
                ->indexOf(u"declared.bitrate-size"_s, session().sheet().streams.at(0).key)
                .data(CheckMatrixModel::MarkRole)
                .toInt();
        };
        QVERIFY(mark() >= int(CheckMark::Warning));
        const qsizetype asked = m_fixture->server().requestLog().size();
        QTemporaryDir folder;
        QFile file(folder.filePath(u"lax.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[rules]\n\"declared.bitrate-size\" = \"off\"\n");
        file.close();
        std::optional<Result<void>> chosen;
        const auto end = [&chosen](const Result<void>& result) { chosen = result; };
        session().choice().chooseFile(file.fileName(), this, end);
        QTRY_VERIFY(chosen && *chosen);
        QCOMPARE(mark(), int(CheckMark::None));
        QCOMPARE(m_fixture->server().requestLog().size(), asked); // nothing was measured again
        QVERIFY(m_fixture->find<QAbstractButton>(u"policyButton"_s)->text().contains(u"lax.toml"_s));
        m_fixture->restart();
        QTRY_COMPARE(session().choice().path(), file.fileName()); // remembered
        chosen.reset();
        session().choice().chooseFile(folder.filePath(u"none.toml"_s), this, end);
        QTRY_VERIFY(chosen && !*chosen);
        QCOMPARE(session().choice().path(), file.fileName());
        QVERIFY(QFile::remove(file.fileName()));
        m_fixture->restart(); // a policy that is gone is told, and the default stands in
        QTRY_VERIFY(session().choice().problem());
        QCOMPARE(session().choice().shippedName(), u"default"_s);
        QVERIFY(m_fixture->find<QWidget>(u"checkStrip"_s)->isVisibleTo(m_fixture->find<QWidget>(u"checkPanel"_s)));
    }

    void aPrivateHostIsAskedForFirst()
    {
        useDefects();
        QVERIFY(check(u"Points to a private address"_s));
        auto* strip = m_fixture->find<QWidget>(u"privateHostStrip"_s);
        QVERIFY(!strip->isHidden());
        QAbstractButton* allow = nullptr;
        const QList<QAbstractButton*> buttons = strip->findChildren<QAbstractButton*>();
        for (QAbstractButton* one : buttons) {
            if (one->text().contains(u"169.254.169.254"_s))
                allow = one;
        }
        QVERIFY(allow);
        // It checks again; the sandbox refuses, so that nobody is contacted by a test.
        sandbox::Faults faults;
        faults.forbidden = true;
        m_fixture->setFaults(faults);
        allow->click();
        QTRY_COMPARE_WITH_TIMEOUT(session().state(), CheckSession::State::Failed, 30'000);
    }

    void findingsCanBeFiltered()
    {
        useDefects();
        QVERIFY(check(u"Bitrate half of what Size says"_s));
        auto* details = m_fixture->find<QTabWidget>(u"detailsPanel"_s);
        auto* list = m_fixture->find<QListView>(u"findingsList"_s);
        details->setCurrentWidget(m_fixture->find<QWidget>(u"findingsView"_s));
        const int all = list->model()->rowCount();
        QVERIFY(all > 0);
        auto* filter = m_fixture->find<QLineEdit>(u"filterFindings"_s);
        filter->setText(u"no such finding"_s);
        QCOMPARE(list->model()->rowCount(), 0);
        m_fixture->find<QWidget>(u"findingsView"_s)->findChild<QAbstractButton*>(u"stateAction"_s)->click();
        QCOMPARE(list->model()->rowCount(), all);
    }

    void aCheckCanBeCancelled()
    {
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        sandbox::Faults faults;
        faults.hangMedia = true;
        m_fixture->setFaults(faults);
        QTest::keyClick(&m_fixture->window(), Qt::Key_V);
        auto* cancel = m_fixture->find<CheckPanel>(u"checkPanel"_s)->findChild<QAbstractButton*>(u"cancelCheck"_s);
        QTRY_VERIFY(cancel->isVisible());
        QTRY_VERIFY(session().progress().total > 0);
        cancel->click();
        QCOMPARE(session().state(), CheckSession::State::NotChecked);
        QVERIFY(!cancel->isVisible());
        m_fixture->setFaults({});
        QTest::keyClick(&m_fixture->window(), Qt::Key_V);
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(), 30'000);
    }

    void whatCannotBeAskedForSaysWhy()
    {
        QVERIFY(m_fixture->openAsset(u"City night drive"_s));
        sandbox::Faults faults;
        faults.forbidden = true;
        m_fixture->setFaults(faults);
        QTest::keyClick(&m_fixture->window(), Qt::Key_V);
        QTRY_COMPARE_WITH_TIMEOUT(session().state(), CheckSession::State::Failed, 30'000);
        auto* state = m_fixture->find<QWidget>(u"checkState"_s);
        QTRY_VERIFY(state->isVisible());
        m_fixture->setFaults({});
        state->findChild<QAbstractButton*>(u"stateAction"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(isChecked(), 30'000);
    }
};

QTEST_MAIN(TestCheckWindow)
#include "tst_check_window.moc"
