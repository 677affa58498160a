// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/asset_details.h"
#include "tests/integration/streams/session_fixture.h"
#include "ui/common/widgets.h"
#include "ui/streams/asset_header.h"
#include "ui/streams/details_panel.h"
#include "ui/streams/stream_panel.h"
#include "ui/streams/value_row.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestStreamDetails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void header();
    void headerOfAFailure();
    void declaredValues();
    void everyValueCanBeCopied();
    void oddities();
    void request();
    void failedRequest();
    void hostileTextStaysText();

private:
    std::unique_ptr<SessionFixture> m_fixture;
};

namespace {

QString valueOf(const QWidget& panel, const QString& field)
{
    const auto* row = panel.findChild<ValueRow*>(u"value_"_s + field);
    return row ? row->value() : u"no such row"_s;
}

} // namespace

void TestStreamDetails::init()
{
    m_fixture = std::make_unique<SessionFixture>();
    QVERIFY(m_fixture->start());
}

void TestStreamDetails::header()
{
    AssetHeader header(m_fixture->session);
    header.resize(900, 40);
    header.show();
    auto* title = header.findChild<CopyLabel*>(u"assetTitle"_s);
    QCOMPARE(title->text(), u"No asset open"_s);
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QCOMPARE(title->text(), u"City night drive"_s);
    QCOMPARE(header.findChild<CopyLabel*>(u"assetMediaId"_s)->text(), assets::cityNightDrive);
    QCOMPARE(header.findChild<QLabel*>(u"assetStatus"_s)->text(), u"Normal"_s);
    QTRY_VERIFY(header.findChild<QLabel*>(u"assetTags"_s)->text().contains("night"_L1));
    PlayInfoReply reply = m_fixture->session.streams().reply();
    for (int i = 0; i < 16; ++i)
        reply.mediaBase.mediaTags += u"another-tag"_s; // tags give way
    m_fixture->session.streams().setReply(reply, {});
    Q_EMIT m_fixture->session.stateChanged();
    QTRY_VERIFY(header.findChild<QLabel*>(u"assetTags"_s)->text().contains(u'+'));
    QVERIFY(m_fixture->open(assets::damaged));
    QCOMPARE(header.findChild<QLabel*>(u"assetStatus"_s)->text(), u"Preparing failed"_s); // as in the library
}

void TestStreamDetails::headerOfAFailure()
{
    AssetHeader header(m_fixture->session);
    header.show();
    m_fixture->setFault(u"forbidden"_s);
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QCOMPARE(header.findChild<CopyLabel*>(u"assetTitle"_s)->text(), u"Not opened"_s);
    QCOMPARE(header.findChild<CopyLabel*>(u"assetMediaId"_s)->text(), assets::cityNightDrive);
    QVERIFY(!header.findChild<QLabel*>(u"assetStatus"_s)->isVisible());
}

void TestStreamDetails::declaredValues()
{
    AssetDetails details(m_fixture->client, m_fixture->session);
    DetailsPanel panel(m_fixture->session, details);
    panel.resize(340, 800);
    panel.show();
    QVERIFY(m_fixture->open(assets::publishedSample));
    panel.setStream(m_fixture->session.streams().key(0));
    QCOMPARE(valueOf(panel, u"Definition"_s), u"HD"_s);
    QCOMPARE(valueOf(panel, u"Size"_s), u"418\u2009112 B"_s);
    QCOMPARE(valueOf(panel, u"Bitrate"_s), u"20 kbit/s"_s);
    QCOMPARE(valueOf(panel, u"Duration"_s), u"9.0464 s"_s);
    QCOMPARE(valueOf(panel, u"Encrypt"_s), u"0 (no)"_s);
    QCOMPARE(valueOf(panel, u"Title"_s), u"testTitle"_s);
    QCOMPARE(valueOf(panel, u"CateId"_s), u"4220"_s);
    QCOMPARE(valueOf(panel, u"MediaTags"_s), u"test, ccc"_s);
    // 23 fields and 9 of MediaBase (Status and CreationTime are in both), all with a row.
    QCOMPARE(panel.widget(0)->findChildren<ValueRow*>().size(), 32);
    QVERIFY(panel.findChild<ValueRow*>(u"value_Bitrate"_s)->toolTip().contains("20"_L1));
    panel.setStream({});
    QVERIFY(!panel.findChild<ValueRow*>(u"value_Definition"_s)->isVisible());
}

void TestStreamDetails::everyValueCanBeCopied()
{
    AssetDetails details(m_fixture->client, m_fixture->session);
    DetailsPanel panel(m_fixture->session, details);
    panel.resize(340, 800);
    panel.show();
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    panel.setStream(m_fixture->session.streams().key(0));
    for (const ValueRow* row : panel.widget(0)->findChildren<ValueRow*>()) {
        if (row->value() == u"–"_s)
            continue;
        QGuiApplication::clipboard()->clear();
        row->findChild<QToolButton*>(u"copyLabelButton"_s)->click();
        QVERIFY2(!QGuiApplication::clipboard()->text().isEmpty(), qPrintable(row->objectName()));
        QVERIFY2(!QGuiApplication::clipboard()->text().contains("auth_key=1"_L1), qPrintable(row->objectName()));
    }
}

