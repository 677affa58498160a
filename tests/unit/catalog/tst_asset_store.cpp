// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_store.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

namespace {

AssetRow row(int number)
{
    AssetRow row;
    row.mediaId = u"%1"_s.arg(number, 32, 16, QLatin1Char('0'));
    row.title = u"Title 茶山 %1"_s.arg(number);
    row.tags = u"night, car"_s;
    row.coverUrl =
        u"https://b.oss-cn-shanghai.aliyuncs.com/%1/cover.jpg?Expires=1&Signature=%2"_s.arg(number).arg(number * 7919);
    row.createdMs = 1'700'000'000'000 - number;
    row.size = number;
    row.duration = number / 10.0;
    return row;
}

QList<AssetRow> rows(int first, int count)
{
    QList<AssetRow> list;
    for (int i = first; i < first + count; ++i)
        list.append(row(i));
    return list;
}

} // namespace

class TestAssetStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack()
    {
        AssetRow one;
        one.mediaId = u"id"_s;
        one.title = QString::fromUtf8("\xe2\x80\xae"
                                      "a\0b",
                        6)
            + QChar(0xd83d) + QChar(0xde00);
        one.mediaType = u"video"_s;
        one.status = u"Normal"_s;
        one.source = u"oss"_s;
        one.category = u"News"_s;
        one.tags = u"a, b"_s;
        one.coverUrl = u"https://c"_s;
        one.inputUrl = u"oss://b/o"_s;
        one.createdMs = 1;
        one.modifiedMs = 2;
        one.cateId = 3;
        one.size = 4;
        one.width = 5;
        one.height = 6;
        one.duration = 7.25;
        AssetStore store;
        QCOMPARE(store.append({ one }), 1);
        for (int i = 0; i < 40; ++i) // out of what is kept unpacked
            store.append(rows(i * 10, 10));
        for (int i = 0; i < 40; ++i)
            QCOMPARE(store.at(1 + i * 10).size, qint64(i) * 10);
        const AssetRow& back = store.at(0);
        QCOMPARE(back.mediaId, one.mediaId);
        QCOMPARE(back.title, one.title);
        QCOMPARE(back.mediaType, one.mediaType);
        QCOMPARE(back.status, one.status);
        QCOMPARE(back.source, one.source);
        QCOMPARE(back.category, one.category);
        QCOMPARE(back.tags, one.tags);
        QCOMPARE(back.coverUrl, one.coverUrl);
        QCOMPARE(back.inputUrl, one.inputUrl);
        QCOMPARE(back.createdMs, 1);
        QCOMPARE(back.modifiedMs, 2);
        QCOMPARE(back.cateId, 3);
        QCOMPARE(back.size, 4);
        QCOMPARE(back.width, 5);
        QCOMPARE(back.height, 6);
        QCOMPARE(back.duration, 7.25);
    }

    void rowsAreFoundByNumberAndId()
    {
        AssetStore store;
        int first = 0;
        for (const int count : { 1, 100, 7, 50, 3, 400, 100 }) {
            QCOMPARE(store.append(rows(first, count)), count);
            first += count;
        }
        QCOMPARE(store.size(), first);
        for (int i = 0; i < first; i += 3) {
            QCOMPARE(store.at(i).title, row(i).title);
            QCOMPARE(store.rowOf(row(i).mediaId), i);
        }
        QCOMPARE(store.rowOf(u"unknown"_s), -1);
    }

    void everyAssetStandsInItOnce()
    {
        AssetStore store;
        QCOMPARE(store.append(rows(0, 10)), 10);
        QList<AssetRow> mixed = rows(5, 10) + rows(12, 2) + QList<AssetRow> { AssetRow() };
        QCOMPARE(store.unseen(mixed).size(), 5);
        QCOMPARE(store.append(mixed), 5);
        QCOMPARE(store.append(mixed), 0);
        QCOMPARE(store.size(), 15);
        QCOMPARE(store.at(14).title, row(14).title);
    }

    void longTextsAreCut()
    {
        MediaBasicInfo media;
        media.title = QString(299, u'a') + QChar(0xd83d) + QChar(0xde00) + QString(10'000'000, u'b');
        media.coverUrl = u"https://"_s + QString(9000, u'x');
        const AssetRow cut = AssetRow::from(media);
        QCOMPARE(cut.title, QString(299, u'a')); // not half a character
        QVERIFY(cut.coverUrl.isEmpty()); // nor half a URL
        QCOMPARE(cut.createdMs, -1);
        QCOMPARE(cut.size, -1);
    }
};

QTEST_GUILESS_MAIN(TestAssetStore)
#include "tst_asset_store.moc"
