// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check_hand.h"
#include "quality/ledger_model.h"
#include "streams/asset_session.h"
#include "ui/quality/ledger_view.h"
#include "ui/quality/matrix_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace

//! What leaves a check: reports and copies; and what else may happen while one runs. In the real window.
class TestCheckHands final : public QObject {
    Q_OBJECT

    std::unique_ptr<CheckHand> m_hand;
    const QString m_title = u"Bitrate half of what Size says"_s;

    [[nodiscard]] CheckSession& session() { return m_hand->session(); }
    //! Ctrl+Shift+S, and the dialog that it opens.
    [[nodiscard]] QFileDialog* askForReport()
    {
        m_hand->window().activateWindow(); // again, after a dialog
        if (!QTest::qWaitForWindowActive(&m_hand->window()))
            return nullptr;
        m_hand->key(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QFileDialog* dialog = nullptr;
        const auto isThere = [&] {
            dialog = m_hand->window().findChild<QFileDialog*>(u"reportDialog"_s);
            return dialog && dialog->isVisible();
        };
        return QTest::qWaitFor(isThere, 5000) ? dialog : nullptr;
    }
    [[nodiscard]] bool saveAs(const QString& path)
    {
        QFileDialog* dialog = askForReport();
        if (!dialog)
            return false;
        for (const QString& filter : dialog->nameFilters()) {
            if (filter.contains(u"*."_s + QFileInfo(path).suffix() + u')'))
                dialog->selectNameFilter(filter);
        }
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        return QTest::qWaitFor([this] { return !m_hand->window().findChild<QFileDialog*>(u"reportDialog"_s); }, 5000);
    }
    [[nodiscard]] QString stripText()
    {
        const auto* strip = m_hand->find<QWidget>("checkStrip");
        return strip->isVisible() ? strip->findChild<QLabel*>(u"stripText"_s)->text() : QString();
    }
    static bool choose(QWidget* parent, const char* menuName, const QString& text)
    {
        auto* menu = parent->findChild<QMenu*>(QString::fromLatin1(menuName));
        for (QAction* action : menu ? menu->actions() : QList<QAction*>()) {
            if (action->text() == text && action->isEnabled()) {
                action->trigger();
                menu->close();
                return true;
            }
        }
        return false;
    }

private Q_SLOTS:
    void init() { m_hand = std::make_unique<CheckHand>(); }
    void cleanup() { m_hand.reset(); }

    void aReportInEachFormat()
    {
        QVERIFY(!m_hand->find<QAction>("exportReport")->isEnabled()); // nothing is checked
        QVERIFY(m_hand->check(m_title));
        const QString id = session().mediaId();
        QTemporaryDir folder;
        for (const QString& suffix : { u"html"_s, u"json"_s, u"csv"_s, u"xml"_s }) {
            const QString path = folder.filePath(u"report."_s + suffix);
            QVERIFY(saveAs(path));
            QTRY_VERIFY2(stripText().contains(path), qPrintable(stripText()));
            const QByteArray text = contentsOf(path);
            QVERIFY2(text.contains(id.toUtf8()) && text.contains("declared.bitrate-size"), qPrintable(path));
            QVERIFY(!text.contains("auth_key")); // no link leaves with its signature
        }
        const QJsonObject json = QJsonDocument::fromJson(contentsOf(folder.filePath(u"report.json"_s))).object();
        const QJsonArray assets = json.value("assets"_L1).toArray();
        QCOMPARE(assets.size(), 1);
        QCOMPARE(assets.at(0).toObject().value("mediaId"_L1).toString(), id);
        QXmlStreamReader xml(contentsOf(folder.filePath(u"report.xml"_s)));
        int cases = 0;
        while (!xml.atEnd())
            cases += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "testcase"_L1 ? 1 : 0;
        QVERIFY2(!xml.hasError() && cases > 0, qPrintable(xml.errorString()));
        const QList<QByteArray> lines = contentsOf(folder.filePath(u"report.csv"_s)).split('\n');
        QVERIFY(lines.size() > session().judgement().findings.size()); // and a heading
        QVERIFY(contentsOf(folder.filePath(u"report.html"_s)).contains("</html>"));
    }

    void aDeepReportShowsTheEvidence()
    {
        QVERIFY(m_hand->check(u"Black for 1.5 s"_s, true));
        const QHash<QString, QByteArray> pictures = session().result().thumbnails;
        QVERIFY(!pictures.isEmpty());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"deep.html"_s);
        QVERIFY(saveAs(path));
        QTRY_VERIFY2(stripText().contains(path), qPrintable(stripText()));
        QVERIFY(contentsOf(path).contains("<img ") && contentsOf(path).contains(pictures.cbegin()->toBase64()));
        // One rendition alone takes its own anew and leaves those of the others.
        const QString black = session().sheet().streams.at(0).key;
        session().start(true, black);
        QVERIFY(m_hand->waitForEnd());
        QCOMPARE(session().result().thumbnails, pictures);
        session().start(false, black); // nothing was decoded this time: nothing is shown of the time before
        QVERIFY(m_hand->waitForEnd());
        for (const QString& key : session().result().thumbnails.keys())
            QVERIFY(!key.startsWith(black + u'@'));
    }

