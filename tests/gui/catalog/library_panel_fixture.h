// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_list_model.h"
#include "catalog/category_model.h"
#include "core/http.h"
#include "sandbox/server.h"
#include "ui/catalog/asset_table.h"
#include "ui/catalog/asset_view.h"
#include "ui/catalog/library_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

//! The library by itself, over a real sandbox with some hundred assets; a new one for each test.
class LibraryPanelFixture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        proofreel::sandbox::Options options;
        options.assets = 250;
        m_server = std::make_unique<proofreel::sandbox::Server>(options);
        QVERIFY(!m_server->start());
        m_client = std::make_unique<proofreel::Client>(m_http, m_clock);
        useServer(*m_server);
        m_model = std::make_unique<proofreel::AssetListModel>(*m_client);
        m_categories = std::make_unique<proofreel::CategoryModel>(*m_client);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        m_settings->clear();
        openPanel();
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_categories.reset();
        m_client.reset();
        m_server.reset();
        m_smaller.reset();
    }

protected:
    void openPanel()
    {
        m_panel = std::make_unique<proofreel::LibraryPanel>(*m_model, *m_categories, m_http, *m_settings);
        m_panel->resize(304, 700);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void useServer(const proofreel::sandbox::Server& server)
    {
        m_client->setAccount({ { server.accessKeyId(), server.accessKeySecret(), {} }, QUrl(server.endpoint()) });
    }
    void useSmallerServer() // without the seven oldest assets, six of them videos
    {
        if (!m_smaller) {
            proofreel::sandbox::Options options;
            options.assets = 243;
            m_smaller = std::make_unique<proofreel::sandbox::Server>(options);
            QVERIFY(!m_smaller->start());
        }
        useServer(*m_smaller);
    }
    void load()
    {
        m_model->refresh();
        QTRY_VERIFY(m_model->rowCount() > 0);
    }
    proofreel::AssetTable* table() { return m_panel->findChild<proofreel::AssetTable*>(QStringLiteral("assetTable")); }
    static QString idAt(const QAbstractItemView* shown)
    {
        return shown->indexAt({ 3, 3 }).data(proofreel::AssetListModel::MediaIdRole).toString();
    }
    proofreel::AssetView* view() { return m_panel->findChild<proofreel::AssetView*>(QStringLiteral("assetView")); }
    QAbstractButton* button(const QString& name) { return m_panel->findChild<QAbstractButton*>(name); }
    bool shows(const QString& title)
    {
        const auto* label = m_panel->findChild<QLabel*>(QStringLiteral("stateTitle"));
        return label->isVisible() && label->text().contains(title);
    }

    QTemporaryDir m_folder;
    proofreel::SystemClock m_clock;
    proofreel::Http m_http;
    std::unique_ptr<proofreel::sandbox::Server> m_server;
    std::unique_ptr<proofreel::sandbox::Server> m_smaller;
    std::unique_ptr<proofreel::Client> m_client;
    std::unique_ptr<proofreel::AssetListModel> m_model;
    std::unique_ptr<proofreel::CategoryModel> m_categories;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<proofreel::LibraryPanel> m_panel;
};
