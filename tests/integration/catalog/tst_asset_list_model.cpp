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
        options.assets = 250;
        sandbox::Server server(options);
        QVERIFY(!server.start());
        use(server);
        m_model->refresh();
        QCOMPARE(m_model->state(), State::Loading);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(m_model->rowCount(), 100);
        QCOMPARE(m_model->totalCount().value_or(0), server.assetCount());
        while (m_model->canFetchMore({})) {
            m_model->fetchMore({});
            QTRY_COMPARE(m_model->state(), State::Idle);
        }
        QCOMPARE(m_model->rowCount(), int(server.assetCount()));
        const QString id = m_model->at(120).mediaId;
        QCOMPARE(m_model->rowOf(id), 120);
        QCOMPARE(m_model->index(120).data(AssetListModel::MediaIdRole).toString(), id);
        QCOMPARE(m_model->rowOf(u"unknown"_s), -1);

        // A failed reload leaves what is there, and trying again mends it.
        sandbox::Faults faults;
        faults.forbidden = true;
        server.setFaults(faults);
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Failed);
        QCOMPARE(m_model->error().kind, ErrorKind::Permission);
        QCOMPARE(m_model->rowCount(), int(server.assetCount()));
        QVERIFY(!m_model->canFetchMore({}));
        server.setFaults({});
        m_model->retry();
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(m_model->rowCount(), 100);

        MediaListQuery query;
        query.mediaType = u"audio"_s;
        m_model->setQuery(query);
        QCOMPARE(m_model->rowCount(), 0);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QVERIFY(m_model->rowCount() > 0);
        for (int row = 0; row < m_model->rowCount(); ++row)
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
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Idle);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 3);
        QVERIFY(!m_model->canFetchMore({}));
        QCOMPARE(m_service->tokens, QStringList({ {}, u"x"_s }));
    }

    void tokensInACircleEndTheList()
    {
        use([](const QString& token) {
            return token == "y"_L1 ? page({ u"c"_s }, u"x"_s)
                                   : page({ token + u"a"_s }, token == "x"_L1 ? u"y"_s : u"x"_s);
        });
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Idle);
        for (int i = 0; i < 5 && m_model->canFetchMore({}); ++i) {
            m_model->fetchMore({});
            QTRY_COMPARE(m_model->state(), State::Idle);
        }
        QCOMPARE(m_service->tokens.size(), 3);
        QCOMPARE(m_model->rowCount(), 3);
    }

    void duplicatesAreShownOnce()
    {
        use([](const QString& token) {
            return token.isEmpty() ? page({ u"a"_s, u"b"_s, u"a"_s }, u"x"_s) : page({ u"b"_s, u"c"_s, u""_s }, {});
        });
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 3);
        QCOMPARE(m_model->rowOf(u"c"_s), 2);
    }

    void pagesWithNothingNewAreSkipped()
    {
        use([](const QString& token) {
            if (token.isEmpty())
                return page({}, u"1"_s);
            return token == "3"_L1 ? page({ u"a"_s }, {}) : page({}, QString::number(token.toInt() + 1));
        });
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_service->tokens.size(), 4);
    }

    void emptyPagesWithoutEndAreNotAskedForever()
    {
        use([](const QString& token) { return page({}, QString::number(token.toInt() + 1)); });
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Idle);
        QVERIFY(m_service->tokens.size() <= 25);
        QVERIFY(m_model->canFetchMore({})); // a person may still ask on
    }

    void failedNextPageKeepsRowsAndIsRetried()
    {
        int failures = 1;
        use([&failures](const QString& token) {
            if (token.isEmpty())
                return page({ u"a"_s }, u"x"_s);
            return failures-- > 0 ? QByteArray("{\"Code\":") : page({ u"b"_s }, {});
        });
        m_model->refresh();
        QTRY_COMPARE(m_model->state(), State::Idle);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->state(), State::Failed);
        QCOMPARE(m_model->error().kind, ErrorKind::Protocol);
        QCOMPARE(m_model->rowCount(), 1);
        m_model->retry();
        QTRY_COMPARE(m_model->rowCount(), 2);
        QCOMPARE(m_service->tokens, QStringList({ {}, u"x"_s, u"x"_s }));
    }

    void anotherQuestionCancelsTheFirst()
    {
        use([](const QString&) { return QByteArray(); }); // never answers
        m_model->refresh();
        QTRY_COMPARE(m_service->tokens.size(), 1);
        m_service->answer = [](const QString&) { return page({ u"new"_s }, {}); };
        MediaListQuery query;
        query.status = u"Normal"_s;
        m_model->setQuery(query);
        QTRY_COMPARE(m_model->rowCount(), 1);
        QCOMPARE(m_model->at(0).mediaId, u"new"_s);
    }

    void reloadKeepsRowsUntilTheAnswer()
    {
        use([](const QString&) { return page({ u"a"_s, u"b"_s }, {}); });
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 2);
        m_service->answer = [](const QString&) { return page({ u"b"_s }, {}); };
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 2);
        QTRY_COMPARE(m_model->rowCount(), 1);
        m_service->answer = [](const QString&) { return page({}, {}); };
        m_model->refresh();
        QTRY_COMPARE(m_model->rowCount(), 0);
        QTRY_COMPARE(m_model->state(), State::Idle);
    }

private:
    void use(const sandbox::Server& server)
    {
        m_client->setAccount({ { server.accessKeyId(), server.accessKeySecret(), {} }, QUrl(server.endpoint()) });
    }
    void use(std::function<QByteArray(const QString&)> answer)
    {
        m_service = std::make_unique<test::ScriptedService>();
        m_service->answer = std::move(answer);
        m_client->setAccount({ { u"id"_s, u"secret"_s, {} }, m_service->endpoint() });
    }

    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<test::ScriptedService> m_service;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<AssetListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestAssetListModel)
#include "tst_asset_list_model.moc"
