// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/streams/session_fixture.h"
#include "ui/streams/stream_panel.h"
#include "ui/streams/stream_table.h"
#include "ui/streams/url_life_label.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestStreamPanel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsEmpty();
    void listsBestFirst();
    void chipsFilter();
    void noMatchOffersAWayOut();
    void playsByMouseKeysAndNumbers();
    void refusesWhatCannotBePlayed_data();
    void refusesWhatCannotBePlayed();
    void columnsAreRemembered();
    void badColumnStateIsIgnored();
    void groups();
    void copies();
    void onlyCopyUrlHasTheSignature();
    void errorStandsWhereRowsWouldStand();
    void failedReloadLeavesRows();
    void statesOfAnAsset_data();
    void statesOfAnAsset();
    void urlLife();
    void renewalKeepsSelection();

private:
    template <typename T>
    T* find(const QString& name) const
    {
        T* found = m_panel->findChild<T*>(name);
        Q_ASSERT(found);
        return found;
    }
    void show();
    [[nodiscard]] StreamTable* table() const { return find<StreamTable>(u"streamTable"_s); }
    [[nodiscard]] QString definitions() const;
    [[nodiscard]] int rowWith(StreamModel::Column column, const QString& text) const;
    void trigger(const QString& action) const { find<QAction>(action)->trigger(); }
    void goTo(int row, int column = 0) { table()->setCurrentIndex(m_panel->filter().index(row, column)); }
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    [[nodiscard]] QPoint middleOf(int row) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SessionFixture> m_fixture;
    std::unique_ptr<StreamPanel> m_panel;
};

void TestStreamPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    m_fixture = std::make_unique<SessionFixture>();
    QVERIFY(m_fixture->start());
    show();
}

void TestStreamPanel::cleanup()
{
    m_panel.reset();
    m_fixture.reset();
    m_settings.reset();
    m_folder.reset();
}

void TestStreamPanel::show()
{
    m_panel = std::make_unique<StreamPanel>(m_fixture->session, *m_settings);
    m_panel->resize(900, 420);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

QString TestStreamPanel::definitions() const
{
    QStringList names;
    for (int row = 0; row < m_panel->filter().rowCount(); ++row)
        names += m_panel->filter().index(row, StreamModel::Definition).data().toString();
    return names.join(u' ');
}

int TestStreamPanel::rowWith(StreamModel::Column column, const QString& text) const
{
    for (int row = 0; row < m_panel->filter().rowCount(); ++row) {
        if (m_panel->filter().index(row, column).data().toString() == text)
            return row;
    }
    return -1;
}

QPoint TestStreamPanel::middleOf(int row) const
{
    return table()->visualRect(m_panel->filter().index(row, StreamModel::Format)).center();
}

void TestStreamPanel::startsEmpty()
{
    QVERIFY(find<QWidget>(u"streamState"_s)->findChild<QLabel*>(u"stateTitle"_s)->isVisible());
    QVERIFY(!table()->isVisible());
    QVERIFY(m_panel->selected().isEmpty());
    m_panel->playNth(1); // nothing, and no crash
}

void TestStreamPanel::listsBestFirst()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QVERIFY(table()->isVisible());
    QCOMPARE(definitions(), u"OD 4K 2K HD HD SD SD SD SD LD LD FD HQ SQ"_s);
    QCOMPARE(table()->currentIndex().row(), 0);
    QVERIFY(!m_panel->selected().isEmpty());
    // Numbers sort as numbers.
    table()->sortByColumn(StreamModel::Height, Qt::AscendingOrder);
    QCOMPARE(m_panel->filter().index(0, StreamModel::Definition).data().toString(), u"FD"_s);
}

void TestStreamPanel::chipsFilter()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    auto* sd = find<QToolButton>(u"facet_0_SD"_s);
    QCOMPARE(sd->text(), u"SD 4"_s);
    QVERIFY(!find<QToolButton>(u"clearFilter"_s)->isVisible());
    QTest::mouseClick(sd, Qt::LeftButton);
    QCOMPARE(definitions(), u"SD SD SD SD"_s);
    auto* m3u8 = find<QToolButton>(u"facet_1_m3u8"_s);
    QCOMPARE(m3u8->text(), u"m3u8 2"_s); // under the other filter
    m3u8->setFocus();
    QTest::keyClick(m3u8, Qt::Key_Space);
    QCOMPARE(definitions(), u"SD SD"_s);
    QVERIFY(m3u8->hasFocus()); // the keyboard stays where it was
    QTest::mouseClick(find<QToolButton>(u"clearFilter"_s), Qt::LeftButton);
    QCOMPARE(m_panel->filter().rowCount(), 14);
    QVERIFY(!sd->isChecked());
}

