// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batch_fixture.h"
#include "tests/support/raw_server.h"

#include <QMutex>
#include <QSemaphore>

#include <atomic>
#include <thread>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCity = u"86434e152b7d4f20be480574439fe001"_s; // demo: 14 renditions
const QString kWashed = u"defec700000000000000000000000079"_s; // defects: LD, and an OD that is as small and short

} // namespace

//! Links that are past their time when the turn of a rendition comes.
class TestLinkExpiry final : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<sandbox::Server> m_server;
    std::unique_ptr<BatchFixture> m_fixture;
    int m_days = 0;

    //! All links that were handed out so far: the server's clock goes on by two days. Any thread.
    void expireAll()
    {
        sandbox::Faults faults;
        faults.clockSkewS = (m_days += 2) * 86'400;
        m_server->setFaults(faults);
    }
    void serve(const QString& catalogue)
    {
        m_fixture.reset();
        m_server = std::make_unique<sandbox::Server>(sandbox::Options { .catalogue = catalogue });
        const auto problem = m_server->start();
        QVERIFY2(!problem, qPrintable(problem.value_or(QString())));
        m_fixture = std::make_unique<BatchFixture>(*m_server);
    }
    //! Measures LD, with what \a change makes of the options of a try.
    MeasureStream measuring(std::atomic<int>& tries, std::function<void(MeasureOptions&)> change)
    {
        return [this, &tries, change = std::move(change)](const QString& id, const StreamKey& key, const PlayInfo& info,
                   MeasureOptions options, const std::stop_token& stop, const std::function<void(double)>& progress) {
            if (info.definition != "LD"_L1)
                return toldSheet(key, info);
            ++tries;
            change(options);
            return measureStream(m_fixture->http, id, key, info, options, stop, progress);
        };
    }
    [[nodiscard]] qsizetype calls(const QString& action) const { return m_server->requestLog().filter(action).size(); }

