// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "streams/asset_session.h"
#include "window_fixture.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QTest>
#include <QToolButton>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! Searching as a person does it, on the real window and a real sandbox.
class TestSearchWindow final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsAndFieldsFind_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("titles");
        QTest::newRow("title") << u"alpine"_s << QStringList { u"Alpine time-lapse"_s };
        QTest::newRow("description") << u"clouds"_s << QStringList { u"Alpine time-lapse"_s };
        QTest::newRow("two words, other case") << u"DUSK city"_s << QStringList { u"City night drive"_s };
        QTest::newRow("a quote") << u"city'night dusk"_s << QStringList { u"City night drive"_s };
        QTest::newRow("a phrase") << u"\"harbour at\""_s << QStringList { u"Harbour at dawn"_s };
        QTest::newRow("tag") << u"tag:timelapse"_s << QStringList { u"Alpine time-lapse"_s };
        QTest::newRow("category") << u"cat:4242"_s << QStringList { u"Football, 2nd half"_s };
        QTest::newRow("status") << u"status:preparefail"_s << QStringList { u"Damaged master"_s };
        QTest::newRow("type and word") << u"type:text city"_s << QStringList { u"City night drive, subtitles"_s };
        QTest::newRow("chinese") << u"tag:航拍"_s << QStringList { u"茶山春色"_s };
    }

    void wordsAndFieldsFind()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, titles);
        WindowFixture fixture;
        begin(fixture);
        type(text); // and waits: no Enter
        QTRY_COMPARE_WITH_TIMEOUT(found(), titles, 10'000);
        QVERIFY(!fixture.find<QWidget>(u"searchProblem"_s)->isVisible());
    }

    void typingAsksOnceItRestsAndEscGivesAllBack()
    {
        WindowFixture fixture;
        begin(fixture);
        const auto searches = [&] { return fixture.server().requestLog().filter(u"SearchMedia"_s).size(); };
        const QStringList all = found();
        fixture.window().resize(1024, 640);
        auto* view = fixture.find<QAbstractItemView>(u"assetView"_s);
        view->scrollTo(fixture.workspace().library().index(10, 0), QAbstractItemView::PositionAtTop);
        const int offset = view->verticalScrollBar()->value();
        QVERIFY(offset > 0);
        QTest::keyClicks(m_field, u"harbour"_s);
        QCOMPARE(searches(), 0); // not for every letter
        QTRY_COMPARE(found().size(), 2);
        QVERIFY2(searches() <= 3, qPrintable(QString::number(searches()))); // one for each kind of type
        QTest::keyClick(m_field, Qt::Key_Escape);
        QTRY_COMPARE(found(), all);
        QVERIFY(m_field->text().isEmpty());
        QTRY_COMPARE(view->verticalScrollBar()->value(), offset); // where one was before
    }

    void completesByKeyboardAlone()
    {
        WindowFixture fixture;
        begin(fixture);
        auto* list = fixture.find<QListWidget>(u"searchChoiceList"_s);
        QTest::keyClicks(m_field, u"sta"_s);
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(m_field, Qt::Key_Tab);
        QCOMPARE(m_field->text(), u"status:"_s);
        QVERIFY(m_field->hasFocus() && list->isVisible());
        QTest::keyClick(m_field, Qt::Key_Down);
        QTest::keyClick(m_field, Qt::Key_Down);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_field->text(), u"status:Preparing "_s);
        QTRY_COMPARE(found(), QStringList { u"Trailer v3"_s });

        QTest::keyClick(m_field, Qt::Key_Escape);
        m_field->setFocus();
        QTRY_VERIFY(found().size() > 2);
        QTest::keyClicks(m_field, u"tag:tim"_s);
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(m_field, Qt::Key_Tab);
        QCOMPARE(m_field->text(), u"tag:timelapse "_s);
    }

    void enterMeansWhatWasTyped()
    {
        WindowFixture fixture;
        begin(fixture);
        auto* list = fixture.find<QListWidget>(u"searchChoiceList"_s);
        QTest::keyClicks(m_field, u"st"_s); // "status:" is on offer
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_field->text(), u"st"_s);
        QVERIFY(!list->isVisible());
        QCOMPARE(fixture.workspace().library().query().words, QStringList { u"st"_s });
    }

    void categoriesAreFoundByName()
    {
        WindowFixture fixture;
        begin(fixture);
        QTest::keyClicks(m_field, u"cat:Ci"_s);
        QTRY_VERIFY(fixture.workspace().categories().names().contains(u"City"_s));
        QTest::keyClick(m_field, Qt::Key_T); // completes with what has come
        QTRY_VERIFY(fixture.find<QListWidget>(u"searchChoiceList"_s)->isVisible());
        QTest::keyClick(m_field, Qt::Key_Tab);
        QCOMPARE(m_field->text(), u"cat:City "_s);
        QTRY_COMPARE(fixture.workspace().library().query().cateId, std::optional<qint64>(4211));
    }

    void aMistakeIsSaidAtTheFieldAndTheLibraryStays()
    {
        WindowFixture fixture;
        begin(fixture);
        const QStringList all = found();
        QTest::keyClicks(m_field, u"status:nonsense"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        auto* problem = fixture.find<QWidget>(u"searchProblem"_s);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->findChild<QLabel*>(u"searchProblemText"_s)->text().contains(u"status:nonsense"_s));
        QCOMPARE(m_field->text(), u"status:nonsense"_s);
        QCOMPARE(found(), all);
        QTest::keyClick(m_field, Qt::Key_Backspace);
        QVERIFY(!problem->isVisible());
    }

    void expertModeShowsTheExpressionAndARefusalIsSaidAtTheField()
    {
        WindowFixture fixture;
        begin(fixture);
        QTest::keyClicks(m_field, u"alpine"_s);
        QTRY_COMPARE(found().size(), 1);
        QTest::keyClick(&fixture.window(), Qt::Key_M, Qt::ControlModifier);
        QTRY_VERIFY(m_field->text().contains(u"title = 'alpine'"_s));

        m_field->selectAll();
        QTest::keyClicks(m_field, u"title = 'alpine"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        auto* problem = fixture.find<QWidget>(u"searchProblem"_s);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->findChild<QLabel*>(u"searchProblemText"_s)->text().contains(u"Match"_s));
        QVERIFY(problem->findChild<QLabel*>(u"searchProblemSmall"_s)->text().contains(u"RequestId"_s));
        QTest::mouseClick(problem->findChild<QToolButton*>(u"searchProblemCopy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"RequestId"_s));
        QCOMPARE(m_field->text(), u"title = 'alpine"_s);

        m_field->setFocus();
        QTest::keyClicks(m_field, u"' or x"_s); // still wrong, and not asked before Enter
        QTest::keyClick(m_field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(m_field, u"tagList in ('dawn')"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_COMPARE(found(), QStringList { u"Harbour at dawn"_s });
        QVERIFY(!problem->isVisible());

        QTest::keyClick(&fixture.window(), Qt::Key_M, Qt::ControlModifier); // back to the words
        QTRY_COMPARE(m_field->text(), u"alpine"_s);
        QTRY_COMPARE(found(), QStringList { u"Alpine time-lapse"_s });
    }

    void theTextOutweighsTheChipsUntilOneIsChanged()
    {
        WindowFixture fixture;
        begin(fixture);
        auto* audio = fixture.find<QToolButton>(u"libraryType_audio"_s);
        auto* video = fixture.find<QToolButton>(u"libraryType_video"_s);
        QTest::keyClicks(m_field, u"type:audio podcast"_s);
        QTRY_COMPARE(found(), QStringList { u"Podcast 112 (audio)"_s });
        QTRY_VERIFY(audio->isChecked()); // the chips show what is in force
        QTest::mouseClick(video, Qt::LeftButton);
        QCOMPARE(m_field->text(), u"podcast"_s); // that piece has left the text
        QTRY_COMPARE(fixture.workspace().library().query().mediaType, u"video"_s);
        QCOMPARE(fixture.workspace().library().query().words, QStringList { u"podcast"_s });
        QTRY_VERIFY(found().isEmpty());
        QTest::keyClick(m_field, Qt::Key_Escape);
        QTRY_VERIFY(!found().isEmpty());
        QVERIFY(video->isChecked());
        QCOMPARE(fixture.workspace().library().query().mediaType, u"video"_s);
    }

    void recentSearchesComeBackWithDownAndHoldNoIds()
    {
        WindowFixture fixture;
        begin(fixture);
        QTest::keyClicks(m_field, u"alpine"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_COMPARE(found().size(), 1);
        m_field->selectAll();
        QTest::keyClicks(m_field, u"5c1fd2e0a7b94c3d8e6f1029384756aa"_s);
        QTest::keyClick(m_field, Qt::Key_Return);
        QTRY_COMPARE(fixture.workspace().session().mediaBase().title, u"Harbour at dawn"_s);
        QTest::keyClick(m_field, Qt::Key_Escape);
        m_field->setFocus();
        QTest::keyClick(m_field, Qt::Key_Down);
        auto* list = fixture.find<QListWidget>(u"searchChoiceList"_s);
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(list->count(), 1);
        QTest::keyClick(m_field, Qt::Key_Return);
        QCOMPARE(m_field->text(), u"alpine"_s);
        QTRY_COMPARE(found().size(), 1);
        for (const QString& key : QSettings().allKeys()) // an account of the environment leaves no trace
            QVERIFY2(!key.startsWith(u"search"_s), qPrintable(key));
    }

    void helpNamesFieldsAndOperators()
    {
        WindowFixture fixture;
        begin(fixture);
        fixture.find<QAction>(u"searchExpert"_s)->trigger();
        fixture.find<QAction>(u"searchHelp"_s)->trigger();
        auto* help = fixture.find<QWidget>(u"matchHelp"_s);
        QVERIFY(help->isVisible());
        QStringList words;
        for (const auto* label : help->findChildren<QLabel*>())
            words << label->text();
        for (const auto& name : { "title", "tagList", "cateId", "mediaId", "mediaType", "status", "utcCreate", "or" })
            QVERIFY2(words.join(u' ').contains(QLatin1StringView(name)), name);
        QTest::keyClick(m_field, Qt::Key_Escape);
        QVERIFY(!help->isVisible());
    }

private:
    //! Connects, waits for the library and puts the cursor into the field, as "/" does.
    void begin(WindowFixture& fixture)
    {
        m_fixture = &fixture;
        fixture.start();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.workspace().library().isComplete(), 20'000);
        QTRY_VERIFY(fixture.workspace().library().rowCount() > 10);
        m_field = fixture.find<QLineEdit>(u"searchField"_s);
        QTest::keyClick(&fixture.window(), Qt::Key_Slash);
        QTRY_VERIFY(m_field->hasFocus());
    }

    //! keyClicks() knows ASCII alone.
    void type(const QString& text)
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(m_field, QKeySequence::Paste);
    }

    //! Titles of the library, once the answer is there.
    QStringList found() const
    {
        QStringList titles;
        const AssetListModel& library = m_fixture->workspace().library();
        for (int row = 0; row < library.loadedCount(); ++row)
            titles << library.at(row).title;
        return library.state() == AssetListModel::State::Loading ? QStringList { u"…"_s } : titles;
    }

    WindowFixture* m_fixture = nullptr;
    QLineEdit* m_field = nullptr;
};

QTEST_MAIN(TestSearchWindow)
#include "tst_search_window.moc"
