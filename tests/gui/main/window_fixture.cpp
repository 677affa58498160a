// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window_fixture.h"

#include "catalog/asset_list_model.h"
#include "core/logging.h"
#include "playback/player.h"
#include "streams/asset_session.h"
#include "ui/player/player_panel.h"
#include "ui/streams/stream_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTableView>

using namespace proofreel;
using namespace Qt::StringLiterals;

WindowFixture::WindowFixture(const sandbox::Faults& faults, bool withAccount, const QString& catalogue)
{
    QCoreApplication::setOrganizationName(u"Proofreel"_s);
    QCoreApplication::setApplicationName(u"proofreel-test"_s);
    sandbox::Options options;
    options.faults = faults;
    options.catalogue = catalogue;
    m_server = std::make_unique<sandbox::Server>(options);
    if (const auto problem = m_server->start())
        qFatal("%s", qPrintable(*problem));
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_ID", withAccount ? m_server->accessKeyId().toUtf8() : QByteArray());
    qputenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", withAccount ? m_server->accessKeySecret().toUtf8() : QByteArray());
    QSettings().clear();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
    m_theme.reset();
    m_workspace.reset();
    m_server.reset();
}

void WindowFixture::start(const CommandLine& commandLine)
{
    m_commandLine = commandLine;
    if (!m_commandLine.workspace.demo)
        m_commandLine.workspace.endpoint = m_server->endpoint();
    m_workspace = std::make_unique<Workspace>(m_commandLine.workspace);
    if (const auto started = m_workspace->start(); !started)
        qFatal("%s", qPrintable(started.error().message));
    m_theme = std::make_unique<Theme>(*qApp, m_workspace->settings());
    m_window = std::make_unique<MainWindow>(*m_workspace, *m_theme);
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window did not appear");
    m_window->begin(m_commandLine);
}

void WindowFixture::restart()
{
    m_window->close();
    m_window.reset();
    m_theme.reset();
    m_workspace.reset();
    start(m_commandLine);
}

bool WindowFixture::openAsset(const QString& title)
{
    auto* view = find<QAbstractItemView>(u"assetView"_s);
    const auto row = [this, &title] {
        const AssetListModel& library = m_workspace->library();
        for (int i = 0; i < library.loadedCount(); ++i) {
            if (library.at(i).title == title)
                return i;
        }
        return -1;
    };
    if (!QTest::qWaitFor([&row] { return row() >= 0; }, 20'000))
        return false;
    const QModelIndex index = view->model()->index(row(), 0);
    view->scrollTo(index);
    if (!QTest::qWaitFor([&] { return view->isVisible() && !view->visualRect(index).isEmpty(); }, 5000))
        return false;
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    AssetSession& session = m_workspace->session();
    return QTest::qWaitFor(
        [&] { return session.state() == AssetSession::State::Ready && session.mediaBase().title == title; }, 20'000);
}

int WindowFixture::rowOf(const QString& definition, const QString& format, const QString& hdr) const
{
    const auto* table = m_window->findChild<QTableView*>(u"streamTable"_s);
    const auto* model = table ? table->model() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const auto raw = [&](int column) { return model->index(row, column).data(StreamModel::RawRole).toString(); };
        if (raw(StreamModel::Definition) == definition && raw(StreamModel::Format) == format
            && raw(StreamModel::HdrType) == hdr)
            return row;
    }
    return -1;
}

bool WindowFixture::play(int row)
{
    auto* table = find<QTableView>(u"streamTable"_s);
    const QModelIndex index = table->model()->index(row, StreamModel::Format);
    if (!index.isValid())
        return false;
    table->scrollTo(index);
    const QPoint at = table->visualRect(index).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
    const QString key = index.data(StreamModel::KeyRole).toString();
    const auto isPlaying = [this, &key] {
        const Player* player = m_window->playerPanel().player();
        return player && player->source().key == key && player->state() == Player::State::Playing
            && player->stats().frames > 0;
    };
    return QTest::qWaitFor(isPlaying, 30'000);
}

QString WindowFixture::text(const QString& labelName) const
{
    const auto* label = m_window->findChild<QLabel*>(labelName);
    return label ? label->text() : QString();
}