void TestStreamPanel::noMatchOffersAWayOut()
{
    QVERIFY(m_fixture->open(assets::hdrFireworks));
    find<QToolButton>(u"facet_0_HD"_s)->click();
    find<QToolButton>(u"facet_2_HLG"_s)->click();
    QVERIFY(m_panel->filter().rowCount() > 0);
    // A renewal may take the last match away.
    PlayInfoReply fresh = m_fixture->session.streams().reply();
    fresh.playInfoList.removeIf([](const PlayInfo& info) { return info.hdrType == "HLG"_L1; });
    m_fixture->session.streams().setReply(fresh, {});
    auto* noMatch = find<QWidget>(u"noMatch"_s);
    QVERIFY(noMatch->isVisible());
    noMatch->findChild<QPushButton*>(u"stateAction"_s)->click();
    QVERIFY(table()->isVisible());
}

void TestStreamPanel::playsByMouseKeysAndNumbers()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QSignalSpy asked(m_panel.get(), &StreamPanel::playRequested);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middleOf(3));
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, middleOf(3));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.last().first().value<StreamKey>(), m_panel->selected());
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(table()->currentIndex().row(), 4);
    QCOMPARE(asked.last().first().value<StreamKey>(), m_panel->selected());
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QTest::keyClick(m_panel.get(), Qt::Key_2);
    QTRY_COMPARE(asked.size(), 3);
    QCOMPARE(table()->currentIndex().row(), 1);
    m_panel->playNth(99);
    m_panel->playNth(0);
    QCOMPARE(asked.size(), 3);
    // The played one is marked for the delegate and gets the countdown.
    m_fixture->session.streams().setCurrent(m_panel->selected());
    QVERIFY(m_panel->filter().index(1, 0).data(StreamModel::CurrentRole).toBool());
}

void TestStreamPanel::refusesWhatCannotBePlayed_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("AliyunVoD") << assets::encryptedLecture << static_cast<int>(StreamModel::EncryptType)
                               << u"AliyunVoDEncryption"_s << u"Alibaba Cloud's own player"_s;
    QTest::newRow("invisible") << assets::teaHills << static_cast<int>(StreamModel::Status) << u"Invisible"_s
                               << u"hidden"_s;
}

void TestStreamPanel::refusesWhatCannotBePlayed()
{
    QFETCH(QString, asset);
    QFETCH(int, column);
    QFETCH(QString, text);
    QFETCH(QString, words);
    QVERIFY(m_fixture->open(asset));
    const int row = rowWith(static_cast<StreamModel::Column>(column), text);
    QVERIFY(row >= 0);
    QSignalSpy asked(m_panel.get(), &StreamPanel::playRequested);
    m_panel->playNth(row + 1);
    QCOMPARE(asked.size(), 0);
    auto* strip = find<QWidget>(u"streamStrip"_s);
    QVERIFY(strip->isVisible());
    QVERIFY(strip->findChild<QLabel*>(u"stripText"_s)->text().contains(words));
    m_panel->playNth(row == 0 ? 2 : 1);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!strip->isVisible());
}

void TestStreamPanel::columnsAreRemembered()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QHeaderView* header = table()->horizontalHeader();
    QVERIFY(header->isSectionHidden(StreamModel::JobId));
    auto* menu = find<QMenu>(u"columnMenu"_s);
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), static_cast<int>(StreamModel::ColumnCount) + 2);
    trigger(u"column_%1"_s.arg(StreamModel::JobId));
    trigger(u"column_%1"_s.arg(StreamModel::Width));
    header->moveSection(header->visualIndex(StreamModel::Fps), 0);
    header->resizeSection(StreamModel::Size, 222);
    table()->sortByColumn(StreamModel::Bitrate, Qt::AscendingOrder);

    m_panel.reset();
    show();
    header = table()->horizontalHeader();
    QVERIFY(!header->isSectionHidden(StreamModel::JobId));
    QVERIFY(header->isSectionHidden(StreamModel::Width));
    QCOMPARE(header->visualIndex(StreamModel::Fps), 0);
    QCOMPARE(header->sectionSize(StreamModel::Size), 222);
    QCOMPARE(header->sortIndicatorSection(), static_cast<int>(StreamModel::Bitrate));
    QCOMPARE(m_panel->filter().sortColumn(), static_cast<int>(StreamModel::Bitrate));
    QCOMPARE(m_panel->filter().sortOrder(), Qt::AscendingOrder);

    trigger(u"resetColumns"_s);
    QVERIFY(header->isSectionHidden(StreamModel::JobId));
    QCOMPARE(header->visualIndex(StreamModel::Fps), static_cast<int>(StreamModel::Fps));
    QCOMPARE(definitions().section(u' ', 0, 0), u"OD"_s);
}

