// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox_fixture.h"

#include <QJsonDocument>

using namespace proofreel;
using namespace Qt::StringLiterals;

//! The faults of lists, seen over HTTP.
class TestSandboxListFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_box->fault(""); }
    void repeatToken();
    void unevenPages();
    void movingTotal();
    void duplicateRows();
    void noBasicInfo();
    void hugeTitle();
    void oddTitles();
    void badCovers();
    void categoryLoop();

private:
    struct Page {
        QStringList ids;
        QByteArray token;
        QJsonObject json;
    };
    Page list(const QByteArray& token, int size = 10)
    {
        TestPairs parameters { { "MaxResults", QByteArray::number(size) } };
        if (!token.isEmpty())
            parameters.append({ "NextToken", token });
        return page(m_box->ask("ListMediaBasicInfos", parameters).json(), "MediaInfos"_L1, "NextToken"_L1);
    }
    Page search(const QByteArray& token, int size = 10)
    {
        TestPairs parameters { { "PageSize", QByteArray::number(size) } };
        if (!token.isEmpty())
            parameters.append({ "ScrollToken", token });
        return page(m_box->ask("SearchMedia", parameters).json(), "MediaInfoList"_L1, "ScrollToken"_L1);
    }
    static Page page(const QJsonObject& json, QLatin1StringView list, QLatin1StringView token)
    {
        Page page { {}, json[token].toString().toLatin1(), json };
        const QJsonArray entries = json[list].toArray();
        for (const QJsonValue& entry : entries)
            page.ids.append(entry["MediaId"_L1].toString());
        return page;
    }

    std::unique_ptr<SandboxFixture> m_box;
};

void TestSandboxListFaults::initTestCase()
{
    m_box = std::make_unique<SandboxFixture>(sandbox::Options { .assets = 60 });
    QCOMPARE(m_box->problem(), QString());
}

void TestSandboxListFaults::repeatToken()
{
    m_box->fault("repeat-token");
    for (const auto& ask : { &TestSandboxListFaults::list, &TestSandboxListFaults::search }) {
        const Page first = (this->*ask)({}, 10), second = (this->*ask)(first.token, 10);
        QVERIFY(first.token != second.token && first.ids != second.ids);
        const Page third = (this->*ask)(second.token, 10);
        QVERIFY(third.ids.size() == 10 && third.ids != second.ids);
        QCOMPARE(third.token, second.token);
        QCOMPARE((this->*ask)(third.token, 10).ids, third.ids);
    }
}

void TestSandboxListFaults::unevenPages()
{
    m_box->fault("uneven-pages");
    for (const auto& ask : { &TestSandboxListFaults::list, &TestSandboxListFaults::search }) {
        const Page shorter = (this->*ask)({}, 10), empty = (this->*ask)(shorter.token, 10),
                   longer = (this->*ask)(empty.token, 10);
        QCOMPARE(shorter.ids.size(), 5);
        QVERIFY(empty.ids.isEmpty() && !empty.token.isEmpty());
        QCOMPARE(longer.ids.size(), 16);
        QVERIFY(longer.ids.first() != shorter.ids.first());
    }
    QCOMPARE(list({}, 100).json["MaxResults"_L1].toInteger(), 100);
}

void TestSandboxListFaults::movingTotal()
{
    m_box->fault("moving-total");
    qint64 before = -1;
    for (int i = 0; i < 6; ++i) {
        const qint64 total =
            i % 2 ? search({}).json["Total"_L1].toInteger() : list({}).json["TotalCount"_L1].toInteger();
        QVERIFY(total >= 0 && total != before);
        before = total;
    }
    const qint64 one = list({}).json["TotalCount"_L1].toInteger();
    QVERIFY(list({}).json["TotalCount"_L1].toInteger() != one);
}

void TestSandboxListFaults::duplicateRows()
{
    m_box->fault("duplicate-rows");
    for (const auto& ask : { &TestSandboxListFaults::list, &TestSandboxListFaults::search }) {
        const Page first = (this->*ask)({}, 10), second = (this->*ask)(first.token, 10);
        QCOMPARE(second.ids.mid(0, 2), first.ids.mid(8));
        QVERIFY(second.ids.size() == 10 && !first.ids.contains(second.ids.at(2)));
    }
}

void TestSandboxListFaults::noBasicInfo()
{
    m_box->fault("no-basic-info=3");
    const QJsonArray listed = list({}).json["MediaInfos"_L1].toArray();
    const QJsonArray found = search({}).json["MediaInfoList"_L1].toArray();
    for (const QJsonArray& entries : { listed, found }) {
        QCOMPARE(entries.size(), 10);
        for (int i = 0; i < entries.size(); ++i)
            QCOMPARE(entries[i].toObject().contains("MediaBasicInfo"_L1), (i + 1) % 3 != 0);
    }
}

