// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_gui_stall [FAULT]: the longest time that the window's thread is away from its event loop, for each thing that a
// person does. The sandbox runs in a process of its own, so that only the window is measured.

#include "catalog/asset_list_model.h"
#include "heartbeat.h"
#include "playback/player.h"
#include "sandbox/server.h"
#include "streams/asset_session.h"
#include "ui/common/theme.h"
#include "ui/main_window.h"
#include "ui/player/player_panel.h"
#include "workspace/workspace.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QProcess>
#include <QSettings>
#include <QTableView>

#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>

using namespace proofreel;
using namespace proofreel::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double kTargetMs = 50;
constexpr int kPatienceMs = 6000; // with a fault a step may never come to its end: the window must live meanwhile

int serve(const QString& fault)
{
    sandbox::Options options;
    if (fault != u"healthy"_s) {
        if (const auto trouble = options.faults.set(fault)) {
            std::fprintf(stderr, "%s\n", qPrintable(*trouble));
            return 2;
        }
    }
    sandbox::Server server(options);
    if (const auto trouble = server.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(*trouble));
        return 1;
    }
    std::printf("%s\n", server.readyLine().trimmed().constData());
    std::fflush(stdout);
    while (std::getchar() != EOF) // until the parent goes
        ;
    return 0;
}

class Bench {
public:
    Bench(Heartbeat& heart, const QJsonObject& sandbox)
        : m_heart(heart)
    {
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", sandbox[u"accessKeyId"].toString().toUtf8());
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", sandbox[u"accessKeySecret"].toString().toUtf8());
        m_commandLine.workspace.endpoint = sandbox[u"endpoint"].toString();
    }

    int run()
    {
        // Until the window is there nobody can feel a stall; bench/startup judges that time.
        step(
            "(start)", [this] { start(); }, [this] { return m_window->isVisible(); }, 500);
        step(
            "connect", [this] { m_window->begin(m_commandLine); }, [this] { return m_workspace->isConnected(); });
        const bool listed = step(
            "list", [] {}, [this] { return m_workspace->library().rowCount() > 0; }, 1500); // with its covers
        const bool opened = listed
            && step(
                "open", [this] { open(); }, [this] { return session().hasAnswer(); }, 500);
        if (opened) {
            step(
                "play HD", [this] { play(u"HD"_s); }, [this] { return isShowingAnother(); }, 2000);
            step(
                "switch", [this] { play(u"SD"_s); }, [this] { return isShowingAnother(); }, 2000);
        }
        step(
            "quit", [this] { quit(); }, [] { return true; });
        return 0;
    }

private:
    AssetSession& session() { return m_workspace->session(); }

    //! \a afterMs: the step goes on for so long once it is done, as its wake belongs to it.
    bool step(const char* name, const std::function<void()>& act, const std::function<bool()>& isDone, int afterMs = 0)
    {
        QElapsedTimer clock;
        clock.start();
        m_heart.begin();
        act();
        QEventLoop loop;
        QTimer poll;
        qint64 doneMs = -1;
        QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
            if (doneMs < 0 && isDone())
                doneMs = clock.elapsed();
            if (doneMs >= 0 ? clock.elapsed() >= doneMs + afterMs : clock.elapsed() > kPatienceMs)
                loop.quit();
        });
        poll.start(5);
        loop.exec();
        const Heartbeat::Stall worst = m_heart.end();
        std::printf("%-8s longest stall %6.1f ms (busy %6.1f)%s  %s; longest event %5.1f ms %s\n", name, worst.wallMs,
            worst.busyMs, worst.wallMs > kTargetMs ? " OVER" : "     ",
            doneMs < 0 ? "not done" : qPrintable(u"done after %1 ms"_s.arg(doneMs)), worst.longestEventMs,
            qPrintable(worst.longestEvent));
        std::fflush(stdout);
        return doneMs >= 0;
    }

    void start()
    {
        m_workspace = std::make_unique<Workspace>(m_commandLine.workspace);
        if (const auto started = m_workspace->start(); !started)
            qFatal("%s", qPrintable(started.error().message));
        m_theme = std::make_unique<Theme>(m_heart, m_workspace->settings());
        m_window = std::make_unique<MainWindow>(*m_workspace, *m_theme);
        m_window->resize(1440, 900);
        m_window->show();
    }

    void open()
    {
        const AssetListModel& library = m_workspace->library();
        for (int row = 0; row < library.rowCount(); ++row)
            if (library.at(row).title == u"City night drive"_s)
                m_window->openText(library.at(row).mediaId);
    }

    //! As with Enter in the table, on the first mp4 of that definition.
    void play(const QString& definition)
    {
        if (const Player* player = m_window->playerPanel().player())
            m_before = player->source().key;
        auto* table = m_window->findChild<QTableView*>(u"streamTable"_s);
        const QAbstractItemModel* model = table->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto raw = [&](int column) {
                return model->index(row, column).data(StreamModel::RawRole).toString();
            };
            if (raw(StreamModel::Definition) != definition || raw(StreamModel::Format) != u"mp4"_s)
                continue;
            table->setCurrentIndex(model->index(row, StreamModel::Format));
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QCoreApplication::sendEvent(table, &enter);
            return;
        }
        qFatal("there is no such stream");
    }

    //! Moving pictures, of another stream than before.
    bool isShowingAnother()
    {
        const Player* player = m_window->playerPanel().player();
        return player && player->state() == Player::State::Playing && player->stats().frames > 0
            && player->source().key != m_before;
    }

    void quit()
    {
        m_window->close();
        m_window.reset();
        m_theme.reset();
        m_workspace.reset();
    }

    Heartbeat& m_heart;
    CommandLine m_commandLine;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    QString m_before;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--serve") == 0) {
        QCoreApplication application(argc, argv);
        return serve(QString::fromLocal8Bit(argv[2]));
    }
    const QString fault = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"healthy"_s;
    Heartbeat heart(argc, argv);
    QCoreApplication::setOrganizationName(u"Proofreel"_s);
    QCoreApplication::setApplicationName(u"proofreel-bench"_s);
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(QCoreApplication::applicationFilePath(), { u"--serve"_s, fault });
    while (!server.canReadLine())
        if (!server.waitForReadyRead(15'000))
            return 1;
    std::printf("-- %s, target %.0f ms\n", qPrintable(fault), kTargetMs);
    const int result = Bench(heart, QJsonDocument::fromJson(server.readLine()).object()).run();
    server.closeWriteChannel();
    if (!server.waitForFinished(5000))
        server.kill();
    return result;
}