void TestStreamPanel::badColumnStateIsIgnored()
{
    m_panel.reset();
    m_settings->setValue(u"streams/columns1"_s, QByteArray("\xff\x00nonsense", 10));
    m_settings->setValue(u"streams/groupBy"_s, u"rubbish"_s);
    show();
    QVERIFY(!table()->horizontalHeader()->isSectionHidden(StreamModel::Definition));
    QVERIFY(table()->horizontalHeader()->isSectionHidden(StreamModel::JobId));
}

void TestStreamPanel::groups()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    const int plain = table()->rowHeight(0);
    trigger(u"groupBy_1"_s); // Format
    QCOMPARE(table()->rowHeight(0), 2 * plain);
    QCOMPARE(table()->rowHeight(1), plain);
    QVERIFY(m_panel->filter().startsGroup(0));
    int headings = 0;
    for (int row = 0; row < m_panel->filter().rowCount(); ++row)
        headings += table()->rowHeight(row) == 2 * plain ? 1 : 0;
    QCOMPARE(headings, 3); // m3u8, mp3, mp4
    m_panel.reset();
    show(); // remembered
    QVERIFY(m_panel->filter().groupBy() == StreamFilterModel::Facet::Format);
    QCOMPARE(table()->rowHeight(0), 2 * plain);
    trigger(u"groupBy_-1"_s);
    QCOMPARE(table()->rowHeight(0), plain);
}

void TestStreamPanel::copies()
{
    QVERIFY(m_fixture->open(assets::publishedSample));
    goTo(0, StreamModel::Size);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(clipboard(), u"418112"_s);
    trigger(u"copyRows"_s);
    QVERIFY(clipboard().startsWith(u"HD\tmp4\tHDR\t418112\t20\t1024\t1080\t25"_s));
    trigger(u"copyKey"_s);
    QCOMPARE(StreamKey::fromString(clipboard()), m_panel->selected());
    trigger(u"copyCsv"_s);
    QCOMPARE(clipboard().count(u"\n"_s), 2);
    QVERIFY(clipboard().contains("HD,mp4,HDR,418112"_L1));
    trigger(u"copyJson"_s);
    const QJsonArray array = QJsonDocument::fromJson(clipboard().toUtf8()).array();
    QCOMPARE(array.size(), 1);
    QCOMPARE(array.at(0).toObject().value("Duration"_L1).toString(), u"9.0464"_s);
    trigger(u"copyUrl"_s);
    QCOMPARE(clipboard(), m_fixture->session.streams().at(0).playUrl);
}

void TestStreamPanel::onlyCopyUrlHasTheSignature()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    goTo(0, StreamModel::PlayUrl);
    table()->selectAll();
    Q_EMIT find<QMenu>(u"columnMenu"_s)->aboutToShow();
    trigger(u"column_%1"_s.arg(StreamModel::PlayUrl));
    trigger(u"column_%1"_s.arg(StreamModel::FileUrl));
    for (const QString& action : { u"copyValue"_s, u"copyRows"_s, u"copyCsv"_s, u"copyJson"_s, u"copyKey"_s }) {
        QGuiApplication::clipboard()->clear();
        trigger(action);
        QVERIFY(!clipboard().isEmpty());
        for (int row = 0; row < 14; ++row) {
            const QUrl url(m_fixture->session.streams().at(row).playUrl);
            QVERIFY2(!clipboard().contains(url.query().section(u'=', 1).left(40)), qPrintable(action));
            QVERIFY2(!clipboard().contains("auth_key=1"_L1), qPrintable(action));
        }
    }
    trigger(u"copyUrl"_s);
    QVERIFY(clipboard().contains("auth_key=1"_L1));
}

