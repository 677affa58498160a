// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/details_panel.h"

#include "ui/common/fonts.h"
#include "ui/streams/declared_view.h"
#include "ui/streams/files_view.h"
#include "ui/streams/request_view.h"

#include <QTabBar>

namespace proofreel {

using namespace Qt::StringLiterals;

DetailsPanel::DetailsPanel(AssetSession& session, AssetDetails& details, QWidget* parent)
    : QTabWidget(parent)
    , m_declared(new DeclaredView(session, this))
{
    setObjectName(u"detailsPanel"_s);
    tabBar()->setObjectName(u"detailsTabs"_s);
    setDocumentMode(true);
    tabBar()->setStyleSheet(u"QTabBar::tab { padding: 0.4em 0.42em; }"_s); // five of them side by side
    setMinimumWidth(letterWidth(fontMetrics()) * 26);
    addTab(m_declared, tr("Declared"));
    addTab(new FilesView(details, this), tr("Files"));
    addTab(new RequestView(session, this), tr("Request"));
}

void DetailsPanel::setStream(const StreamKey& key)
{
    m_declared->setStream(key);
}

} // namespace proofreel