private Q_SLOTS:
    void init()
    {
        m_days = 0;
        serve(u"demo"_s);
    }
    void cleanup()
    {
        m_fixture.reset();
        m_server.reset();
    }

    void lateRenditionsTakeTheNewLinks()
    {
        HostPool pool(1);
        std::atomic<int> tries { 0 };
        AssetCheck check(m_fixture->client, pool,
            [&, head = headOf(m_fixture->http)](const QString& id, const StreamKey& key, const PlayInfo& info,
                const MeasureOptions& options, const std::stop_token& stop,
                const std::function<void(double)>& progress) {
                StreamSheet sheet = head(id, key, info, options, stop, progress);
                const int tried = ++tries;
                if (tried == 1)
                    expireAll();
                // The second is refused and has the service asked again, which takes two calls: the first one tells the
                // time. Those behind it wait for that.
                while (tried > 2 && !*sheet.container && !stop.stop_requested() && calls(u"GetPlayInfo"_s) < 3)
                    std::this_thread::yield();
                return sheet;
            });
        std::optional<AssetResult> result;
        check.check(kCity, {}, {}, { .done = [&](AssetResult got) { result = std::move(got); } });
        QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
        QCOMPARE(result->sheet.streams.size(), 14);
        for (const StreamSheet& stream : result->sheet.streams)
            QVERIFY2(stream.container && *stream.container, qPrintable(stream.label));
        // The second one was refused, and those that began before the answer was there; not all of them.
        QVERIFY2(tries > 14 && tries <= 20, qPrintable(QString::number(tries)));
        QCOMPARE(calls(u"GetPlayInfo"_s), 3);
    }

    void repeatedOnesGoFirst()
    {
        HostPool pool(1);
        QSemaphore go;
        QStringList order;
        QMutex mutex;
        const auto job = [&](const QString& name) {
            return [&, name] {
                go.acquire();
                const QMutexLocker lock(&mutex);
                order << name;
            };
        };
        pool.run(u"a"_s, job(u"begun"_s));
        pool.run(u"a"_s, job(u"first"_s));
        pool.run(u"a"_s, job(u"repeated"_s), HostPool::Turn::Next);
        pool.run(u"b"_s, job(u"last"_s));
        go.release(4);
        QTRY_COMPARE(
            [&] {
                const QMutexLocker lock(&mutex);
                return order.join(u' ');
            }(),
            u"begun repeated first last"_s);
    }

    void theReferenceIsRenewed_data()
    {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<bool>("alone"); // the rendition's own link is good
        for (const char* reference : { "original", "source" }) {
            QTest::addRow("%s, with the rest", reference) << QString::fromLatin1(reference) << false;
            QTest::addRow("%s alone", reference) << QString::fromLatin1(reference) << true;
        }
    }
    void theReferenceIsRenewed()
    {
        QFETCH(const QString, reference);
        QFETCH(const bool, alone);
        serve(u"defects"_s);
        RawServer refusing;
        refusing.handler = [](const QByteArray&) {
            return RawServer::Reply { { statusReply("403 Forbidden", "denied") } }; // as a CDN does: no word of time
        };
        QVERIFY(refusing.start());
        const QUrl over(u"http://"_s + refusing.authority() + u"/od.mp4?auth_key=1500000000-0-0-0"_s);
        std::atomic<int> tries { 0 };
        AssetCheck check(m_fixture->client, m_fixture->pool, measuring(tries, [&](MeasureOptions& options) {
            if (tries == 1 && alone)
                options.reference = over;
            else if (tries == 1)
                expireAll();
        }));
        CheckOptions options;
        options.measure.deep = true;
        options.reference = *Reference::parse(reference);
        std::optional<AssetResult> result;
        check.check(kWashed, options, {}, { .done = [&](AssetResult got) { result = std::move(got); } });
        QTRY_VERIFY_WITH_TIMEOUT(result, 120'000);
        QCOMPARE(tries.load(), 2);
        for (const StreamSheet& stream : result->sheet.streams) {
            if (!stream.decoded)
                continue;
            QVERIFY2(*stream.decoded, qPrintable(*stream.decoded ? QString() : stream.decoded->error().message));
            QCOMPARE((*stream.decoded)->signal.referenceTrouble, QString());
            QVERIFY((*stream.decoded)->signal.psnrDb);
        }
    }

    void oneThatStaysRefusedIsTold()
    {
        serve(u"defects"_s);
        RawServer refusing;
        refusing.handler = [](const QByteArray&) {
            return RawServer::Reply { { statusReply(
                "403 Forbidden", "<Error><Code>AccessDenied</Code><Message>Request has expired.</Message></Error>") } };
        };
        QVERIFY(refusing.start());
        std::atomic<int> tries { 0 };
        AssetCheck check(m_fixture->client, m_fixture->pool, measuring(tries, [&](MeasureOptions& options) {
            options.reference = QUrl(u"http://"_s + refusing.authority() + u"/od.mp4"_s);
        }));
        CheckOptions options;
        options.measure.deep = true;
        options.reference = *Reference::parse(u"original"_s);
        std::optional<AssetResult> result;
        check.check(kWashed, options, {}, { .done = [&](AssetResult got) { result = std::move(got); } });
        QTRY_VERIFY_WITH_TIMEOUT(result, 120'000);
        QCOMPARE(tries.load(), 2);
        int decoded = 0;
        for (const StreamSheet& stream : result->sheet.streams) {
            if (!stream.decoded)
                continue;
            ++decoded;
            QVERIFY2(*stream.decoded,
                qPrintable(*stream.decoded ? QString() : stream.decoded->error().message)); // what can be measured is
            QVERIFY((*stream.decoded)->signal.referenceTrouble.contains(u"expired"_s));
        }
        QCOMPARE(decoded, 1);
    }
};

QTEST_GUILESS_MAIN(TestLinkExpiry)
#include "tst_link_expiry.moc"