void TestStreamPanel::errorStandsWhereRowsWouldStand()
{
    m_fixture->setFault(u"forbidden"_s);
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QVERIFY(!table()->isVisible());
    auto* state = find<QWidget>(u"streamState"_s);
    QVERIFY(state->findChild<QLabel*>(u"stateText"_s)->isVisible());
    QVERIFY(!state->findChild<QLabel*>(u"stateAdvice"_s)->text().isEmpty());
    QVERIFY(state->findChild<QLabel*>(u"stateDetails"_s)->text().contains(m_fixture->session.error().requestId));
    m_fixture->setFault({});
    QTest::mouseClick(state->findChild<QPushButton*>(u"stateAction"_s), Qt::LeftButton);
    QVERIFY(m_fixture->settle());
    QVERIFY(table()->isVisible());
}

void TestStreamPanel::failedReloadLeavesRows()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    goTo(5);
    const StreamKey chosen = m_panel->selected();
    m_fixture->setFault(u"forbidden"_s);
    m_fixture->session.reload();
    QVERIFY(table()->isVisible());
    QVERIFY(m_fixture->settle());
    QVERIFY(table()->isVisible());
    QCOMPARE(m_panel->filter().rowCount(), 14);
    auto* strip = find<QWidget>(u"streamStrip"_s);
    QVERIFY(strip->isVisible());
    m_fixture->setFault({});
    strip->findChild<QPushButton*>(u"stripAction"_s)->click();
    QVERIFY(m_fixture->settle());
    QVERIFY(!strip->isVisible());
    QCOMPARE(m_panel->selected(), chosen);
}

void TestStreamPanel::statesOfAnAsset_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<QString>("words");
    QTest::newRow("preparing") << assets::trailer << u"preparing"_s;
    QTest::newRow("init") << assets::upload << u"not there yet"_s;
    QTest::newRow("failed") << assets::damaged << u"could not prepare"_s;
}

void TestStreamPanel::statesOfAnAsset()
{
    QFETCH(QString, asset);
    QFETCH(QString, words);
    QVERIFY(m_fixture->open(assets::cityNightDrive)); // whose rows must be gone
    QVERIFY(m_fixture->open(asset));
    QVERIFY(!table()->isVisible());
    auto* state = find<QWidget>(u"streamState"_s);
    QVERIFY(state->findChild<QLabel*>(u"stateTitle"_s)->text().contains(words));
    QVERIFY(state->findChild<QLabel*>(u"stateText"_s)->isVisible());
    const qsizetype calls = m_fixture->calls();
    state->findChild<QPushButton*>(u"stateAction"_s)->click();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->calls(), calls + 1);
}

void TestStreamPanel::urlLife()
{
    auto* life = find<UrlLifeLabel>(u"urlLife"_s);
    QVERIFY(!life->isVisible());
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QCOMPARE(life->life(), UrlLifeLabel::Life::Valid);
    QVERIFY(life->text().startsWith("Link "_L1));
    QVERIFY(life->toolTip().contains("auth_key"_L1));
    m_fixture->clock.pass(3600 - 200);
    QTRY_COMPARE(life->life(), UrlLifeLabel::Life::Ending);
    m_fixture->clock.pass(300);
    QTRY_COMPARE(life->life(), UrlLifeLabel::Life::Expired);
    QCOMPARE(life->text(), u"Link expired"_s);
}

void TestStreamPanel::renewalKeepsSelection()
{
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QSignalSpy changes(m_panel.get(), &StreamPanel::selectionChanged);
    goTo(7, StreamModel::Bitrate);
    const StreamKey chosen = m_panel->selected();
    QCOMPARE(changes.size(), 1);
    m_fixture->session.reload();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_panel->selected(), chosen);
    QCOMPARE(table()->currentIndex().column(), static_cast<int>(StreamModel::Bitrate));
    QCOMPARE(changes.size(), 1);
    m_panel->select(m_fixture->session.streams().key(0));
    QCOMPARE(m_panel->selected(), m_fixture->session.streams().key(0));
}

QTEST_MAIN(TestStreamPanel)
#include "tst_stream_panel.moc"