    void theSuffixFollowsTheFormat()
    {
        QVERIFY(m_hand->check(m_title));
        QTemporaryDir folder;
        QFileDialog* dialog = askForReport();
        QVERIFY(dialog);
        dialog->setDirectory(folder.path());
        dialog->selectNameFilter(dialog->nameFilters().at(1));
        Q_EMIT dialog->filterSelected(dialog->nameFilters().at(1)); // as a person does
        dialog->selectFile(u"plain"_s);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(QFile::exists(folder.filePath(u"plain.json"_s)));
        QTRY_VERIFY(!QJsonDocument::fromJson(contentsOf(folder.filePath(u"plain.json"_s))).isNull());
    }

    void whereNothingCanBeWrittenNothingIsLost()
    {
        QVERIFY(m_hand->check(m_title));
        const Judgement before = session().judgement();
        QTemporaryDir folder;
        const QString gone = folder.filePath(u"gone"_s);
        QVERIFY(saveAs(gone + u"/report.html"_s));
        QTRY_VERIFY(!stripText().isEmpty());
        QVERIFY2(!stripText().contains(u"saved"_s), qPrintable(stripText()));
        QVERIFY(!QFile::exists(gone));
        QCOMPARE(session().state(), CheckSession::State::Checked);
        QVERIFY(session().judgement().findings == before.findings);
        // "Try again" asks where to once more.
        m_hand->find<QWidget>("checkStrip")->findChild<QAbstractButton*>(u"stripAction"_s)->click();
        QTRY_VERIFY(m_hand->window().findChild<QFileDialog*>(u"reportDialog"_s));
        QVERIFY(QDir().mkdir(gone));
        auto* dialog = m_hand->window().findChild<QFileDialog*>(u"reportDialog"_s);
        dialog->selectFile(gone + u"/report.html"_s);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(stripText().contains(gone));
        QVERIFY(contentsOf(gone + u"/report.html"_s).contains("</html>"));
    }

