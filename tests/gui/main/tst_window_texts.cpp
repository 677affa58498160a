// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../common/clipping.h"
#include "../common/text_look.h"
#include "streams/asset_session.h"
#include "window_fixture.h"

#include <QDialog>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! No text is cut off, at the usual size and at twice that, on a large screen and (usual size) in the smallest window.
class TestWindowTexts final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsClipped_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const QString& language : { u"en"_s, u"zh_CN"_s }) {
            const auto row = [&language](const char* name) -> QTestData& {
                return QTest::newRow(qPrintable(language + u' ' + QString::fromLatin1(name)));
            };
            row("usual") << 1.0 << QSize(1440, 900) << language;
            row("smallest window") << 1.0 << QSize(1024, 640) << language;
            row("200 %") << 2.0 << QSize(2560, 1440) << language;
        }
    }

    void nothingIsClipped()
    {
        QFETCH(const double, scale);
        QFETCH(const QSize, size);
        QFETCH(const QString, language);
        const TextLook look(language, scale);
        WindowFixture fixture;
        fixture.start();
        if (language == u"zh_CN"_s)
            QVERIFY(fixture.find<QAction>(u"menuKeys"_s)->text() != u"Keyboard"_s); // it is in force
        fixture.window().resize(size);
        QVERIFY(fixture.openAsset(u"City night drive"_s));
        QTRY_COMPARE(fixture.find<QTableView>(u"streamTable"_s)->model()->rowCount(), 14);
        QTRY_VERIFY2(
            clippedTexts(&fixture.window()).isEmpty(), qPrintable(clippedTexts(&fixture.window()).join(u'\n')));
        fixture.find<QAction>(u"menuKeys"_s)->trigger();
        auto* sheet = fixture.find<QWidget>(u"keySheet"_s);
        QTRY_VERIFY2(clippedTexts(sheet).isEmpty(), qPrintable(clippedTexts(sheet).join(u'\n')));
    }

    void firstPageIsNotClipped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh_CN") << u"zh_CN"_s;
    }

    void firstPageIsNotClipped()
    {
        QFETCH(const QString, language);
        for (const double scale : { 1.0, 2.0 }) {
            const TextLook look(language, scale);
            WindowFixture fixture({}, false);
            fixture.start();
            fixture.window().resize(scale > 1 ? QSize(1920, 1080) : QSize(1024, 640));
            QTRY_VERIFY2(
                clippedTexts(&fixture.window()).isEmpty(), qPrintable(clippedTexts(&fixture.window()).join(u'\n')));
        }
    }
};

QTEST_MAIN(TestWindowTexts)
#include "tst_window_texts.moc"
