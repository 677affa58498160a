// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/category_model.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "tests/integration/catalog/scripted_service.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;
using State = CategoryModel::State;

class TestCategoryModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_client = std::make_unique<Client>(m_http, m_clock);
        m_model = std::make_unique<CategoryModel>(*m_client);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_client.reset();
        m_service.reset();
    }

    void aLevelAtATime()
    {
        m_tester.reset(); // it asks for every level by itself
        sandbox::Server server({});
        QVERIFY(!server.start());
        m_client->setAccount({ { server.accessKeyId(), server.accessKeySecret(), {} }, QUrl(server.endpoint()) });
        QVERIFY(!m_model->canFetchMore({})); // nobody has asked yet
        m_model->reload();
        QCOMPARE(m_model->state(), State::Loading);
        QTRY_COMPARE(m_model->state(), State::Idle);
        QVERIFY(m_model->rowCount() > 0);
        QCOMPARE(server.requestLog().filter(u"GetCategories"_s).size(), 1);
        QModelIndex parent;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->hasChildren(m_model->index(row, 0)))
                parent = m_model->index(row, 0);
        }
        QVERIFY(parent.isValid());
        QCOMPARE(m_model->rowCount(parent), 0);
        m_model->fetchMore(parent);
        QVERIFY(parent.data(CategoryModel::IsLoadingRole).toBool());
        QTRY_VERIFY(m_model->rowCount(parent) > 0);
        const QModelIndex child = m_model->index(0, 0, parent);
        QCOMPARE(m_model->path(child), QStringList({ parent.data().toString(), child.data().toString() }));
        const qint64 id = child.data(CategoryModel::CateIdRole).toLongLong();
        QCOMPARE(m_model->indexOf(id), child);
        QCOMPARE(m_model->idOf(child.data().toString().toUpper()).value_or(0), id);
        QVERIFY(m_model->names().contains(child.data().toString()));
        m_model->clear();
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_model->indexOf(id).isValid());
    }

    void aFailedLevelIsTriedAgain()
    {
        bool broken = true;
        use([&broken](const QString& id) {
            if (id.isEmpty())
                return level({ { 1, 2 }, { 2, 0 } });
            return broken ? QByteArray("{") : level({ { 10, 0 } });
        });
        m_model->reload();
        QTRY_COMPARE(m_model->rowCount(), 2);
        const QPersistentModelIndex first = m_model->index(0, 0);
        QVERIFY(m_model->hasChildren(first));
        QVERIFY(!m_model->hasChildren(m_model->index(1, 0)));
        m_model->fetchMore(first);
        QTRY_COMPARE(m_model->state(first), State::Failed);
        QCOMPARE(m_model->error(first).kind, ErrorKind::Protocol);
        QVERIFY(!first.data(CategoryModel::ErrorRole).toString().isEmpty());
        QVERIFY(!m_model->canFetchMore(first));
        broken = false;
        m_model->retry(first);
        QTRY_COMPARE(m_model->rowCount(first), 1);
        QVERIFY(first.data(CategoryModel::ErrorRole).toString().isEmpty());
    }

    void circlesEnd()
    {
        use([](const QString&) { return level({ { 1, 1 }, { 2, 1 }, { 1, 1 } }); }); // each is below itself
        m_model->reload();
        QTRY_COMPARE(m_model->rowCount(), 2);
        const QModelIndex first = m_model->index(0, 0);
        m_model->fetchMore(first);
        QTRY_COMPARE(m_model->state(first), State::Idle);
        QCOMPARE(m_model->rowCount(first), 0);
        QVERIFY(!m_model->hasChildren(first));
    }

    void pagesThatRepeatEnd()
    {
        QList<QPair<int, int>> children;
        for (int i = 1; i <= 100; ++i)
            children.append({ i, 0 });
        use([&children](const QString&) { return level(children, 1'000'000); });
        m_model->reload();
        QTRY_VERIFY(m_model->state() == State::Idle && m_service->tokens.size() == 2);
        QCOMPARE(m_model->rowCount(), 100);
    }

private:
    static QByteArray level(const QList<QPair<int, int>>& children, int subTotal = -1)
    {
        QStringList list;
        for (const auto& [id, below] : children)
            list << u"{\"CateId\":%1,\"CateName\":\"c%1\",\"Level\":0,\"SubTotal\":%2}"_s.arg(id).arg(below);
        return u"{\"RequestId\":\"R\",\"SubTotal\":%1,\"SubCategories\":{\"Category\":[%2]}}"_s
            .arg(subTotal < 0 ? int(children.size()) : subTotal)
            .arg(list.join(u','))
            .toUtf8();
    }
    void use(std::function<QByteArray(const QString&)> answer)
    {
        m_service = std::make_unique<test::ScriptedService>(u"CateId"_s);
        m_service->answer = std::move(answer);
        m_client->setAccount({ { u"id"_s, u"secret"_s, {} }, m_service->endpoint() });
    }

    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<test::ScriptedService> m_service;
    std::unique_ptr<Client> m_client;
    std::unique_ptr<CategoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestCategoryModel)
#include "tst_category_model.moc"