    void findingsAreCopied()
    {
        QVERIFY(m_hand->check(m_title));
        QVERIFY(m_hand->show<QWidget>("detailsPanel", "findingsView"));
        auto* list = m_hand->find<QListView>("findingsList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard().split(u'\n').size(), list->model()->rowCount());
        QVERIFY(clipboard().contains(u"declared.bitrate-size\t"_s));
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        for (const QString& part : { u"declared.bitrate-size"_s, session().mediaId(), m_title, u"LD mp4"_s,
                 u"Declared: "_s, u"Measured: "_s, u"Policy: default"_s })
            QVERIFY2(clipboard().contains(part), qPrintable(clipboard()));
    }

    void theLedgerIsCopied()
    {
        QVERIFY(m_hand->check(m_title));
        QVERIFY(m_hand->show<QWidget>("detailsPanel", "ledgerView"));
        auto* table = m_hand->find<QTableView>("ledgerTable");
        QTRY_VERIFY(table->isVisible());
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboard().split(u'\t').size(), int(LedgerModel::ColumnCount));
        QCOMPARE(clipboard().section(u'\t', 0, 0), table->model()->index(0, 0).data().toString());
        Q_EMIT table->customContextMenuRequested({ 5, 5 });
        auto* view = m_hand->find<LedgerView>("ledgerView");
        QVERIFY(choose(view, "ledgerMenu", u"Copy all, for a spreadsheet"_s));
        QCOMPARE(clipboard().split(u'\n').size(), table->model()->rowCount() + 1);
        QVERIFY(clipboard().startsWith(u"Field\tDeclared\tContainer\tDecoded\t"_s));
        QTRY_VERIFY(!view->findChild<QMenu*>(u"ledgerMenu"_s));
        Q_EMIT table->customContextMenuRequested({ 5, 5 });
        QVERIFY(choose(view, "ledgerMenu", u"Copy all as Markdown"_s));
        QCOMPARE(clipboard().split(u'\n').size(), table->model()->rowCount() + 2);
        QVERIFY(clipboard().contains(u"\n|---|---|---|---|---|\n"_s));
        // Enter on a difference leads to its finding.
        int row = 0;
        while (
            row < table->model()->rowCount() && !table->model()->index(row, 0).data(LedgerModel::DiffersRole).toBool())
            ++row;
        QVERIFY(row < table->model()->rowCount());
        table->setCurrentIndex(table->model()->index(row, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(m_hand->find<QTabWidget>("detailsPanel")->currentWidget()->objectName(), u"findingsView"_s);
    }

    void onlyFailuresByKey()
    {
        QVERIFY(m_hand->check(m_title));
        auto* matrix = m_hand->find<MatrixView>("checkMatrix");
        const int all = m_hand->model()->rowCount();
        matrix->setFocus();
        QTest::keyClick(matrix, Qt::Key_F);
        const int few = m_hand->model()->rowCount();
        QVERIFY(few > 0 && few < all);
        for (int row = 0; row < few; ++row) {
            int worst = 0;
            for (int column = 0; column < m_hand->model()->columnCount(); ++column)
                worst = std::max(worst, m_hand->model()->index(row, column).data(CheckMatrixModel::MarkRole).toInt());
            QVERIFY(worst >= int(CheckMark::Warning));
        }
        QVERIFY(m_hand->find<QAbstractButton>("onlyFailuresChip")->isChecked());
        m_hand->fixture().restart(); // remembered
        QVERIFY(m_hand->find<QAbstractButton>("onlyFailuresChip")->isChecked());
        QVERIFY(m_hand->check(m_title));
        QCOMPARE(m_hand->model()->rowCount(), few);
    }

    void anotherAssetWhileACheckRuns()
    {
        QVERIFY(m_hand->fixture().openAsset(m_title));
        sandbox::Faults faults;
        faults.hangMedia = true;
        m_hand->fixture().setFaults(faults);
        m_hand->key(Qt::Key_V);
        QTRY_VERIFY(session().progress().total > 0);
        QVERIFY(m_hand->fixture().openAsset(u"EncryptType without Encrypt"_s));
        QCOMPARE(session().state(), CheckSession::State::NotChecked);
        QVERIFY(!m_hand->find<QWidget>("checkPanel")->findChild<QWidget*>(u"checkProgress"_s)->isVisible());
        QCOMPARE(m_hand->model()->rowCount(), 0); // nothing of the other one
        m_hand->fixture().setFaults({});
        m_hand->key(Qt::Key_V);
        QVERIFY(m_hand->waitForEnd());
        QCOMPARE(session().sheet().mediaId, session().mediaId());
        QCOMPARE(session().sheet().media.title, u"EncryptType without Encrypt"_s);
    }

    void anotherAccountWhileACheckRuns()
    {
        QVERIFY(m_hand->fixture().openAsset(m_title));
        sandbox::Faults faults;
        faults.hangMedia = true;
        m_hand->fixture().setFaults(faults);
        m_hand->key(Qt::Key_V, Qt::ShiftModifier);
        QTRY_VERIFY(session().progress().total > 0);
        m_hand->find<QAction>("menuDemo")->trigger();
        QTRY_COMPARE(session().state(), CheckSession::State::Empty);
        QVERIFY(session().sheet().streams.isEmpty() && session().judgement().findings.isEmpty());
        QVERIFY(!m_hand->find<QAction>("check")->isEnabled());
        QVERIFY(m_hand->check(u"Harbour at dawn"_s)); // of the demo
        QCOMPARE(session().sheet().media.title, u"Harbour at dawn"_s);
    }
};

QTEST_MAIN(TestCheckHands)
#include "tst_check_hands.moc"