void TestSandboxListFaults::hugeTitle()
{
    m_box->fault("huge-title=2");
    const QJsonArray listed = list({}).json["MediaInfos"_L1].toArray();
    QCOMPARE(listed[0]["MediaBasicInfo"_L1]["Title"_L1].toString().size(), 2 << 20);
    QVERIFY(listed[1]["MediaBasicInfo"_L1]["Title"_L1].toString().size() < 100);
    QCOMPARE(search({}).json["MediaInfoList"_L1][0]["MediaBasicInfo"_L1]["Title"_L1].toString().size(), 2 << 20);
}

void TestSandboxListFaults::oddTitles()
{
    m_box->fault("odd-titles");
    const RawReply reply = m_box->ask("ListMediaBasicInfos", { { "MaxResults", "50" } });
    QVERIFY(reply.body.contains("\\u0000") && reply.body.contains("\\ud83d\""));
    const QJsonArray medias = reply.json()["MediaInfos"_L1].toArray();
    QCOMPARE(medias.size(), 50);
    QString all;
    for (const QJsonValue& media : medias)
        all += media["MediaBasicInfo"_L1]["Title"_L1].toString();
    for (const int code : { 0x202E, 0x2067, 0x0007, 0x001b, 0x0000, 0x000a, 0x2028, 0x0336, 0x200d, 0x200b })
        QVERIFY2(all.contains(QChar(char16_t(code))), qPrintable(QString::number(int(code), 16)));
    // One asset, one title, whoever asks.
    const QJsonObject city = m_box->playInfo(SandboxFixture::cityId());
    QCOMPARE(city["MediaBase"_L1]["Title"_L1], medias[0]["MediaBasicInfo"_L1]["Title"_L1]);
}

void TestSandboxListFaults::badCovers()
{
    const auto covers = [this] {
        QList<RawReply> replies;
        const QJsonArray medias = list({}, 14).json["MediaInfos"_L1].toArray();
        for (const QJsonValue& media : medias) {
            const QString url = media["MediaBasicInfo"_L1]["CoverURL"_L1].toString();
            replies.append(url.isEmpty() ? RawReply() : get(QUrl(url)));
        }
        return replies;
    };
    const QList<RawReply> good = covers();
    m_box->fault("bad-covers");
    const QList<RawReply> bad = covers();
    QCOMPARE(bad.size(), 14);
    QCOMPARE(bad[0].header("Content-Type"), "text/html");
    QVERIFY(bad[1].body.startsWith("\x89PNG") && bad[1].body.size() < 100'000);
    QCOMPARE(bad[1].body.mid(16, 8).toHex(), "00009c4000000fa0"); // 40,000 x 4,000
    QVERIFY(bad[2].body.startsWith("GIF89a") && bad[2].body.contains("NETSCAPE2.0"));
    QCOMPARE(bad[3].body, good[3].body.left(good[3].body.size() / 2));
    QVERIFY(bad[4].status == 200 && bad[4].ended && bad[4].body.isEmpty());
    QCOMPARE(bad[6].status, 404);
    QCOMPARE(bad[7].header("Content-Type"), "text/html");
    // The sixth has no cover, the thirteenth has.
    QCOMPARE(bad[12].status, 302);
    const QUrl self(list({}, 14).json["MediaInfos"_L1][12]["MediaBasicInfo"_L1]["CoverURL"_L1].toString());
    const RawReply again = get(self);
    QCOMPARE(get(self.resolved(QUrl::fromEncoded(again.header("Location")))).status, 302);
}

void TestSandboxListFaults::categoryLoop()
{
    m_box->fault("category-loop");
    const auto names = [this](const TestPairs& more) {
        const QJsonObject json = m_box->ask("GetCategories", more + TestPairs { { "PageSize", "10" } }).json();
        QStringList list;
        const QJsonArray entries = json["SubCategories"_L1]["Category"_L1].toArray();
        for (const QJsonValue& entry : entries)
            list.append(QString::number(entry["CateId"_L1].toInteger()));
        return list;
    };
    const QStringList roots = names({});
    QVERIFY(!roots.isEmpty());
    QCOMPARE(names({ { "PageNo", "2" } }), roots);
    QCOMPARE(names({ { "PageNo", "5000" } }), roots);
    QVERIFY(names({ { "CateId", "4212" } }).contains(u"4212"_s));
    QCOMPARE(names({ { "CateId", "4223" } }), QStringList { u"4223"_s }); // even a leaf has itself below it
    QVERIFY(m_box->ask("GetCategories").json()["SubTotal"_L1].toInteger() > roots.size());
}

QTEST_GUILESS_MAIN(TestSandboxListFaults)
#include "tst_sandbox_list_faults.moc"
