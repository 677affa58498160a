// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/ranged_reader.h"
#include "tests/support/in_thread.h"
#include "tests/support/raw_server.h"

using namespace proofreel;
using namespace proofreel::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype total = 200'000;

//! Bytes that differ everywhere.
QByteArray content()
{
    QByteArray bytes(total, '\0');
    for (qsizetype i = 0; i < total; ++i)
        bytes[i] = char(uchar((i * 2'654'435'761U) >> 13));
    bytes.replace(0, 8,
        QByteArray("\0\0\0\x18"
                   "ftyp",
            8)); // no sound, no web page
    return bytes;
}

struct Asked {
    qint64 first = 0, last = 0;
};

Asked rangeOf(const QByteArray& request)
{
    const qsizetype at = request.indexOf("bytes=");
    const QByteArray text = request.mid(at + 6, request.indexOf("\r\n", at) - at - 6);
    return { text.left(text.indexOf('-')).toLongLong(), text.mid(text.indexOf('-') + 1).toLongLong() };
}

QByteArray partial(const QByteArray& body, const QByteArray& contentRange)
{
    return statusReply("206 Partial Content", body, "Content-Range: bytes " + contentRange + "\r\n");
}

QByteArray rightAnswer(const QByteArray& request, const QByteArray& more = {})
{
    const auto [first, last] = rangeOf(request);
    const QByteArray body = content().mid(first, last - first + 1);
    return statusReply("206 Partial Content", body,
        "Content-Range: bytes " + QByteArray::number(first) + '-' + QByteArray::number(first + body.size() - 1) + '/'
            + QByteArray::number(total) + "\r\n" + more);
}

using Handler = std::function<QByteArray(const QByteArray& request, int number)>;

} // namespace
Q_DECLARE_METATYPE(Handler)

//! Servers that answer ranges in ways of their own.
class RangedReaderServers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void secretsStayOut();
};

void RangedReaderServers::answers_data()
{
    QTest::addColumn<Handler>("handler");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const char* kind, Handler handler) {
        QTest::newRow(name) << std::move(handler) << QString::fromLatin1(kind);
    };
    const auto status = [&](const char* line, const char* kind) {
        row(line, kind, [line](const QByteArray&, int) { return statusReply(line, "no"); });
    };
    row("right", "ok", [](const QByteArray& request, int) { return rightAnswer(request); });
    row("other part", "Protocol",
        [](const QByteArray&, int) { return partial(content().mid(5, 65'536), "5-65540/200000"); });
    row("shorter part", "Protocol", [](const QByteArray&, int) { return partial(content().left(10), "0-9/200000"); });
    row("length and range differ", "Protocol",
        [](const QByteArray&, int) { return partial(content().left(10), "0-65535/200000"); });
    row("more than asked", "Protocol", [](const QByteArray&, int) { return partial(content(), "0-199999/200000"); });
    row("no Content-Range", "Protocol",
        [](const QByteArray&, int) { return statusReply("206 Partial Content", content().left(65'536)); });
    row("size unknown", "Protocol",
        [](const QByteArray&, int) { return partial(content().left(65'536), "0-65535/*"); });
    row("another size later", "Protocol", [](const QByteArray& request, int number) {
        return number == 0 ? rightAnswer(request) : rightAnswer(request).replace("/200000", "/200001");
    });
    row("another file later", "Protocol", [](const QByteArray& request, int number) {
        return rightAnswer(request, "ETag: \"" + QByteArray::number(number) + "\"\r\n");
    });
    row("whole file later", "Protocol",
        [](const QByteArray& request, int number) { return number == 0 ? rightAnswer(request) : okReply(content()); });
    row("error later", "Service", [](const QByteArray& request, int number) {
        return number == 0 ? rightAnswer(request) : statusReply("503 Busy", "no");
    });
    row("whole file", "ok", [](const QByteArray&, int) { return okReply(content()); });
    row("endless without length", "Protocol",
        [](const QByteArray&, int) { return "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + content(); });
    row("empty by 416", "Media", [](const QByteArray&, int) {
        return statusReply("416 Range Not Satisfiable", {}, "Content-Range: bytes */0\r\n");
    });
    row("416 of a file that is not empty", "Protocol", [](const QByteArray&, int) {
        return statusReply("416 Range Not Satisfiable", {}, "Content-Range: bytes */10\r\n");
    });
    row("empty by 200", "Media", [](const QByteArray&, int) { return okReply({}); });
    row("web page", "Media",
        [](const QByteArray&, int) { return okReply("<!DOCTYPE html><html>", "Content-Type: text/html\r\n"); });
    row("redirect to a file", "Protocol",
        [](const QByteArray&, int) { return statusReply("302 Found", {}, "Location: file:///etc/passwd\r\n"); });
    status("403 Forbidden", "Permission");
    status("404 Not Found", "NotFound");
    status("410 Gone", "NotFound");
    status("429 Slow Down", "Throttled");
    status("500 Oops", "Service");
    status("204 No Content", "Media");
    status("300 Choices", "Protocol");
}

void RangedReaderServers::answers()
{
    QFETCH(const Handler, handler);
    QFETCH(const QString, kind);
    RawServer server;
    server.handler = [&](const QByteArray& request) {
        return RawServer::Reply { { handler(request, int(server.requests.size()) - 1) } };
    };
    QVERIFY(server.start());
    Http http;
    http.setProxy(QNetworkProxy::NoProxy);
    RangedReader reader(http, QUrl(u"http://"_s + server.authority() + u"/a.mp4"_s), {});
    QByteArray all;
    QString got = u"ok"_s;
    inThread([&] {
        while (all.size() < total && got == "ok"_L1) {
            char buffer[10'000];
            const auto count = reader.read(all.size(), buffer, sizeof buffer);
            if (count && *count > 0)
                all.append(buffer, *count);
            else
                got = count ? u"nothing"_s : Error::kindName(count.error().kind);
        }
    });
    QCOMPARE(got, kind);
    if (got == "ok"_L1)
        QVERIFY(all == content());
    else
        QVERIFY(all == content().left(all.size()));
}

void RangedReaderServers::secretsStayOut()
{
    RawServer server;
    server.handler = [](const QByteArray&) { return RawServer::Reply { { statusReply("403 Forbidden", "no") } }; };
    QVERIFY(server.start());
    Http http;
    RangedReader reader(
        http, QUrl(u"http://"_s + server.authority() + u"/a.mp4?auth_key=1893456000-0-0-0123456789abcdef"_s), {});
    Result<qint64> size = 0;
    inThread([&] { size = reader.size(); });
    QVERIFY(!size);
    QVERIFY2(!size.error().details().contains("0123456789abcdef"_L1), qPrintable(size.error().details()));
    QCOMPARE(reader.firstReply().status, 403);
}

QTEST_GUILESS_MAIN(RangedReaderServers)
#include "tst_ranged_reader_servers.moc"
