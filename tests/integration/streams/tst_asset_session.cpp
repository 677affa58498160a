// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;
using State = AssetSession::State;

class TestAssetSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void listsAnAsset();
    void opensByInputUrl();
    void everyState_data();
    void everyState();
    void unknownAsset();
    void failedReloadKeepsWhatWasThere_data();
    void failedReloadKeepsWhatWasThere();
    void anotherAssetClearsAtOnce();
    void renewalIsShared();
    void renewalGivesFreshUrls();
    void renewalFailsQuietly();
    void renewalOfALostStream();
    void renewalCanBeAborted();
    void renewalOfAClosedAsset();
    void countdown();

private:
    std::unique_ptr<SessionFixture> m_fixture;
};

void TestAssetSession::init()
{
    m_fixture = std::make_unique<SessionFixture>();
    QVERIFY(m_fixture->start());
}

void TestAssetSession::listsAnAsset()
{
    AssetSession& session = m_fixture->session;
    QAbstractItemModelTester tester(&session.streams(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(session.state(), State::Empty);
    QSignalSpy changes(&session, &AssetSession::stateChanged);
    PlayInfoQuery query;
    query.mediaId = assets::cityNightDrive;
    session.open(query);
    QCOMPARE(session.state(), State::Loading);
    QVERIFY(!session.hasAnswer());
    QVERIFY(m_fixture->settle());
    QCOMPARE(session.state(), State::Ready);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(session.mediaState(), MediaState::Ready);
    QCOMPARE(session.mediaBase().title, u"City night drive"_s);
    QCOMPARE(session.streams().rowCount(), 14);
    int refused = 0;
    for (int row = 0; row < 14; ++row) {
        QCOMPARE(session.streams().expiry(row).source, UrlExpiry::Source::CdnTypeA);
        const auto left = session.streams().expiry(row).secondsLeft(session.streams().now());
        QVERIFY(left && *left > 3500 && *left <= 3600);
        refused += session.streams().playability(row) == Playability::Playable ? 0 : 1;
    }
    QCOMPARE(refused, 1); // AliyunVoDEncryption
}

void TestAssetSession::opensByInputUrl()
{
    PlayInfoQuery query;
    query.inputUrl = u"vod://20b48fb04483915d4f2cd8ac5a1e0001"_s;
    query.authTimeout = 7200;
    m_fixture->session.open(query);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->session.mediaBase().mediaId, assets::cityNightDrive);
    const auto left = m_fixture->session.streams().expiry(0).secondsLeft(m_fixture->session.streams().now());
    QVERIFY(left && *left > 7100 && *left <= 7200);
}

void TestAssetSession::everyState_data()
{
    QTest::addColumn<QString>("asset");
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("source");
    const auto row = [](const char* name, const QString& asset, MediaState state, UrlExpiry::Source source) {
        QTest::newRow(name) << asset << static_cast<int>(state) << static_cast<int>(source);
    };
    row("preparing", assets::trailer, MediaState::Preparing, UrlExpiry::Source::Unknown);
    row("init", assets::upload, MediaState::Init, UrlExpiry::Source::Unknown);
    row("prepare fail", assets::damaged, MediaState::PrepareFailed, UrlExpiry::Source::Unknown);
    row("oss v1", assets::teaHills, MediaState::Ready, UrlExpiry::Source::OssV1);
    row("oss v4", assets::studioInterview, MediaState::Ready, UrlExpiry::Source::OssV4);
    row("unsigned: the page's sample", assets::publishedSample, MediaState::Ready, UrlExpiry::Source::AuthTimeout);
}

void TestAssetSession::everyState()
{
    QFETCH(QString, asset);
    QFETCH(int, state);
    QFETCH(int, source);
    QVERIFY(m_fixture->open(asset));
    AssetSession& session = m_fixture->session;
    QCOMPARE(session.state(), State::Ready);
    QCOMPARE(static_cast<int>(session.mediaState()), state);
    QCOMPARE(session.streams().rowCount() > 0, state == static_cast<int>(MediaState::Ready));
    for (int row = 0; row < session.streams().rowCount(); ++row)
        QCOMPARE(static_cast<int>(session.streams().expiry(row).source), source);
    if (asset == assets::publishedSample) {
        QCOMPARE(session.streams().playability(0), Playability::Playable);
        QVERIFY(!streamOddities(session.streams().at(0)).isEmpty());
    }
}

void TestAssetSession::unknownAsset()
{
    QVERIFY(m_fixture->open(u"0000000000000000000000000000beef"_s));
    QCOMPARE(m_fixture->session.state(), State::Failed);
    QCOMPARE(m_fixture->session.error().kind, ErrorKind::NotFound);
    QVERIFY(!m_fixture->session.error().requestId.isEmpty());
    QVERIFY(!m_fixture->session.hasAnswer());
    QCOMPARE(m_fixture->session.streams().rowCount(), 0);
}

void TestAssetSession::failedReloadKeepsWhatWasThere_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("kind");
    QTest::newRow("forbidden") << u"forbidden"_s << u"Permission"_s;
    QTest::newRow("bad JSON") << u"bad-json"_s << u"Protocol"_s;
    QTest::newRow("cut JSON") << u"truncate-json"_s << u"Protocol"_s;
    QTest::newRow("5xx") << u"error-500=1"_s << u"Service"_s;
    QTest::newRow("throttled") << u"throttle=1"_s << u"Throttled"_s;
    QTest::newRow("huge JSON") << u"huge-json=33"_s << u"TooLarge"_s;
}

