// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/table_text.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! Tables on their way to the clipboard.
class TestTableText final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tsv");
        QTest::addColumn<QString>("markdown");
        QTest::newRow("plain") << u"HD mp4"_s << u"HD mp4"_s << u"HD mp4"_s;
        QTest::newRow("tab and line break") << u"a\tb\nc"_s << u"a b c"_s << u"a b c"_s;
        QTest::newRow("formula") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s << u"=HYPERLINK(1)"_s;
        QTest::newRow("at") << u"@SUM(1)"_s << u"'@SUM(1)"_s << u"@SUM(1)"_s;
        QTest::newRow("minus and a command") << u"-cmd"_s << u"'-cmd"_s << u"-cmd"_s;
        QTest::newRow("number and a command")
            << u"-1+cmd|' /C calc'!A0"_s << u"'-1+cmd|' /C calc'!A0"_s << u"-1+cmd\\|' /C calc'!A0"_s;
        QTest::newRow("wide sign") << u"＝1+1"_s << u"'＝1+1"_s << u"＝1+1"_s;
        QTest::newRow("difference") << u"+480 ms"_s << u"+480 ms"_s << u"+480 ms"_s;
        QTest::newRow("negative number") << u"-17.2 LUFS"_s << u"-17.2 LUFS"_s << u"-17.2 LUFS"_s;
        QTest::newRow("markup") << u"a|b_c<d>"_s << u"a|b_c<d>"_s << u"a\\|b\\_c\\<d\\>"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void cells()
    {
        QFETCH(QString, text);
        QFETCH(QString, tsv);
        QFETCH(QString, markdown);
        QCOMPARE(asTsv({ { text, u"x"_s } }), tsv + u"\tx"_s);
        QCOMPARE(asMarkdown({ { text, u"x"_s } }), u"| "_s + markdown + u" | x |\n|---|---|"_s);
    }

    void rows()
    {
        const TextTable table { { u"Rule"_s, u"HD"_s }, { u"Size"_s, u"✓"_s }, { u"Bitrate"_s, u"✕"_s } };
        QCOMPARE(asTsv(table), u"Rule\tHD\nSize\t✓\nBitrate\t✕"_s);
        QCOMPARE(asMarkdown(table), u"| Rule | HD |\n|---|---|\n| Size | ✓ |\n| Bitrate | ✕ |"_s);
        QVERIFY(asTsv({}).isEmpty() && asMarkdown({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTableText)
#include "tst_table_text.moc"
