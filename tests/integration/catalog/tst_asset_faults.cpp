// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The library over a service whose pages misbehave: every asset is shown once, and nothing is asked for ever.

#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "core/http.h"
#include "sandbox/server.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;
using State = AssetListModel::State;

class TestAssetFaults final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::Options options;
        options.assets = 450;
        m_server = std::make_unique<sandbox::Server>(options);
        QVERIFY(!m_server->start());
        m_client = std::make_unique<Client>(m_http, m_clock);
        m_client->setAccount(
            { { m_server->accessKeyId(), m_server->accessKeySecret(), {} }, QUrl(m_server->endpoint()) });
        ClientTimeouts timeouts;
        timeouts.retryDelayScale = 0.01;
        m_client->setTimeouts(timeouts);
        m_model = std::make_unique<AssetListModel>(*m_client);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void everyAssetOnce_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("whole"); // else the service shows less than it has
        QTest::newRow("healthy") << QString() << true;
        QTest::newRow("uneven pages") << u"uneven-pages"_s << true;
        QTest::newRow("moving total") << u"moving-total"_s << true;
        QTest::newRow("duplicate rows") << u"duplicate-rows"_s << true;
        QTest::newRow("no basic info") << u"no-basic-info=3"_s << true;
        QTest::newRow("odd titles") << u"odd-titles"_s << true;
        QTest::newRow("throttled") << u"throttle=2"_s << true;
        QTest::newRow("server errors") << u"error-500=3"_s << true;
        QTest::newRow("repeated token") << u"repeat-token"_s << false;
    }
    void everyAssetOnce()
    {
        QFETCH(QString, fault);
        QFETCH(bool, whole);
        set(fault);
        for (const AssetQuery& query : { AssetQuery {}, AssetQuery { .words = { u"take"_s } } }) {
            m_model->setQuery(query);
            QVERIFY(walk());
            QSet<QString> ids;
            for (int row = 0; row < m_model->loadedCount(); ++row)
                ids.insert(m_model->at(row).mediaId);
            QCOMPARE(ids.size(), m_model->loadedCount());
            QCOMPARE(m_model->rowCount(), m_model->loadedCount()); // no placeholder is left
            if (whole && !query.needsSearch())
                QCOMPARE(m_model->loadedCount(), int(m_server->assetCount()));
            else if (whole)
                QVERIFY2(m_model->loadedCount() > 300, qPrintable(QString::number(m_model->loadedCount())));
            else
                QVERIFY(m_model->loadedCount() >= 100);
        }
    }

    void hugeTitlesAreCut()
    {
        set(u"huge-title=10"_s);
        m_model->setQuery({});
        QTRY_VERIFY_WITH_TIMEOUT(m_model->state() == State::Idle && m_model->loadedCount() > 0, 30'000);
        for (int row = 0; row < m_model->loadedCount(); ++row)
            QVERIFY(m_model->at(row).title.size() <= 300);
    }

    void aRefusedExpressionKeepsItsMessage()
    {
        m_model->setQuery({ .match = u"title ~ 'tea'"_s });
        QTRY_COMPARE(m_model->state(), State::Failed);
        QCOMPARE(m_model->error().kind, ErrorKind::InvalidRequest);
        QVERIFY2(m_model->error().details().contains(u"Match"_s), qPrintable(m_model->error().details()));
        QVERIFY(!m_model->error().requestId.isEmpty());
        QCOMPARE(m_model->lastAction(), u"SearchMedia"_s);
        m_model->setQuery({ .match = u"title = 'tea'"_s });
        QTRY_COMPARE(m_model->state(), State::Idle);
    }

    void aQuoteInATitleIsFound()
    {
        m_model->setQuery({ .words = { u"it's"_s } });
        QTRY_COMPARE(m_model->state(), State::Idle); // neither refused nor broken
        m_model->setQuery({ .words = { u"' or title = '"_s } });
        QTRY_COMPARE(m_model->state(), State::Idle);
        QCOMPARE(m_model->loadedCount(), 0);
    }

    void aTreeOfItsOwnChildrenEnds()
    {
        set(u"category-loop"_s);
        CategoryModel categories(*m_client);
        QAbstractItemModelTester tester(&categories, QAbstractItemModelTester::FailureReportingMode::QtTest);
        categories.reload();
        QTRY_VERIFY(categories.state() == CategoryModel::State::Idle && categories.rowCount() > 0);
        const auto settled = [this] { // the tester opens every level
            const auto before = m_server->requestLog().size();
            return !QTest::qWaitFor([&] { return m_server->requestLog().size() > before; }, 300);
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 20'000);
    }

private:
    void set(const QString& fault)
    {
        sandbox::Faults faults;
        if (!fault.isEmpty())
            QVERIFY(!faults.set(fault));
        m_server->setFaults(faults);
    }
    bool walk()
    {
        for (int i = 0; i < 100; ++i) {
            if (!QTest::qWaitFor([this] { return m_model->state() != State::Loading; }, 20'000))
                return false;
            if (m_model->state() == State::Failed) {
                qWarning("%s", qPrintable(m_model->error().details()));
                return false;
            }
            if (m_model->isComplete())
                return true;
            m_model->wantRows(m_model->rowCount());
        }
        return false;
    }

    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<sandbox::Server> m_server;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<AssetListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestAssetFaults)
#include "tst_asset_faults.moc"