void TestAssetSession::failedReloadKeepsWhatWasThere()
{
    QFETCH(QString, fault);
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::studioInterview));
    const QPersistentModelIndex kept = session.streams().index(3, 0);
    const QString url = session.streams().at(3).playUrl;

    m_fixture->setFault(fault);
    session.reload();
    QCOMPARE(session.state(), State::Loading);
    QCOMPARE(session.streams().rowCount(), 7);
    QVERIFY(m_fixture->settle());
    QCOMPARE(session.state(), State::Failed);
    QTEST(Error::kindName(session.error().kind), "kind");
    QVERIFY(!session.error().message.isEmpty());
    QCOMPARE(session.streams().rowCount(), 7);
    QCOMPARE(session.streams().at(3).playUrl, url);
    QCOMPARE(session.mediaBase().title, u"Studio interview 07"_s);

    m_fixture->setFault({});
    session.reload();
    QVERIFY(m_fixture->settle());
    QCOMPARE(session.state(), State::Ready);
    QVERIFY(kept.isValid());
    QCOMPARE(kept.row(), 3);
}

void TestAssetSession::anotherAssetClearsAtOnce()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    session.streams().setCurrent(session.streams().key(2));
    PlayInfoQuery query;
    query.mediaId = assets::studioInterview;
    session.open(query);
    QCOMPARE(session.streams().rowCount(), 0);
    QVERIFY(session.streams().current().isEmpty());
    QVERIFY(m_fixture->settle());
    QCOMPARE(session.streams().rowCount(), 7);
    session.close();
    QCOMPARE(session.state(), State::Empty);
    QCOMPARE(session.streams().rowCount(), 0);
}

void TestAssetSession::renewalIsShared()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    const qsizetype before = m_fixture->calls();
    m_fixture->setFault(u"api-latency=150"_s);
    int answers = 0;
    for (int row = 0; row < 3; ++row)
        session.renew(session.streams().key(row), this, [&](const Result<PlayInfo>& info) { answers += info ? 1 : 0; });
    session.reload(); // and who reloads now gets the same answer
    QTRY_COMPARE(answers, 3);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->calls(), before + 1);
}

