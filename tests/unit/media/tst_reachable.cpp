// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/reachable.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestReachable final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromAPublicHost_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("ok");
        for (const char* good : { "http://cdn.example/a.ts", "https://cdn.example:8443/k", "https://other.example/a.ts",
                 "http://8.8.8.8/a", "http://172.32.0.1/a", "http://100.128.0.1/a", "http://11.0.0.1/a",
                 "http://[2400:3200::1]/a", "http://localhost.example/a", "http://[::ffff:8.8.8.8]/a",
                 "http://192.169.0.1/a", "http://169.253.0.1/" })
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : { "http://localhost/a", "http://LOCALHOST:80/a", "http://localhost./a",
                 "http://x.localhost/a", "http://127.0.0.1/a", "http://127.1/a", "http://127.0.0.1./a",
                 "http://2130706433/a", "http://0x7f000001/a", "http://0177.0.0.1/a", "http://0/a", "http://0.0.0.0/a",
                 "http://10.1.2.3/a", "http://172.16.0.1/a", "http://172.31.255.255/a", "http://192.168.1.1/a",
                 "http://100.64.0.1/a", "http://100.100.100.200/latest/meta-data/",
                 "http://169.254.169.254/latest/meta-data/", "http://224.0.0.1/a", "http://255.255.255.255/a",
                 "http://[::1]/a", "http://[::]/a", "http://[fe80::1]/a", "http://[fd00::1]/a", "http://[fc00::1]/a",
                 "http://[ff02::1]/a", "http://[::ffff:127.0.0.1]/a", "http://[::ffff:10.0.0.1]/a",
                 "http://[::127.0.0.1]/a", "http://[64:ff9b::10.0.0.1]/a", "http://[fec0::1]/a", "file:///etc/passwd",
                 "ftp://cdn.example/a", "data:text/plain,0", "", "http:///a", "crypto://cdn.example/a" })
            QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << false;
    }
    void fromAPublicHost()
    {
        QFETCH(QString, url);
        QTEST(mayFetch(QUrl(url), QUrl(u"https://cdn.example/index.m3u8"_s)), "ok");
    }

    void fromAPrivateHost_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("namedBy");
        QTest::addColumn<bool>("ok");
        const auto row = [](const char* url, const char* namedBy, bool ok) {
            QTest::addRow("%s from %s", url, namedBy) << QString::fromLatin1(url) << QString::fromLatin1(namedBy) << ok;
        };
        row("http://127.0.0.1:1/a.ts", "http://127.0.0.1:2/i.m3u8", true);
        row("http://10.0.0.5/a.ts", "http://10.0.0.5/i.m3u8", true);
        row("http://LocalHost/a.ts", "http://localhost:8080/i.m3u8", true);
        row("http://10.0.0.6/a.ts", "http://10.0.0.5/i.m3u8", false);
        row("http://127.0.0.1/a.ts", "http://localhost/i.m3u8", false);
        row("http://cdn.example/a.ts", "http://10.0.0.5/i.m3u8", true);
        row("file://127.0.0.1/a.ts", "http://127.0.0.1/i.m3u8", false);
    }
    void fromAPrivateHost()
    {
        QFETCH(QString, url);
        QFETCH(QString, namedBy);
        QTEST(mayFetch(QUrl(url), QUrl(namedBy)), "ok");
    }

    void whatAPersonAllows()
    {
        const QUrl list(u"https://cdn.example/i.m3u8"_s), one(u"http://10.0.0.5:8080/a"_s), two(u"http://10.0.0.6/a"_s);
        const PrivateHosts named(QStringList { u"10.0.0.5"_s });
        QVERIFY(mayFetch(one, list, named) && !mayFetch(two, list, named));
        QVERIFY(mayFetch(two, list, true) && !mayFetch(two, list, false));
        QVERIFY(!mayFetch(QUrl(u"file://10.0.0.5/a"_s), list, named));
        QVERIFY(!mayFetch(QUrl(u"file:///etc/passwd"_s), list, true));
    }
};

QTEST_APPLESS_MAIN(TestReachable)
#include "tst_reachable.moc"
