// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/open_list.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

const QString a = u"86434e152b7d4f20be480574439fe001"_s;
const QString b = u"91d40ab3c2e84f51a0b7c6d5e4f30712"_s;
const QString c = u"6d5e4f3a2b1c40998877665544332211"_s;

QStringList idsOf(const OpenList& list)
{
    QStringList ids;
    for (const OpenTarget& target : list.targets())
        ids += targetId(target);
    return ids;
}

} // namespace

class TestOpenList final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<int>("notUnderstood");
        const QStringList three { a, b, c };
        QTest::newRow("lines") << a + u"\n"_s + b + u"\r\n\r\n"_s + c + u"\n"_s << three << 0;
        QTest::newRow("old Mac") << a + u"\r"_s + b + u"\r"_s + c << three << 0;
        QTest::newRow("words in one line") << a + u" "_s + b + u"  "_s + c << three << 0;
        QTest::newRow("commas in one line") << a + u", "_s + b + u","_s + c << three << 0;
        QTest::newRow("twice is once") << a + u"\n"_s + b + u"\n"_s + a + u"\n"_s + c << three << 0;
        QTest::newRow("notes") << u"# for Monday\n"_s + a << QStringList { a } << 0;
        QTest::newRow("header") << u"Title,MediaId,JobId\nx,"_s + a + u","_s + b + u"\ny,"_s + c + u","_s
                                << QStringList { a, c } << 0;
        QTest::newRow("header in Chinese") << u"标题;媒资ID\n茶山;"_s + a + u"\n;"_s + b << QStringList { a, b } << 0;
        QTest::newRow("unknown header") << u"Name\tCode\nx\t"_s + a + u"\ny\t"_s + b << QStringList { a, b } << 0;
        QTest::newRow("one asset a row") << a + u",https://cdn.example.com/a.mp4,"_s + b + u"\n"_s + c + u",x,y"_s
                                         << QStringList { a, c } << 0;
        QTest::newRow("quotes") << u"\"Title, with \"\"quotes\"\"\nand a line\",\""_s + a + u"\"\nx,"_s + b
                                << QStringList { a, b } << 0;
        QTest::newRow("a quote that stays open") << u"\"x,"_s + a + u"\ny,"_s + b << QStringList { a, b } << 0;
        QTest::newRow("input URLs") << u"oss://bucket/a.mp4\nvod://20b48fb04483915d"_s
                                    << QStringList { u"oss://bucket/a.mp4"_s, u"vod://20b48fb04483915d"_s } << 0;
        QTest::newRow("links") << u"proofreel://asset/"_s + a + u"?t=3\nsee proofreel://asset/"_s + b
                               << QStringList { a, b } << 0;
        QTest::newRow("rubbish") << u"hello\n"_s + a + u"\nfile:///etc/passwd\njavascript:alert(1)"_s
                                 << QStringList { a } << 3;
        QTest::newRow("long words are no ids") << u"internationalization\n"_s + a << QStringList { a } << 1;
        QTest::newRow("nothing") << u" \n\n\t\n"_s << QStringList() << 0;
    }

    void texts()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, ids);
        QFETCH(const int, notUnderstood);
        OpenList list;
        list.addText(text.toUtf8());
        QCOMPARE(idsOf(list), ids);
        QCOMPARE(list.notUnderstood(), notUnderstood);
        QCOMPARE(list.report().isEmpty(), notUnderstood == 0);
        using Convert = QStringConverter;
        for (const auto encoding : { Convert::Utf8, Convert::Utf16LE, Convert::Utf16BE }) {
            for (const auto flag : { Convert::Flag::WriteBom, Convert::Flag::Default }) {
                QStringEncoder encode(encoding, flag);
                const QByteArray bytes = encode(text);
                if (flag == Convert::Flag::Default && text.startsWith(u'标'))
                    continue; // nothing tells UTF-16 without a mark there
                OpenList same;
                same.addText(bytes);
                QCOMPARE(idsOf(same), ids);
            }
        }
    }

    void isBounded()
    {
        QByteArray many;
        for (int n = 0; n < 10'200; ++n)
            many += "86434e152b7d4f20be48" + QByteArray::number(n).rightJustified(12, '0') + '\n';
        OpenList list;
        list.addText(many);
        QCOMPARE(list.targets().size(), 10'000);
        QCOMPARE(list.leftOut(), 200);
        QVERIFY(list.report().contains(u"200"_s));
    }

    void reportIsShortAndHoldsNoSecret()
    {
        OpenList list;
        for (int n = 0; n < 50; ++n)
            list.addNotUnderstood(u"ftp://h/p?Signature=CANARY "_s + QString(5000, u'x'));
        QCOMPARE(list.notUnderstood(), 50);
        QCOMPARE(list.firstNotUnderstood().size(), 5);
        QVERIFY(list.report().size() < 300);
        QVERIFY(!list.report().contains(u"CANARY"_s));
    }

    void filesAndWords()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(write(u"list one.csv"_s, b.toUtf8() + "\n" + c.toUtf8()));
        QVERIFY(write(u"large.txt"_s, QByteArray(OpenList::kMostBytes + 1, 'x')));
        QVERIFY(write(u"movie.mp4"_s,
            QByteArray("\0\0\0\x18"
                       "ftypmp42\0\0\0\0",
                16)));
        const QString url = QUrl::fromLocalFile(folder.filePath(u"list one.csv"_s)).toString(QUrl::FullyEncoded);
        QCOMPARE(idsOf(gatherNow({ a, url })), QStringList({ a, b, c }));
        QCOMPARE(idsOf(gatherNow({ folder.filePath(u"list one.csv"_s), b })), QStringList({ b, c }));
        const OpenList bad = gatherNow({ folder.filePath(u"large.txt"_s), folder.filePath(u"movie.mp4"_s),
            folder.path(), u"file:///not/there"_s });
        QVERIFY(bad.targets().isEmpty());
        QCOMPARE(bad.errors().size(), 4);
        QCOMPARE(bad.errors().at(0).kind, ErrorKind::TooLarge);
        QCOMPARE(bad.errors().at(1).kind, ErrorKind::InvalidRequest);
        QCOMPARE(bad.errors().at(2).kind, ErrorKind::Io);
        QVERIFY(!bad.report().isEmpty());
    }

    void comesToTheContext()
    {
        std::optional<QStringList> ids;
        gatherTargets({ a, b }, this, [&ids](const OpenList& list) {
            QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
            ids = idsOf(list);
        });
        QVERIFY(!ids);
        QTRY_VERIFY(ids.has_value());
        QCOMPARE(*ids, QStringList({ a, b }));
    }
};

QTEST_GUILESS_MAIN(TestOpenList)
#include "tst_open_list.moc"