void TestAssetSession::renewalGivesFreshUrls()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    const StreamKey key = session.streams().key(5);
    const QString old = session.streams().at(5).playUrl;
    QSignalSpy resets(&session.streams(), &QAbstractItemModel::modelReset);
    std::optional<Result<PlayInfo>> answer;
    session.renew(key, this, [&](const Result<PlayInfo>& info) { answer = info; });
    QCOMPARE(session.state(), State::Ready); // nobody who looks on is disturbed
    QVERIFY(!answer); // never from within
    QTRY_VERIFY(answer.has_value());
    QVERIFY(answer->has_value());
    QVERIFY((*answer)->playUrl != old);
    QCOMPARE((*answer)->playUrl, session.streams().at(5).playUrl);
    QCOMPARE(StreamKey::of(assets::cityNightDrive, **answer), key);
    QCOMPARE(resets.size(), 0);
}

void TestAssetSession::renewalFailsQuietly()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    m_fixture->setFault(u"forbidden"_s);
    std::optional<Result<PlayInfo>> answer;
    session.renew(session.streams().key(0), this, [&](const Result<PlayInfo>& info) { answer = info; });
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().kind, ErrorKind::Permission);
    QCOMPARE(session.state(), State::Ready);
    QCOMPARE(session.streams().rowCount(), 14);
}

void TestAssetSession::renewalOfALostStream()
{
    AssetSession& session = m_fixture->session;
    std::optional<Result<PlayInfo>> answer;
    const auto take = [&](const Result<PlayInfo>& info) { answer = info; };
    session.renew(StreamKey::fromString(u"j.a.b"_s), this, take); // nothing is open
    QVERIFY(!answer);
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().kind, ErrorKind::NotFound);

    answer.reset();
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    session.renew(StreamKey::fromString(u"j.a.b"_s), this, take);
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().kind, ErrorKind::NotFound);
    QVERIFY(!answer->error().requestId.isEmpty());
}

void TestAssetSession::renewalCanBeAborted()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    m_fixture->setFault(u"api-latency=100"_s);
    QStringList answered;
    const auto note = [&](const QString& name) {
        return [&answered, name](const Result<PlayInfo>&) { answered += name; };
    };
    CallHandle first = session.renew(session.streams().key(0), this, note(u"aborted"_s));
    auto context = std::make_unique<QObject>();
    session.renew(session.streams().key(1), context.get(), note(u"gone"_s));
    session.renew(session.streams().key(2), this, note(u"kept"_s));
    first.abort();
    first.abort(); // harmless
    context.reset();
    QTRY_COMPARE(answered, QStringList { u"kept"_s });

    // Alone: the request itself ends, and the next one is another.
    CallHandle alone = session.renew(session.streams().key(0), this, note(u"alone"_s));
    alone.abort();
    session.renew(session.streams().key(0), this, note(u"next"_s));
    QTRY_COMPARE(answered, (QStringList { u"kept"_s, u"next"_s }));
}

void TestAssetSession::renewalOfAClosedAsset()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    m_fixture->setFault(u"api-latency=100"_s);
    std::optional<Result<PlayInfo>> answer;
    int answers = 0;
    session.renew(session.streams().key(0), this, [&](const Result<PlayInfo>& info) {
        answer = info;
        ++answers;
    });
    QVERIFY(m_fixture->open(assets::studioInterview));
    QTRY_VERIFY(answer.has_value());
    QCOMPARE(answer->error().kind, ErrorKind::Cancelled);
    QCOMPARE(answers, 1);
    QCOMPARE(session.streams().rowCount(), 7);
}

void TestAssetSession::countdown()
{
    AssetSession& session = m_fixture->session;
    QVERIFY(m_fixture->open(assets::cityNightDrive));
    const auto text = [&] { return session.streams().index(0, StreamModel::Expiry).data().toString(); };
    const QString first = text();
    QVERIFY(first.startsWith("59:"_L1) || first == "1:00:00"_L1);
    m_fixture->clock.pass(3600);
    QTRY_COMPARE(text(), u"expired"_s);
}

QTEST_GUILESS_MAIN(TestAssetSession)
#include "tst_asset_session.moc"
