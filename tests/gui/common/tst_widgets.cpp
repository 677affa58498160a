// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipping.h"

#include "ui/common/fonts.h"
#include "ui/common/state_view.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

Error sampleError()
{
    Error error;
    error.kind = ErrorKind::Permission;
    error.code = u"Forbidden.RAM"_s;
    error.message = u"This account may not call GetPlayInfo."_s;
    error.advice = u"Ask an administrator to grant ice:GetPlayInfo to this RAM user."_s;
    error.requestId = u"2E1F4F0A-0000-1111-2222-333344445555"_s;
    error.httpStatus = 403;
    return error;
}

template <typename T>
T* child(QWidget& parent, const QString& name)
{
    return parent.findChild<T*>(name);
}

} // namespace

class TestWidgets final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        m_theme = std::make_unique<Theme>(*qApp, *m_settings);
    }

    void errorShowsCauseAdviceAndDetails()
    {
        StateView view;
        view.resize(700, 500);
        int tried = 0;
        view.showError(u"The streams could not be listed"_s, sampleError(), [&tried] { ++tried; });
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(child<QLabel>(view, u"stateText"_s)->text(), sampleError().message);
        QCOMPARE(child<QLabel>(view, u"stateAdvice"_s)->text(), sampleError().advice);
        auto* details = child<QLabel>(view, u"stateDetails"_s);
        QVERIFY(!details->isVisible());
        QTest::mouseClick(child<QToolButton>(view, u"stateToggleDetails"_s), Qt::LeftButton);
        QVERIFY(details->isVisible());
        QVERIFY(details->text().contains(sampleError().requestId));

        QTest::mouseClick(child<QToolButton>(view, u"stateCopy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(sampleError().requestId));
        auto* action = child<QPushButton>(view, u"stateAction"_s);
        QCOMPARE(action->text(), u"Try again"_s);
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(tried, 1);
    }

    void wordsStayWhereThereIsNoRoomForTheIcon()
    {
        StateView view;
        view.resize(600, 300);
        view.showEmpty(
            u"film"_s, u"Not decoded yet"_s, u"A deep check decodes each rendition once."_s, u"Check"_s, [] {});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto* icon = child<QLabel>(view, u"stateIcon"_s);
        auto* action = child<QPushButton>(view, u"stateAction"_s);
        QVERIFY(icon->isVisible());
        const int withIcon = action->mapTo(&view, QPoint(0, action->height())).y();
        view.setMinimumHeight(1); // as a zone that a person drags does
        view.layout()->setSizeConstraint(QLayout::SetNoConstraint);
        view.resize(600, withIcon / 2);
        QVERIFY(!icon->isVisible());
        QTRY_VERIFY(action->mapTo(&view, QPoint(0, action->height())).y() <= view.height());
        view.resize(600, 300);
        QVERIFY(icon->isVisible());
    }

    void actionMayReplaceTheView()
    {
        StateView view;
        view.showError(u"First"_s, sampleError(), [&view] { view.showEmpty(u"film"_s, u"Second"_s, {}); });
        view.show();
        QTest::mouseClick(child<QPushButton>(view, u"stateAction"_s), Qt::LeftButton);
        QCOMPARE(child<QLabel>(view, u"stateTitle"_s)->text(), u"Second"_s);
        QVERIFY(!child<QPushButton>(view, u"stateAction"_s)->isVisible());
    }

    void serverTextIsNotRichText()
    {
        StateView view;
        Error error = sampleError();
        error.message = u"<b>bold</b>"_s;
        view.showError(u"<i>x</i>"_s, error, {});
        QCOMPARE(child<QLabel>(view, u"stateText"_s)->textFormat(), Qt::PlainText);
        QCOMPARE(child<QLabel>(view, u"stateTitle"_s)->textFormat(), Qt::PlainText);
        ErrorStrip strip;
        QCOMPARE(child<QLabel>(strip, u"stripText"_s)->textFormat(), Qt::PlainText);
    }

    void loadingWaitsBeforeItShows()
    {
        StateView view;
        view.showLoading(u"Asking the service…"_s);
        view.show();
        QVERIFY(!child<QLabel>(view, u"stateTitle"_s)->isVisible());
        QTRY_VERIFY(child<QLabel>(view, u"stateTitle"_s)->isVisible());
    }

    void stripCanBeDismissedAndRetried()
    {
        ErrorStrip strip;
        int tried = 0;
        strip.showError(sampleError(), [&tried] { ++tried; });
        strip.resize(600, 60);
        strip.show();
        QTest::mouseClick(child<QPushButton>(strip, u"stripAction"_s), Qt::LeftButton);
        QCOMPARE(tried, 1);
        QVERIFY(!strip.isVisible());
        strip.showNote(u"This PC's clock is 2 minutes off."_s);
        QVERIFY(strip.isVisible());
        QVERIFY(!child<QPushButton>(strip, u"stripAction"_s)->isVisible());
        QTest::mouseClick(child<QToolButton>(strip, u"stripClose"_s), Qt::LeftButton);
        QVERIFY(!strip.isVisible());
    }

    void copyLabelElidesInTheMiddleAndCopiesAll()
    {
        CopyLabel label;
        label.setMonospace(true);
        const QString id = u"86434e15a9f34e8fb3e6b0574439fe11"_s;
        label.setText(id);
        label.resize(140, 24);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        const QString shown = label.findChild<QLabel*>()->text();
        QVERIFY2(shown.contains(u'…') && shown.startsWith(u"86") && shown.endsWith(u"11"), qPrintable(shown));
        QVERIFY(label.toolTip().contains(id));
        QTest::mouseClick(label.findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), id);
        label.resize(label.sizeHint());
        QTRY_COMPARE(label.findChild<QLabel*>()->text(), id);
        QVERIFY(label.toolTip().isEmpty());
    }

    void copyLabelShowsNoMarkupOnHover()
    {
        CopyLabel label;
        const QString hostile = u"<img src='file:///etc/passwd'><b>a name that is much too long for its place</b>"_s;
        label.setText(hostile);
        label.resize(140, 24);
        label.show();
        QTRY_VERIFY(!label.toolTip().isEmpty());
        QTextDocument shown;
        shown.setHtml(label.toolTip());
        QCOMPARE(shown.toPlainText(), hostile);
    }

    void errorsFitANarrowZone_data()
    {
        QTest::addColumn<double>("scale");
        QTest::newRow("usual") << 1.0;
        QTest::newRow("200 %") << 2.0;
    }

    void errorsFitANarrowZone()
    {
        QFETCH(const double, scale);
        const int width = int(292 * scale);
        QFont font = qApp->font();
        font.setPointSizeF(font.pointSizeF() * scale);
        QWidget zone;
        zone.setFont(font);
        auto* column = new QVBoxLayout(&zone);
        column->setContentsMargins(0, 0, 0, 0);
        auto* strip = new ErrorStrip;
        auto* view = new StateView;
        column->addWidget(strip);
        column->addWidget(view, 1);
        strip->showError(sampleError(), [] {});
        view->showError(u"The library could not be loaded"_s, sampleError(), [] {});
        zone.resize(width, int(700 * scale));
        zone.show();
        QVERIFY(QTest::qWaitForWindowExposed(&zone));
        QCOMPARE(zone.width(), width);
        QTRY_VERIFY2(clippedTexts(&zone).isEmpty(), qPrintable(clippedTexts(&zone).join(u'\n')));
    }

    void iconButtonTellsItsShortcut()
    {
        QAction action(u"&Mute"_s);
        action.setShortcut(Qt::Key_M);
        IconButton button(&action);
        QCOMPARE(button.toolTip(), u"Mute (M)"_s);
        QCOMPARE(button.accessibleName(), u"Mute"_s);
        action.setText(u"Unmute"_s);
        QCOMPARE(button.toolTip(), u"Unmute (M)"_s);
    }

    void nothingIsClippedAtTwiceTheFont()
    {
        QFont large = qApp->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        QWidget window;
        window.setFont(large);
        auto* column = new QVBoxLayout(&window);
        auto* view = new StateView;
        auto* strip = new ErrorStrip;
        column->addWidget(strip);
        column->addWidget(view, 1);
        view->showError(u"账号没有权限执行此操作，无法列出该媒资的播放流"_s, sampleError(), [] {});
        strip->showError(sampleError(), [] {});
        window.resize(900, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTRY_VERIFY2(clippedTexts(&window).isEmpty(), qPrintable(clippedTexts(&window).join(u'\n')));

        QLabel narrow(u"A label that does not fit"_s, &window);
        narrow.setGeometry(0, 0, 20, 10);
        narrow.show();
        QVERIFY(!clippedTexts(&window).isEmpty()); // the helper itself can fail
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
