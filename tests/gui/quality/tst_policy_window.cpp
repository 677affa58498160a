// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_mark.h"
#include "quality/check_matrix_model.h"
#include "ui/quality/matrix_view.h"
#include "ui/quality/rule_tree.h"
#include "window_fixture.h"
#include "workspace/check_room.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProcess>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBlock>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! The policy editor in the real window, on the sandbox and its demo.
class TestPolicyWindow final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    QTemporaryDir m_folder;

    [[nodiscard]] CheckSession& session() const { return m_fixture->workspace().checks().session(); }
    [[nodiscard]] PolicyDraft& draft() const { return m_fixture->workspace().checks().draft(); }
    [[nodiscard]] Verdict verdict() const { return session().judgement().verdict; }
    [[nodiscard]] RuleSetting setting(const QString& rule) const
    {
        return session().choice().policy().base().setting(rule);
    }
    [[nodiscard]] int mark(const Finding& finding) const
    {
        return m_fixture->window()
            .findChild<CheckMatrixModel*>()
            ->indexOf(finding.rule, finding.stream)
            .data(CheckMatrixModel::MarkRole)
            .toInt();
    }
    [[nodiscard]] RuleTree* tree() const { return m_fixture->find<RuleTree>(u"policyRules"_s); }
    [[nodiscard]] QPlainTextEdit* toml() const { return m_fixture->find<QPlainTextEdit>(u"policyText"_s); }
    [[nodiscard]] QTabWidget* details() const { return m_fixture->find<QTabWidget>(u"detailsPanel"_s); }
    [[nodiscard]] bool isEditorShown() const
    {
        return details()->currentWidget() && details()->currentWidget()->objectName() == "policyEditor"_L1;
    }
    void showView(int number) const { m_fixture->find<QTabWidget>(u"policyViews"_s)->setCurrentIndex(number); }

    bool check()
    {
        if (!m_fixture->openAsset(u"City night drive"_s))
            return false;
        QTest::keyClick(&m_fixture->window(), Qt::Key_V);
        return QTest::qWaitFor([this] { return session().state() == CheckSession::State::Checked; }, 30'000);
    }
    bool edit()
    {
        QTest::keyClick(&m_fixture->window(), Qt::Key_P);
        return QTest::qWaitFor([this] { return isEditorShown() && tree()->hasFocus(); });
    }
    //! By the keyboard alone, from anywhere in the list.
    bool findRule(const QString& rule)
    {
        auto* filter = m_fixture->find<QLineEdit>(u"filterRules"_s);
        filter->setFocus();
        filter->selectAll();
        QTest::keyClicks(filter, rule);
        QTest::keyClick(filter, Qt::Key_Down);
        return tree()->hasFocus() && tree()->currentRule() == rule;
    }
    //! A file that another program writes.
    QString write(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! What proofreel-cli says of the asset that is open: its verdict, or what went wrong.
    QString verdictOfCli(const QString& policy)
    {
        QProcess cli;
        cli.start(QStringLiteral(PROOFREEL_CLI),
            { u"check"_s, session().mediaId(), u"--endpoint"_s, m_fixture->server().endpoint(), u"--policy"_s, policy,
                u"--output"_s, u"json"_s });
        if (!QTest::qWaitFor([&cli] { return cli.state() == QProcess::NotRunning; }, 60'000))
            return u"it does not end"_s;
        const QJsonObject json = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
        const QJsonArray assets = json["assets"_L1].toArray();
        return assets.isEmpty() ? QString::fromUtf8(cli.readAllStandardError()) : assets.at(0)["verdict"_L1].toString();
    }
    template <typename Dialog>
    Dialog* dialog(const QString& name)
    {
        Dialog* found = nullptr;
        (void)QTest::qWaitFor([&] {
            found = m_fixture->window().findChild<Dialog*>(name);
            return found && found->isVisible();
        });
        return found;
    }
    bool choose(const QString& path)
    {
        PolicyChoice& choice = session().choice();
        choice.chooseFile(path, this, [](const Result<void>&) {});
        return QTest::qWaitFor([&] { return choice.path() == path && !choice.isReading(); });
    }
    bool saveAs(const QString& path)
    {
        auto* files = dialog<QFileDialog>(u"savePolicyDialog"_s);
        if (!files)
            return false;
        files->findChild<QLineEdit*>(u"fileNameEdit"_s)->setText(path);
        static_cast<QDialog*>(files)->accept();
        return QTest::qWaitFor([this, &path] { return session().choice().path() == path; });
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void namesOfRulesStayInANarrowZone()
    {
        RuleTree tree;
        QFont large = tree.font();
        large.setPointSizeF(large.pointSizeF() * 2);
        tree.setFont(large);
        const int letter = tree.fontMetrics().averageCharWidth();
        tree.resize(letter * 20, 300);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        QVERIFY(tree.isColumnHidden(PolicyModel::ToleranceColumn));
        QVERIFY(tree.columnWidth(PolicyModel::Title) >= letter * 12);
        tree.resize(letter * 60, 300);
        QVERIFY(!tree.isColumnHidden(PolicyModel::ToleranceColumn));
        QVERIFY(!tree.isColumnHidden(PolicyModel::FindingsColumn));
        QVERIFY(tree.columnWidth(PolicyModel::Title) >= letter * 12);
    }

    void theSameFileDrivesWindowAndTerminal()
    {
        QVERIFY(check());
        QCOMPARE(verdict(), Verdict::Pass);
        QVERIFY(edit());
        // No link lives for a year: a warning, and it is there at once.
        showView(1);
        m_fixture->find<QDoubleSpinBox>(u"policy_live_s"_s)->setValue(31'536'000);
        const auto& findings = session().judgement().findings;
        QVERIFY(!findings.isEmpty());
        const Finding finding = findings.constFirst();
        QCOMPARE(finding.rule, u"declared.url-expiry"_s);
        const Verdict before = verdict();
        QCOMPARE(before, Verdict::Warn);
        const int markBefore = mark(finding);
        const QString own = m_fixture->text(u"checkVerdict"_s);
        showView(0);
        QVERIFY(findRule(finding.rule));
        QTest::keyClick(tree(), Qt::Key_3);
        QCOMPARE(setting(finding.rule).severity, Severity::Error);
        QCOMPARE(verdict(), Verdict::Fail);
        QCOMPARE(mark(finding), int(CheckMark::Fail));
        QVERIFY(m_fixture->text(u"checkVerdict"_s).startsWith(verdictText(Verdict::Fail)));
        QVERIFY(m_fixture->find<QAbstractButton>(u"policyButton"_s)->accessibleName().contains(u"edited"_s));
        QTest::keySequence(tree(), QKeySequence::Undo);
        QCOMPARE(verdict(), before);
        QCOMPARE(mark(finding), markBefore);
        QCOMPARE(m_fixture->text(u"checkVerdict"_s), own);
        QTest::keySequence(tree(), QKeySequence::Redo);
        QCOMPARE(verdict(), Verdict::Fail);

        // Broken as TOML: marked where it is, and the last valid text stays in force.
        showView(2);
        toml()->setFocus();
        toml()->moveCursor(QTextCursor::Start);
        QTest::keyClicks(toml(), u"nmae = 1"_s);
        QTest::keyClick(toml(), Qt::Key_Return);
        QTRY_VERIFY(m_fixture->find<QLabel>(u"policyProblem"_s)->isVisible());
        QVERIFY(m_fixture->text(u"policyProblem"_s).contains(u"nmae"_s));
        QVERIFY(!toml()->extraSelections().isEmpty());
        QCOMPARE(toml()->extraSelections().constFirst().cursor.blockNumber(), 0);
        QVERIFY(!tree()->isEnabled());
        QCOMPARE(verdict(), Verdict::Fail);
        showView(0);
        QTRY_VERIFY(m_fixture->find<QWidget>(u"policyProblemStrip"_s)->isVisible());
        showView(2);
        toml()->setFocus();
        QTest::keySequence(toml(), QKeySequence::Undo); // what was typed in one go is one step
        QVERIFY(!m_fixture->find<QLabel>(u"policyProblem"_s)->isVisible());
        QVERIFY(toml()->extraSelections().isEmpty());
        QCOMPARE(setting(finding.rule).severity, Severity::Error);

        // A shipped one cannot be written: a file is asked for, and drives the terminal as well.
        const QString path = m_folder.filePath(u"mine.toml"_s);
        QTest::keySequence(toml(), QKeySequence::Save);
        QVERIFY(saveAs(path));
        QCOMPARE(read(path), toml()->toPlainText().toUtf8());
        QVERIFY(!draft().isChanged());
        QCOMPARE(verdict(), Verdict::Fail);
        QCOMPARE(verdictOfCli(path), u"fail"_s);
        QCOMPARE(verdictOfCli(u"default"_s), u"pass"_s);
    }

    void theFormSaysWhatTheTextSays()
    {
        const QByteArray text(
            "# mine\nname = \"x\" # its name\n[rules]\n\"ladder.aspect\" = { tolerance = 3 } # three\n"
            "[[override]]\ntag = \"short\" # for those\n[override.audio]\nchannels = 1\n");
        QVERIFY(choose(write("form.toml", text)));
        QVERIFY(edit());
        QVERIFY(findRule(u"ladder.aspect"_s));
        auto* tolerance = m_fixture->find<QDoubleSpinBox>(u"ruleTolerance"_s);
        QCOMPARE(tolerance->value(), 3);
        QTest::keyClick(tree(), Qt::Key_Return);
        QVERIFY(tolerance->hasFocus());
        QTest::keyClicks(tolerance, u"7"_s);
        QTest::keyClick(tolerance, Qt::Key_Return);
        QCOMPARE(setting(u"ladder.aspect"_s).tolerance, 7);
        QCOMPARE(draft().text().toUtf8(), QByteArray(text).replace("tolerance = 3", "tolerance = 7"));
        QTest::keySequence(tolerance, QKeySequence::Undo);
        QCOMPARE(setting(u"ladder.aspect"_s).tolerance, 3);
        QCOMPARE(tolerance->value(), 3);
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_Delete); // as by itself
        QCOMPARE(setting(u"ladder.aspect"_s).tolerance, 1);
        QVERIFY(draft().text().contains(u"\"ladder.aspect\" = \"warning\" # three"_s));

        showView(1);
        auto* failAt = m_fixture->find<QComboBox>(u"policyFailAt"_s);
        failAt->setCurrentIndex(1);
        QCOMPARE(session().choice().policy().failAt(), Severity::Warning);
        auto* ladder = m_fixture->find<QLineEdit>(u"policyLadder"_s);
        ladder->setFocus();
        QTest::keyClicks(ladder, u"HD mp4, FDH"_s);
        QTest::keyClick(ladder, Qt::Key_Return);
        QVERIFY(m_fixture->find<QLabel>(u"policyValueProblem"_s)->isVisible());
        QVERIFY(m_fixture->text(u"policyValueProblem"_s).contains(u"FDH"_s));
        QCOMPARE(ladder->text(), u"HD mp4, FDH"_s); // can be mended
        ladder->setText({});
        QTest::keyClicks(ladder, u"HD mp4, SD"_s);
        QTest::keyClick(ladder, Qt::Key_Return);
        QVERIFY(!m_fixture->find<QLabel>(u"policyValueProblem"_s)->isVisible());
        QCOMPARE(session().choice().policy().base().ladder.size(), 2);
        m_fixture->find<QSpinBox>(u"policyChannels"_s)->setValue(2);
        QCOMPARE(session().choice().policy().base().audioChannels, 2);
        m_fixture->find<QDoubleSpinBox>(u"policy_live_s"_s)->setValue(900);
        QCOMPARE(session().choice().policy().base().expiryS, 900);
        // The overrides and every comment are as they were.
        for (const QString& kept : { u"# mine\n"_s, u"# its name\n"_s, u"# three\n"_s,
                 u"[[override]]\ntag = \"short\" # for those\n[override.audio]\nchannels = 1\n"_s })
            QVERIFY2(draft().text().contains(kept), qPrintable(draft().text()));
    }

    void aFindingLeadsToItsRule()
    {
        QVERIFY(choose(write("links.toml", "[links]\nlive_s = 31536000\n")));
        QVERIFY(check());
        auto* list = m_fixture->find<QListView>(u"findingsList"_s);
        details()->setCurrentWidget(m_fixture->find<QWidget>(u"findingsView"_s));
        QVERIFY(list->model()->rowCount() > 0);
        list->setCurrentIndex(list->model()->index(0, 0));
        const QString rule = session().judgement().findings.constFirst().rule;
        Q_EMIT list->customContextMenuRequested({ 5, 5 });
        auto* action = m_fixture->window().findChild<QAction*>(u"editRule"_s);
        QVERIFY(action);
        action->trigger();
        QTRY_VERIFY(isEditorShown());
        QVERIFY(!tree()->currentRule().isEmpty());
        QVERIFY(m_fixture->find<QComboBox>(u"ruleSeverity"_s)->hasFocus());
        QApplication::activePopupWidget() ? QApplication::activePopupWidget()->close() : false;

        auto* matrix = m_fixture->find<MatrixView>(u"checkMatrix"_s);
        const QModelIndex cell = m_fixture->window().findChild<CheckMatrixModel*>()->indexOf(rule, {});
        QVERIFY(cell.isValid());
        matrix->setCurrentIndex(cell);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), matrix->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(matrix->viewport(), &asked);
        auto* menu = dialog<QMenu>(u"matrixMenu"_s);
        QVERIFY(menu);
        menu->findChild<QAction*>(u"editRule"_s)->trigger();
        menu->close();
        QCOMPARE(tree()->currentRule(), rule);
    }

    void aDraftIsThereTheNextTime()
    {
        QVERIFY(edit());
        QVERIFY(findRule(u"ladder.aspect"_s));
        QTest::keyClick(tree(), Qt::Key_0);
        m_fixture->restart();
        QVERIFY(draft().isChanged());
        QCOMPARE(setting(u"ladder.aspect"_s).severity, Severity::Off);
        QVERIFY(m_fixture->find<QWidget>(u"policyEditor"_s));
        QVERIFY(isEditorShown()); // as it was left
        QVERIFY(edit());
        QVERIFY(m_fixture->find<QWidget>(u"policyStrip"_s)->isVisible());

        QTest::keySequence(tree(), QKeySequence::Close);
        auto* box = dialog<QMessageBox>(u"leavePolicy"_s);
        QVERIFY(box);
        box->button(QMessageBox::Cancel)->click();
        QVERIFY(draft().isChanged());
        QTest::keySequence(tree(), QKeySequence::Close);
        QTRY_VERIFY(dialog<QMessageBox>(u"leavePolicy"_s) != box);
        dialog<QMessageBox>(u"leavePolicy"_s)->button(QMessageBox::Discard)->click();
        QVERIFY(!draft().isOpen());
        QCOMPARE(setting(u"ladder.aspect"_s).severity, Severity::Warning);
        for (int tab = 0; tab < details()->count(); ++tab)
            QVERIFY(details()->widget(tab)->objectName() != "policyEditor"_L1);
    }

    void nobodysWorkIsOverwritten()
    {
        const QString path = write("shared.toml", "# one\n");
        QVERIFY(choose(path));
        QVERIFY(edit());
        QVERIFY(findRule(u"ladder.aspect"_s));
        QTest::keyClick(tree(), Qt::Key_0);
        write("shared.toml", "# two\n");
        QTRY_VERIFY(m_fixture->find<QWidget>(u"policyStrip"_s)->isVisible());
        QTest::keySequence(tree(), QKeySequence::Save);
        auto* box = dialog<QMessageBox>(u"askPolicy"_s);
        QVERIFY(box);
        QCOMPARE(read(path), QByteArray("# two\n"));
        const QList<QAbstractButton*> buttons = box->buttons();
        const auto yes = std::find_if(buttons.begin(), buttons.end(),
            [box](QAbstractButton* one) { return box->buttonRole(one) == QMessageBox::AcceptRole; });
        QVERIFY(yes != buttons.end());
        (*yes)->click();
        QTRY_VERIFY(!draft().isChanged());
        QVERIFY(read(path).contains("\"ladder.aspect\" = \"off\""));
    }
};

QTEST_MAIN(TestPolicyWindow)
#include "tst_policy_window.moc"
