// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_library [ASSETS [ROWS]]: the library of a big account (default 1,000,000) in the real window, against a sandbox
// in a process of its own: how soon the first rows are painted, whether scrolling to row 20,000 by keyboard and wheel
// ever holds up the window, what a loaded row costs, and how many connections a screenful of covers takes.
// Exit code 1 if a target is missed.

#include "catalog/asset_list_model.h"
#include "sandbox/server.h"
#include "tests/bench/gui_stall/heartbeat.h"
#include "ui/common/theme.h"
#include "ui/main_window.h"
#include "workspace/workspace.h"

#include <QAbstractItemView>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QPointer>
#include <QProcess>
#include <QScrollBar>
#include <QWheelEvent>

#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>

#include <malloc.h>

using namespace proofreel;
using namespace proofreel::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double kFirstRowsMs = 100, kStallMs = 16, kStallPart = 0.999;
constexpr double kBytesPerRow = 400;
constexpr int kConnections = 6;

int serve(qint64 assets)
{
    sandbox::Options options;
    options.assets = assets;
    sandbox::Server server(options);
    if (const auto trouble = server.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(*trouble));
        return 1;
    }
    std::printf("%s\n", server.readyLine().trimmed().constData());
    std::fflush(stdout);
    while (std::getchar() == '?') { // asked how many connections the covers took
        std::printf("%d\n", server.peakMediaConnections());
        std::fflush(stdout);
    }
    return 0;
}

bool wait(const std::function<bool()>& isDone, int patienceMs = 60'000)
{
    QElapsedTimer since;
    since.start();
    while (!isDone() && since.elapsed() < patienceMs) {
        QEventLoop loop;
        QTimer::singleShot(1, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return isDone();
}

//! Bytes in use on the heap.
double heap()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks) + double(info.hblkhd);
}

//! When the view was first painted after a moment.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(QWidget* viewport) { viewport->installEventFilter(this); }
    void arm()
    {
        m_clock.start();
        paintedMs = -1;
    }
    double paintedMs = -1;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_clock.isValid() && paintedMs < 0) {
            // When the paint that is about to happen is done.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (paintedMs < 0)
                        paintedMs = double(m_clock.nsecsElapsed()) / 1e6;
                },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QElapsedTimer m_clock;
};

class Bench {
public:
    //! \a connections: how many the sandbox has had open for media at once.
    Bench(Heartbeat& heart, const QJsonObject& sandbox, int rows, std::function<int()> connections)
        : m_heart(heart)
        , m_rows(rows)
        , m_connections(std::move(connections))
    {
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", sandbox[u"accessKeyId"].toString().toUtf8());
        qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", sandbox[u"accessKeySecret"].toString().toUtf8());
        m_commandLine.workspace.endpoint = sandbox[u"endpoint"].toString();
    }

