// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"
#include "tests/integration/ims/scripted_service.h"

#include <QMutex>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

namespace {

QMutex logMutex;
QStringList logged;

void collect(QtMsgType, const QMessageLogContext&, const QString& text)
{
    const QMutexLocker lock(&logMutex);
    logged << text;
}

} // namespace

//! A secret, a token and a signature that a hostile or talkative server sends back must not come out anywhere.
class TestClientSecrets final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void echoes_data();
    void echoes();
    void cleanupTestCase();
};

void TestClientSecrets::initTestCase()
{
    QLoggingCategory::setFilterRules(u"proofreel.*=true"_s);
}

void TestClientSecrets::echoes_data()
{
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArray>("code");
    for (const char* code : { "SignatureDoesNotMatch", "InvalidAccessKeyId.NotFound", "InvalidSecurityToken.Expired",
             "Forbidden.RAM", "InvalidTimeStamp.Expired", "Throttling.User", "InternalError", "ResourceNotFound",
             "MissingParameter", "Unheard.Of" }) {
        for (const char* line :
            { "400 Bad Request", "403 Forbidden", "404 Not Found", "429 Slow", "500 Error", "200 OK" })
            QTest::addRow("%s %s", code, line) << QByteArray(line) << QByteArray(code);
    }
    QTest::newRow("web page") << QByteArray("502 Bad Gateway") << QByteArray("<html>");
    QTest::newRow("not json") << QByteArray("200 OK") << QByteArray("!");
    QTest::newRow("odd fields") << QByteArray("200 OK") << QByteArray("odd");
    QTest::newRow("redirect") << QByteArray("302 Found") << QByteArray("move");
}

void TestClientSecrets::echoes()
{
    QFETCH(const QByteArray, statusLine);
    QFETCH(const QByteArray, code);
    logged.clear();
    const auto previous = qInstallMessageHandler(collect);
    ScriptedService service;
    QByteArrayList secrets { "CANARYsecret/+=9", "CANARYtoken/+=9" };
    service.server.handler = [&](const QByteArray& request) {
        const QByteArray signature = request.mid(request.indexOf("Signature=") + 10, 64);
        secrets << signature;
        // everything it knows, and the whole request, as text inside JSON
        QByteArray echo = request + " CANARYsecret/+=9 " + signature + " CANARYtoken/+=9 "
            + QByteArray("CANARYtoken/+=9").toPercentEncoding();
        echo.replace('\\', "\\\\").replace('"', "\\\"").replace("\r\n", "\\n");
        QByteArray body = "{\"RequestId\":\"" + echo + "\",\"Code\":\"" + code + "\",\"Message\":\"" + echo + "\"}";
        if (code == "<html>" || code == "!")
            body = code + echo;
        if (code == "odd")
            body = R"({"PlayInfoList":[{"Size":")" + echo + R"(","CreationTime":")" + echo.left(60) + R"("}]})";
        return RawServer::Reply { { statusReply(
            statusLine, body, "Location: http://x.example/?token=CANARYtoken\r\n") } };
    };
    QStringList seen;
    connect(&service.client, &Client::retrying, &service.client,
        [&](const QString& action, const Error& cause) { seen << action << cause.details(); });
    Outcome<PlayInfoReply> got;
    service.play(got);
    const bool answered = got.wait();
    qInstallMessageHandler(previous);
    QVERIFY(answered);
    if (*got.value)
        seen << (*got.value)->info.oddities;
    else
        seen << got.error().details() << got.error().message << got.error().advice << got.error().code;
    seen << logged;
    QVERIFY(!logged.isEmpty());
    const QString all = seen.join(u'\n');
    QVERIFY2(!all.contains("CANARY"_L1), qPrintable(all));
    for (const QByteArray& secret : std::as_const(secrets))
        QVERIFY2(!all.contains(QString::fromLatin1(secret)), qPrintable(all));
    QVERIFY(!all.contains("LTAI5tCanaryCanary1234"_L1));
}

void TestClientSecrets::cleanupTestCase()
{
    QLoggingCategory::setFilterRules({});
}

QTEST_GUILESS_MAIN(TestClientSecrets)
#include "tst_client_secrets.moc"