void TestStreamDetails::oddities()
{
    AssetDetails details(m_fixture->client, m_fixture->session);
    DetailsPanel panel(m_fixture->session, details);
    panel.show();
    auto* odd = panel.findChild<QLabel*>(u"oddities"_s);
    QVERIFY(m_fixture->open(assets::publishedSample));
    panel.setStream(m_fixture->session.streams().key(0));
    QVERIFY(odd->isVisible());
    QVERIFY(odd->text().contains("AliyunVoDEncryption"_L1));
    QVERIFY(m_fixture->open(assets::studioInterview));
    panel.setStream(m_fixture->session.streams().key(0));
    QVERIFY2(!odd->isVisible(), qPrintable(odd->text()));
}

void TestStreamDetails::request()
{
    AssetDetails details(m_fixture->client, m_fixture->session);
    DetailsPanel panel(m_fixture->session, details);
    panel.resize(340, 800);
    panel.show();
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    panel.setCurrentIndex(2);
    const ReplyInfo& info = m_fixture->session.streams().reply().info;
    QCOMPARE(panel.findChild<ValueRow*>(u"requestId"_s)->value(), info.requestId);
    QCOMPARE(valueOf(panel, u"Action"_s), u"GetPlayInfo"_s);
    QCOMPARE(valueOf(panel, u"Host"_s), info.host);
    QCOMPARE(valueOf(panel, u"Tries"_s), u"1"_s);
    const QString reply = panel.findChild<QPlainTextEdit*>(u"replyText"_s)->toPlainText();
    QVERIFY(reply.contains("\"PlayInfoList\": ["_L1));
    QVERIFY(!reply.contains("auth_key=1"_L1));
    for (int row = 0; row < 14; ++row) {
        const QString signature = QUrl(m_fixture->session.streams().at(row).playUrl).query().section(u'-', 1, 1);
        QVERIFY(signature.size() > 10 && !reply.contains(signature));
    }
    // What is open follows while it is visible.
    m_fixture->session.reload();
    QVERIFY(m_fixture->settle());
    QCOMPARE(panel.findChild<ValueRow*>(u"requestId"_s)->value(), m_fixture->session.streams().reply().info.requestId);
}

void TestStreamDetails::failedRequest()
{
    AssetDetails details(m_fixture->client, m_fixture->session);
    DetailsPanel panel(m_fixture->session, details);
    panel.show();
    panel.setCurrentIndex(2);
    m_fixture->setFault(u"forbidden"_s);
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    QCOMPARE(panel.findChild<ValueRow*>(u"requestId"_s)->value(), m_fixture->session.error().requestId);
    QVERIFY(panel.findChild<QPlainTextEdit*>(u"replyText"_s)->toPlainText().contains("Forbidden"_L1));
}

void TestStreamDetails::hostileTextStaysText()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    StreamPanel table(m_fixture->session, settings);
    AssetDetails details(m_fixture->client, m_fixture->session);
    DetailsPanel panel(m_fixture->session, details);
    AssetHeader header(m_fixture->session);
    table.show();
    panel.show();
    header.show();
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    PlayInfoReply reply = m_fixture->session.streams().reply();
    const QString evil = u"<img src=file:///etc/passwd>\n\u202e"_s + QString(200'000, u'W');
    reply.mediaBase.title = reply.mediaBase.status = evil;
    reply.mediaBase.mediaTags = QStringList(500, evil);
    reply.info.oddities = QStringList(5000, evil);
    for (PlayInfo& info : reply.playInfoList) {
        info.definition = info.hdrType = info.format = evil;
        info.raw.insert("Definition"_L1, evil);
    }
    m_fixture->session.streams().setReply(reply, {});
    Q_EMIT m_fixture->session.stateChanged();
    panel.setStream(m_fixture->session.streams().key(0));
    QVERIFY(!valueOf(panel, u"Definition"_s).contains(u'\n'));
    for (const QWidget* widget : panel.findChildren<QWidget*>() + header.findChildren<QWidget*>()) {
        if (!qobject_cast<const CopyLabel*>(widget)) // has its own test
            QVERIFY2(!widget->toolTip().contains("<img"_L1), qPrintable(widget->objectName()));
    }
    for (const QLabel* label : table.findChildren<QLabel*>() + header.findChildren<QLabel*>())
        QVERIFY2(
            label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qPrintable(label->objectName()));
    QVERIFY(table.grab().height() > 0); // painted without trouble
    QVERIFY(panel.grab().height() > 0);
    QVERIFY(header.grab().height() > 0);
}

QTEST_MAIN(TestStreamDetails)
#include "tst_stream_details.moc"
