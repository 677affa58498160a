// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "tests/integration/catalog/scripted_service.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;
using State = AssetListModel::State;

namespace {

QByteArray page(const QStringList& ids, const QString& next, int total = 1000)
{
    QStringList medias;
    for (const QString& id : ids)
        medias << u"{\"MediaId\":\"%1\",\"MediaBasicInfo\":{\"MediaId\":\"%1\",\"Title\":\"t %1\"}}"_s.arg(id);
    return u"{\"RequestId\":\"R\",\"TotalCount\":%1,\"NextToken\":\"%2\",\"MediaInfos\":[%3]}"_s.arg(total)
        .arg(next, medias.join(u','))
        .toUtf8();
}

} // namespace

class TestAssetListModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_client = std::make_unique<Client>(m_http, m_clock);
        m_model = std::make_unique<AssetListModel>(*m_client);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_client.reset();
    }

    void pagesOfTheSandbox()
    {
        sandbox::Options options;
        options.assets = 750;
        sandbox::Server server(options);
        QVERIFY(!server.start());
        use(server);
        QSignalSpy first(m_model.get(), &AssetListModel::firstPageArrived);
        m_model->refresh();
        QCOMPARE(m_model->state(), State::Loading);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(first.size(), 1);
        // Ahead of what is in view, and no further; behind that stand placeholders.
        const int loaded = m_model->loadedCount();
        QVERIFY(loaded >= 200 && loaded < 400);
        QVERIFY(m_model->rowCount() > loaded);
        QVERIFY(!m_model->index(loaded, 0).data(AssetListModel::IsLoadedRole).toBool());
        QVERIFY(!m_model->index(loaded, 0).data(AssetListModel::MediaIdRole).isValid());
        QVERIFY(!m_model->isTotalWhole()); // the videos alone are counted
        QVERIFY(m_model->totalCount().value_or(0) > 400 && m_model->totalCount().value_or(0) < server.assetCount());
        for (int row = 0; !m_model->isComplete(); row += 50) {
            m_model->wantRows(row);
            QTRY_COMPARE(m_model->state(), State::Idle);
        }
        QCOMPARE(m_model->rowCount(), int(server.assetCount()));
        QCOMPARE(m_model->loadedCount(), int(server.assetCount()));
        QVERIFY(m_model->isTotalWhole());
        QCOMPARE(m_model->totalCount().value_or(0), server.assetCount());
        const QStringList order { u"video"_s, u"audio"_s, u"image"_s, u"text"_s };
        for (int row = 1; row < m_model->loadedCount(); ++row)
            QVERIFY(order.indexOf(m_model->at(row).mediaType) >= order.indexOf(m_model->at(row - 1).mediaType));
        const QString id = m_model->at(420).mediaId;
        QCOMPARE(m_model->rowOf(id), 420);
        QCOMPARE(m_model->index(420, 0).data(AssetListModel::MediaIdRole).toString(), id);
        QCOMPARE(m_model->index(420, AssetListModel::MediaIdColumn).data().toString(), id);
        QCOMPARE(m_model->rowOf(u"unknown"_s), -1);

        // A failed reload leaves what is there, and trying again mends it.
        sandbox::Faults faults;
        faults.forbidden = true;
        server.setFaults(faults);
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Failed);
        QCOMPARE(m_model->error().kind, ErrorKind::Permission);
        QCOMPARE(m_model->rowCount(), int(server.assetCount()));
        server.setFaults({});
        m_model->retry();
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(m_model->rowOf(id), 420);

        AssetQuery query;
        query.mediaType = u"audio"_s;
        m_model->setQuery(query);
        QCOMPARE(m_model->rowCount(), 0);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QVERIFY(m_model->loadedCount() > 0);
        for (int row = 0; row < m_model->loadedCount(); ++row)
            QCOMPARE(m_model->at(row).mediaType, u"audio"_s);
        m_model->clear();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->isAsked());
    }

    void sameTokenAgainEndsTheList()
    {
        use([](const QString& token) {
            return token.isEmpty() ? page({ u"a"_s, u"b"_s }, u"x"_s) : page({ token + u"c"_s }, u"x"_s);
        });
        list();
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_service->tokens, QStringList({ {}, u"x"_s }));
    }

    void tokensInACircleEndTheList()
    {
        use([](const QString& token) {
            return token == "y"_L1 ? page({ u"c"_s }, u"x"_s)
                                   : page({ token + u"a"_s }, token == "x"_L1 ? u"y"_s : u"x"_s);
        });
        list();
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_service->tokens.size(), 3);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void duplicatesAreShownOnce()
    {
        use([](const QString& token) {
            return token.isEmpty() ? page({ u"a"_s, u"b"_s, u"a"_s }, u"x"_s) : page({ u"b"_s, u"c"_s, u""_s }, {});
        });
        list();
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->rowOf(u"c"_s), 2);
    }

    void pagesWithNothingNewAreSkipped()
    {
        use([](const QString& token) {
            if (token.isEmpty())
                return page({}, u"1"_s);
            return token == "3"_L1 ? page({ u"a"_s }, {}) : page({}, QString::number(token.toInt() + 1));
        });
        list();
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_service->tokens.size(), 4);
    }

    void emptyPagesWithoutEndAreNotAskedForever()
    {
        use([](const QString& token) { return page({}, QString::number(token.toInt() + 1)); });
        list();
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_service->tokens.size() <= 25);
    }

    void totalsMayLie()
    {
        int total = 5;
        use([&total](const QString& token) {
            const int next = token.toInt() + 1;
            total = total == 5 ? 100'000 : 5;
            return page(
                { u"a%1"_s.arg(next), u"b%1"_s.arg(next) }, next < 20 ? QString::number(next) : QString(), total);
        });
        list();
        QTRY_VERIFY(m_model->isComplete());
        QCOMPARE(m_model->rowCount(), 40);
        QCOMPARE(m_model->totalCount().value_or(0), 40);
    }

    void placeholdersBecomeRows()
    {
        int held = 0;
        use([&held](const QString& token) {
            if (token == "x"_L1 && ++held == 1)
                return QByteArray(); // never answers
            return token.isEmpty() ? page({ u"a"_s, u"b"_s }, u"x"_s, 4) : page({ u"c"_s, u"d"_s }, {}, 4);
        });
        list();
        QTRY_COMPARE(held, 1);
        QCOMPARE(m_model->rowCount(), 4); // two are still to come
        QCOMPARE(m_model->loadedCount(), 2);
        const QPersistentModelIndex third = m_model->index(2, 0);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->refresh(); // gives up the page that hangs
        QTRY_VERIFY(m_model->isComplete() && m_model->state() == State::Idle);
        QCOMPARE(m_model->rowCount(), 4);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(m_model->index(2, 0).data(AssetListModel::MediaIdRole).toString(), u"c"_s);
        Q_UNUSED(third)
    }

    void failedNextPageKeepsRowsAndIsRetried()
    {
        int failures = 1;
        use([&failures](const QString& token) {
            if (token.isEmpty())
                return page({ u"a"_s }, u"x"_s);
            return failures-- > 0 ? QByteArray("{\"Code\":") : page({ u"b"_s }, {});
        });
        list();
        QTRY_COMPARE(m_model->state(), State::Failed);
        QCOMPARE(m_model->error().kind, ErrorKind::Protocol);
        QCOMPARE(m_model->loadedCount(), 1);
        m_model->wantRows(0); // a view that is painted again must not repeat it
        QCOMPARE(m_model->state(), State::Failed);
        m_model->retry();
        QTRY_COMPARE(m_model->loadedCount(), 2);
        QCOMPARE(m_service->tokens, QStringList({ {}, u"x"_s, u"x"_s }));
    }

    void anotherQuestionCancelsTheFirst()
    {
        use([](const QString&) { return QByteArray(); }); // never answers
        list();
        QTRY_COMPARE(m_service->tokens.size(), 1);
        m_service->answer = [](const QString&) { return page({ u"new"_s }, {}); };
        AssetQuery query;
        query.status = u"Normal"_s;
        m_model->setQuery(query);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->at(0).mediaId, u"new"_s);
    }

    void reloadKeepsWhereAPersonIs()
    {
        QStringList ids;
        for (int i = 0; i < 300; ++i)
            ids << u"id%1"_s.arg(i);
        use([&ids](const QString& token) {
            const int from = token.toInt();
            return page(ids.mid(from, 100), from + 100 < ids.size() ? QString::number(from + 100) : QString());
        });
        list();
        QTRY_COMPARE(m_model->state(), State::Idle);
        m_model->wantRows(240);
        QTRY_VERIFY(m_model->isComplete());
        const QPersistentModelIndex current = m_model->index(230, 0), gone = m_model->index(10, 0);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy first(m_model.get(), &AssetListModel::firstPageArrived);
        ids.removeAt(10);
        for (int i = 0; i < 5; ++i)
            ids.prepend(u"new%1"_s.arg(i));
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 300); // until the answer
        QTRY_COMPARE(first.size(), 1);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(reset.size(), 0);
        QVERIFY(!gone.isValid());
        QCOMPARE(current.row(), 234);
        QCOMPARE(current.data(AssetListModel::MediaIdRole).toString(), u"id230"_s);
        QCOMPARE(m_model->at(0).mediaId, u"new4"_s);

        ids.clear();
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 0);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QVERIFY(!current.isValid());
    }

    void aTotalIsALowerBoundUntilAllTypesAreAsked()
    {
        const auto answer = [](const QString& type) {
            return type == "video"_L1 ? page({}, {}, 0) : page({ type + u'1', type + u'2' }, {}, 2);
        };
        use([answer](const QString& type) { return type == "image"_L1 ? QByteArray() : answer(type); }, u"MediaType"_s);
        QSignalSpy first(m_model.get(), &AssetListModel::firstPageArrived);
        m_model->refresh();
        QTRY_COMPARE(m_service->tokens, QStringList({ u"video"_s, u"audio"_s, u"image"_s }));
        QCOMPARE(m_model->loadedCount(), 2);
        QCOMPARE(m_model->totalCount().value_or(0), 2);
        QVERIFY(!m_model->isTotalWhole());
        QCOMPARE(first.size(), 1); // not for the videos, of which there are none
        const QPersistentModelIndex second = m_model->index(1, 0);
        m_service->answer = answer;
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(m_model->loadedCount(), 6);
        QCOMPARE(m_model->totalCount().value_or(0), 6);
        QVERIFY(m_model->isTotalWhole());
        QCOMPARE(first.size(), 2);
        QCOMPARE(second.row(), 1);

        // A reload walks through all types before rows change places: what is selected stays.
        const QPersistentModelIndex last = m_model->index(5, 0);
        m_model->refresh();
        QTRY_COMPARE(first.size(), 3);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(last.row(), 5);
    }

    void savedRowsGiveWayToTheService()
    {
        use([](const QString&) { return page({ u"a"_s, u"b"_s }, {}); });
        AssetRow saved;
        saved.mediaId = u"b"_s;
        saved.title = u"from yesterday"_s;
        const QDateTime asOf = QDateTime::currentDateTimeUtc().addDays(-1);
        m_model->showSaved({ saved }, asOf, 7);
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->savedAt(), asOf);
        QCOMPARE(m_model->totalCount().value_or(0), 7);
        QVERIFY(!m_model->isTotalWhole());
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->savedAt().isValid());
        m_model->showSaved({ saved }, asOf, 7);
        QCOMPARE(m_model->rowCount(), 2); // newer than what was saved
    }

    void savedRowsGiveWayToAnotherTry()
    {
        use([](const QString&) { return QByteArray("{"); });
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Failed);
        AssetRow saved;
        saved.mediaId = u"gone"_s;
        m_model->showSaved({ saved }, QDateTime::currentDateTimeUtc().addDays(-1), 7);
        m_service->answer = [](const QString&) { return page({ u"a"_s, u"b"_s }, {}); };
        m_model->retry();
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(m_model->rowOf(u"gone"_s), -1);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(!m_model->savedAt().isValid());
    }

private:
    void use(const sandbox::Server& server)
    {
        m_client->setAccount({ { server.accessKeyId(), server.accessKeySecret(), {} }, QUrl(server.endpoint()) });
    }
    void use(std::function<QByteArray(const QString&)> answer, const QString& parameter = u"NextToken"_s)
    {
        m_service = std::make_unique<test::ScriptedService>(parameter);
        m_service->answer = std::move(answer);
        m_client->setAccount({ { u"id"_s, u"secret"_s, {} }, m_service->endpoint() });
    }

    //! One question alone.
    void list() { m_model->setQuery({ .mediaType = u"video"_s }); }

    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<test::ScriptedService> m_service;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<AssetListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestAssetListModel)
#include "tst_asset_list_model.moc"
