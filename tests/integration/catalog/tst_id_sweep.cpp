// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../quality/batch_fixture.h"
#include "catalog/id_sweep.h"

#include <QSet>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

class TestIdSweep final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<sandbox::Server> m_server;
    std::unique_ptr<BatchFixture> m_fixture;
    std::unique_ptr<IdSweep> m_sweep;
    std::optional<IdSweep::Found> m_found;
    std::optional<Error> m_error;
    QList<qsizetype> m_progress;

    void sweep(const AssetQuery& query, qsizetype limit)
    {
        m_found.reset();
        m_error.reset();
        m_progress.clear();
        m_sweep->start(query, limit);
        QVERIFY(!m_found && !m_error); // never before start() has returned
        QTRY_VERIFY_WITH_TIMEOUT(m_found || m_error, 20'000);
        QVERIFY(!m_sweep->isRunning());
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<sandbox::Server>(sandbox::Options { .assets = 400 });
        const auto problem = m_server->start();
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
        m_fixture = std::make_unique<BatchFixture>(*m_server);
        m_sweep = std::make_unique<IdSweep>(m_fixture->client);
        connect(m_sweep.get(), &IdSweep::finished, this, [this](const IdSweep::Found& found) { m_found = found; });
        connect(m_sweep.get(), &IdSweep::failed, this, [this](const Error& error) { m_error = error; });
        connect(m_sweep.get(), &IdSweep::progress, this, [this](qsizetype found) { m_progress << found; });
    }
    void cleanup()
    {
        m_found.reset();
        m_error.reset();
        m_progress.clear();
        m_sweep.reset();
        m_fixture.reset();
        m_server.reset();
    }

    void allPagesOfWhatHasRenditions()
    {
        sweep({}, 10'000);
        QVERIFY(m_found);
        QVERIFY(!m_found->isCut);
        QVERIFY2(m_found->mediaIds.size() > 100, qPrintable(QString::number(m_found->mediaIds.size())));
        QVERIFY(m_progress.size() > 1);
        QCOMPARE(m_progress.constLast(), m_found->mediaIds.size());
        const QSet<QString> all(m_found->mediaIds.cbegin(), m_found->mediaIds.cend());
        QCOMPARE(all.size(), m_found->mediaIds.size());
        // Video and audio by themselves are the same.
        QSet<QString> parts;
        for (const QString& type : { u"video"_s, u"audio"_s }) {
            sweep({ .mediaType = type }, 10'000);
            QVERIFY(m_found && !m_found->mediaIds.isEmpty());
            parts.unite(QSet<QString>(m_found->mediaIds.cbegin(), m_found->mediaIds.cend()));
        }
        QCOMPARE(parts, all);
    }

    void picturesHaveNone()
    {
        sweep({ .mediaType = u"image"_s }, 10'000);
        QVERIFY(m_found && m_found->mediaIds.isEmpty());
    }

    void atMostTheLimit()
    {
        sweep({}, 20);
        QVERIFY(m_found && m_found->isCut);
        QCOMPARE(m_found->mediaIds.size(), 20);
        QCOMPARE(m_progress.size(), 1); // and no page more than that takes
    }

    void aSearch()
    {
        sweep({ .words = { u"city"_s } }, 10'000);
        QVERIFY(m_found && !m_found->mediaIds.isEmpty());
        QVERIFY(m_server->requestLog().filter(u"SearchMedia"_s).size() > 0);
    }

    void whatCannotBeAskedIsTold()
    {
        sweep({ .words = { u"city"_s }, .source = u"oss"_s }, 10);
        QVERIFY(m_error);
        QCOMPARE(m_error->kind, ErrorKind::InvalidRequest);
        sandbox::Faults faults;
        faults.forbidden = true;
        m_server->setFaults(faults);
        sweep({}, 10);
        QVERIFY(m_error);
        QCOMPARE(m_error->kind, ErrorKind::Permission);
    }

    void cancelledOnTheWay()
    {
        connect(m_sweep.get(), &IdSweep::progress, m_sweep.get(), &IdSweep::cancel);
        m_sweep->start({}, 10'000);
        QTRY_COMPARE(m_progress.size(), 1);
        const qsizetype calls = m_server->requestLog().size();
        QTest::qWait(200); // nothing to wait for: nothing may come
        QCOMPARE(m_server->requestLog().size(), calls);
        QVERIFY(!m_found && !m_error && !m_sweep->isRunning());
        m_sweep->disconnect(m_sweep.get());
    }
};

QTEST_GUILESS_MAIN(TestIdSweep)
#include "tst_id_sweep.moc"