    bool run()
    {
        m_workspace = std::make_unique<Workspace>(m_commandLine.workspace);
        if (const auto started = m_workspace->start(); !started)
            qFatal("%s", qPrintable(started.error().message));
        m_theme = std::make_unique<Theme>(m_heart, m_workspace->settings());
        m_window = std::make_unique<MainWindow>(*m_workspace, *m_theme);
        m_window->resize(1440, 900);
        m_window->show();
        m_view = m_window->findChild<QAbstractItemView*>(u"assetView"_s);
        firstRows();
        scroll("keyboard", m_rows / 2, [this] {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
            QCoreApplication::sendEvent(m_view, &press);
        });
        scroll("wheel", m_rows, [this] {
            const QPointF middle(m_view->viewport()->rect().center());
            QWheelEvent turn(middle, m_view->viewport()->mapToGlobal(middle), {}, { 0, -360 }, Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(m_view->viewport(), &turn);
        });
        m_window->close();
        m_window.reset();
        m_theme.reset();
        return m_isGood;
    }

    //! The model alone, so that no cover and no view is counted.
    bool memory()
    {
        AssetListModel model(m_workspace->client());
        model.refresh();
        wait([&] { return model.loadedCount() > 0 && model.state() == AssetListModel::State::Idle; });
        const double before = heap();
        const int first = model.loadedCount();
        while (model.loadedCount() < first + m_rows) {
            model.wantRows(model.loadedCount());
            wait([&] { return model.state() != AssetListModel::State::Loading; });
            if (model.state() == AssetListModel::State::Failed)
                qFatal("%s", qPrintable(model.error().details()));
        }
        const int rows = model.loadedCount() - first;
        judge("a loaded row", (heap() - before) / rows, kBytesPerRow, "bytes");
        return m_isGood;
    }

private:
    void judge(const char* what, double value, double target, const char* unit)
    {
        std::printf(
            "%-28s %8.1f %s (target at most %.0f)%s\n", what, value, unit, target, value > target ? " OVER" : "");
        std::fflush(stdout);
        m_isGood = m_isGood && value <= target;
    }

    void firstRows()
    {
        PaintWatch watch(m_view->viewport());
        const auto armed = QObject::connect(
            &m_workspace->library(), &AssetListModel::firstPageArrived, &watch, [&watch] { watch.arm(); });
        m_window->begin(m_commandLine);
        wait([&] { return watch.paintedMs >= 0; });
        QObject::disconnect(armed);
        judge("first rows painted", watch.paintedMs, kFirstRowsMs, "ms after the first reply");
        wait([this] { return m_workspace->library().state() == AssetListModel::State::Idle; });
        wait([] { return false; }, 1500); // the covers of the first screenful
        judge("covers of a screenful", m_connections(), kConnections, "connections at once");
    }

    void scroll(const char* how, int rows, const std::function<void()>& move)
    {
        m_view->setFocus();
        QElapsedTimer took;
        took.start();
        m_heart.begin();
        int last = -1, stuck = 0;
        // As fast as a key repeats or a wheel is spun: sixty times a second.
        const auto reached = [this] {
            const QModelIndex bottom = m_view->indexAt(m_view->viewport()->rect().bottomLeft() - QPoint(-5, 5));
            return bottom.isValid() ? bottom.row() : 0;
        };
        while (reached() < rows && stuck < 600) {
            move();
            wait([] { return false; }, 16);
            stuck = reached() == last ? stuck + 1 : 0;
            last = reached();
        }
        const Heartbeat::Stall stall = m_heart.end();
        std::printf(
            "%-28s row %d after %.1f s, %d rows loaded; longest stall %.1f ms (busy %.1f), longest event %.1f ms %s\n",
            how, reached(), double(took.elapsed()) / 1000, m_workspace->library().loadedCount(), stall.wallMs,
            stall.busyMs, stall.longestEventMs, qPrintable(stall.longestEvent));
        // On a busy machine only the second tells of the program.
        std::printf("  99.9 %% of beats: this thread at work for at most %.1f ms\n",
            Heartbeat::quantile(stall.atWorkMs, kStallPart));
        judge("  99.9 % of beats within", Heartbeat::quantile(stall.overdueMs, kStallPart), kStallMs, "ms");
        m_isGood = m_isGood && reached() >= rows;
    }

    Heartbeat& m_heart;
    int m_rows;
    std::function<int()> m_connections;
    bool m_isGood = true;
    CommandLine m_commandLine;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    QPointer<QAbstractItemView> m_view;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--serve") == 0) {
        QCoreApplication application(argc, argv);
        return serve(std::atoll(argv[2]));
    }
    Heartbeat heart(argc, argv);
    QCoreApplication::setOrganizationName(u"Proofreel"_s);
    QCoreApplication::setApplicationName(u"proofreel-bench"_s);
    const QString assets = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"1000000"_s;
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(QCoreApplication::applicationFilePath(), { u"--serve"_s, assets });
    const auto line = [&server] {
        while (!server.canReadLine())
            if (!server.waitForReadyRead(30'000))
                break;
        return server.readLine();
    };
    const QJsonObject ready = QJsonDocument::fromJson(line()).object();
    std::printf("-- %s assets\n", qPrintable(QString::number(ready[u"assets"].toInteger())));
    const auto connections = [&server, &line] {
        server.write("?");
        return line().trimmed().toInt();
    };
    Bench bench(heart, ready, argc > 2 ? std::atoi(argv[2]) : 20'000, connections);
    bench.run();
    const bool isGood = bench.memory();
    server.closeWriteChannel();
    if (!server.waitForFinished(5000))
        server.kill();
    return isGood ? 0 : 1;
}
