// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/client.h"
#include "media/blocking_http.h"
#include "quality/batch.h"
#include "quality/host_pool.h"
#include "sandbox/server.h"

#include <QNetworkProxy>
#include <QTest>

namespace proofreel::test {

//! The least that is a measurement: one ranged GET of the link, over the real network. What a file shows is the
//! business of other tests.
inline MeasureStream headOf(Http& http)
{
    return [&http](const QString&, const StreamKey& key, const PlayInfo& info, const MeasureOptions&,
               const std::stop_token& stop, const std::function<void(double)>& progress) {
        StreamSheet sheet { .key = key.toString(), .label = info.definition + u' ' + info.format, .info = info };
        BlockingHttp blocking(http, stop);
        HttpRequest request { .url = QUrl(info.playUrl), .headers = { { "Range", "bytes=0-1023" } } };
        const auto reply = blocking.send(request);
        sheet.delivery = DeliveryFacts { .status = reply ? reply->status : 0 };
        sheet.transfer = { reply ? reply->body.size() : 0, 1 };
        if (!reply)
            sheet.container = fail(reply.error());
        else if (reply->status == 403)
            sheet.container = fail({ .kind = ErrorKind::Expired, .message = QStringLiteral("expired") });
        else if (reply->status >= 400)
            sheet.container = fail({ .kind = ErrorKind::Media, .message = QString::number(reply->status) });
        else
            sheet.container = MediaFacts {};
        progress(1);
        return sheet;
    };
}

//! Client, pool and check against a sandbox; members in the order in which they must die.
struct BatchFixture {
    Http http;
    SystemClock clock;
    Client client { http, clock };
    HostPool pool { 4 };

    BatchFixture(const QUrl& endpoint, const QString& keyId, const QString& keySecret)
    {
        ImsAccount account;
        account.credentials.accessKeyId = keyId;
        account.credentials.accessKeySecret = keySecret;
        account.endpoint = endpoint;
        client.setAccount(account);
        ClientTimeouts timeouts;
        timeouts.retryDelayScale = 0.02;
        client.setTimeouts(timeouts);
        http.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
    }
    explicit BatchFixture(const sandbox::Server& server)
        : BatchFixture(QUrl(server.endpoint()), server.accessKeyId(), server.accessKeySecret())
    {
    }

    //! Ids of synthetic assets that are ready, in the order of the list.
    QStringList ids(int count)
    {
        QStringList found;
        QString token;
        QObject context;
        do {
            std::optional<Result<MediaPage>> page;
            client.listMediaBasicInfos({ .nextToken = token }, &context, [&](Result<MediaPage> got) { page = got; });
            if (!QTest::qWaitFor([&] { return page.has_value(); }, 20'000) || !*page)
                return {};
            for (const MediaBasicInfo& media : (*page)->medias) {
                if (media.status == QLatin1String("Normal")
                    && (media.mediaType == QLatin1String("video") || media.mediaType == QLatin1String("audio")))
                    found << media.mediaId;
            }
            token = (*page)->nextToken;
        } while (found.size() < count && !token.isEmpty());
        return found.mid(0, count);
    }
};

//! A sandbox of this process with what a batch needs of it.
struct BatchSandbox {
    sandbox::Server server { sandbox::Options { .assets = 60 } };
    const QString trouble = server.start().value_or(QString()); //!< empty: it runs
    BatchFixture fixture { server };

    //! False if one of them is none; in place of those before.
    [[nodiscard]] bool fault(const QStringList& texts)
    {
        sandbox::Faults faults;
        for (const QString& text : texts) {
            if (faults.set(text))
                return false;
        }
        server.setFaults(faults);
        return true;
    }
    [[nodiscard]] qsizetype calls() const //!< of GetPlayInfo so far
    {
        return server.requestLog().filter(QStringLiteral("GetPlayInfo")).size();
    }
};

//! One batch and what it has handed out.
struct BatchRun {
    AssetCheck check;
    Batch batch;
    QList<AssetResult> results;
    QHash<QString, int> times;
    int resumed = 0;
    bool isFinished = false;
    std::optional<Error> trouble;

    explicit BatchRun(BatchFixture& fixture)
        : BatchRun(fixture, headOf(fixture.http))
    {
    }
    BatchRun(BatchFixture& fixture, MeasureStream measure)
        : check(fixture.client, fixture.pool, std::move(measure))
        , batch(fixture.client, fixture.pool, check)
    {
        QObject::connect(&batch, &Batch::checked, &batch, [this](const AssetResult& result, bool isResumed) {
            results << result;
            ++times[result.sheet.mediaId];
            resumed += isResumed;
        });
        QObject::connect(&batch, &Batch::finished, &batch, [this](const std::optional<Error>& why) {
            isFinished = true;
            trouble = why;
        });
    }
    bool wait(int ms = 60'000)
    {
        return QTest::qWaitFor([this] { return isFinished; }, ms);
    }
    [[nodiscard]] AssetResult of(const QString& id) const
    {
        for (const AssetResult& result : results) {
            if (result.sheet.mediaId == id)
                return result;
        }
        return {};
    }
};

inline BatchOptions fast()
{
    BatchOptions options;
    options.callsPerSecond = 1000;
    return options;
}

} // namespace proofreel::test
