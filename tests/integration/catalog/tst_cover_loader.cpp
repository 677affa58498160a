// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "catalog/cover_loader.h"
#include "core/http.h"
#include "sandbox/server.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestCoverLoader final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        sandbox::Options options;
        options.assets = 100;
        m_server = std::make_unique<sandbox::Server>(options);
        QVERIFY(!m_server->start());
        Client client(m_http, m_clock);
        client.setAccount({ { m_server->accessKeyId(), m_server->accessKeySecret(), {} }, QUrl(m_server->endpoint()) });
        AssetListModel model(client);
        model.refresh();
        QTRY_VERIFY(model.loadedCount() >= 100);
        m_covers.clear();
        for (int row = 0; row < model.loadedCount() && m_covers.size() < 40; ++row) {
            if (!model.at(row).coverUrl.isEmpty())
                m_covers.append({ model.at(row).mediaId, model.at(row).coverUrl });
        }
        QVERIFY(m_covers.size() >= 30);
    }

    void aScreenfulTakesFewConnections()
    {
        m_server->resetPeakMediaConnections();
        CoverLoader loader(m_http);
        loader.setWanted(m_covers);
        QTRY_VERIFY(hasAll(loader, m_covers));
        QVERIFY2(m_server->peakMediaConnections() <= 6, qPrintable(QString::number(m_server->peakMediaConnections())));
    }

    void whatWasSeenComesFromDisk()
    {
        {
            CoverLoader loader(m_http, m_folder->path());
            loader.setWanted(m_covers);
            QTRY_VERIFY(hasAll(loader, m_covers));
        }
        const auto before = settledLog(); // the log's last line comes after the last byte
        CoverLoader again(m_http, m_folder->path());
        QList<CoverLoader::Cover> renewed = m_covers;
        for (auto& cover : renewed)
            cover.url = cover.url.section(u'?', 0, 0) + u"?another=signature"_s; // as after another reply
        again.setWanted(renewed);
        QTRY_VERIFY(hasAll(again, renewed));
        QCOMPARE(m_server->requestLog().size(), before);
        again.clear();
        QVERIFY(again.image(renewed.constFirst()).isNull());
        QTRY_COMPARE(filesOnDisk(), 0);
        again.setWanted(renewed); // from the service
        QTRY_VERIFY(m_server->requestLog().size() > before);
    }

    void clearingReachesAFolderThatIsNotInUse()
    {
        CoverLoader loader(m_http, m_folder->path());
        loader.setWanted(m_covers);
        QTRY_VERIFY(hasAll(loader, m_covers));
        QTRY_VERIFY(filesOnDisk() >= m_covers.size());
        loader.setFolder({}); // as for the demo
        loader.clear(m_folder->path());
        QTRY_COMPARE(filesOnDisk(), 0);
    }

    void noSignatureReachesTheDisk()
    {
        {
            CoverLoader loader(m_http, m_folder->path());
            loader.setWanted(m_covers);
            QTRY_VERIFY(hasAll(loader, m_covers));
        }
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("Signature") && !bytes.contains("OSSAccessKeyId") && !bytes.contains("127.0.0.1"));
            ++count;
        }
        QVERIFY(count >= m_covers.size());
    }

    void whatIsScrolledPastIsGivenUp()
    {
        sandbox::Faults faults;
        faults.hangMedia = true;
        m_server->setFaults(faults);
        CoverLoader loader(m_http);
        loader.setWanted(m_covers.mid(0, 10));
        QTRY_VERIFY(m_server->peakMediaConnections() > 0);
        m_server->setFaults({});
        loader.setWanted(m_covers.mid(20, 5));
        QTRY_VERIFY(hasAll(loader, m_covers.mid(20, 5)));
        QVERIFY(!hasAll(loader, m_covers.mid(0, 10)));
        loader.setWanted(m_covers.mid(0, 10)); // given up is not failed
        QTRY_VERIFY(hasAll(loader, m_covers.mid(0, 10)));
    }

    void badCoversHarmNothing()
    {
        sandbox::Faults faults;
        faults.badCovers = true;
        m_server->setFaults(faults);
        CoverLoader loader(m_http, m_folder->path());
        QSignalSpy loaded(&loader, &CoverLoader::loaded);
        loader.setWanted(m_covers);
        settledLog();
        QVERIFY(loaded.size() < m_covers.size()); // the animated ones show their first picture
        const auto asked = settledLog();
        loader.setWanted({});
        loader.setWanted(m_covers); // what failed is not asked for again by itself
        QVERIFY(settledLog() - asked <= m_covers.size() / 5);
        m_server->setFaults({});
        loader.forgetFailures();
        loader.setWanted(m_covers);
        QTRY_VERIFY(hasAll(loader, m_covers));
    }

    void aFrameStandsInForACover()
    {
        const CoverLoader::Cover bare { u"no-cover"_s, {} };
        QImage frame(1920, 1080, QImage::Format_RGB32);
        frame.fill(Qt::darkRed);
        {
            CoverLoader loader(m_http, m_folder->path());
            QSignalSpy loaded(&loader, &CoverLoader::loaded);
            loader.setImage(bare, frame);
            QCOMPARE(loaded.size(), 1);
            QCOMPARE(loader.image(bare).size(), QSize(640, 360));
        }
        CoverLoader again(m_http, m_folder->path());
        again.setWanted({ bare });
        QTRY_VERIFY(!again.image(bare).isNull());
    }

private:
    int filesOnDisk() const
    {
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count)
            files.next();
        return count;
    }
    //! How many requests there were, once no more come.
    qsizetype settledLog()
    {
        qsizetype before = -1;
        while (before != m_server->requestLog().size()) {
            before = m_server->requestLog().size();
            (void)QTest::qWaitFor([&] { return m_server->requestLog().size() > before; }, 500);
        }
        return before;
    }
    static bool hasAll(const CoverLoader& loader, const QList<CoverLoader::Cover>& covers)
    {
        return std::all_of(covers.begin(), covers.end(),
            [&loader](const CoverLoader::Cover& cover) { return !loader.image(cover).isNull(); });
    }

    SystemClock m_clock;
    Http m_http;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Server> m_server;
    QList<CoverLoader::Cover> m_covers;
};

QTEST_GUILESS_MAIN(TestCoverLoader)
#include "tst_cover_loader.moc"
