// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/asset_list_model.h"
#include "ui/catalog/asset_table.h"
#include "ui/catalog/asset_view.h"
#include "ui/catalog/category_section.h"
#include "ui/catalog/category_trail.h"
#include "ui/catalog/library_filters.h"
#include "ui/catalog/library_panel.h"
#include "ui/common/state_view.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace proofreel {

void LibraryPanel::showState()
{
    const bool empty = m_assets.rowCount() == 0;
    const bool asked = m_assets.isAsked();
    const AssetListModel::State state = m_assets.state();
    m_refresh->setEnabled(asked);
    m_checkAll->setEnabled(asked && !empty);
    m_filters->setEnabled(asked);
    if (asked)
        m_connectShown = false;

    const QLocale locale;
    const qint64 total = m_assets.totalCount().value_or(m_assets.loadedCount());
    const QString loaded = locale.toString(m_assets.loadedCount());
    const bool isWhole = m_assets.isTotalWhole();
    const bool isKnown = asked && !(empty && state != AssetListModel::State::Idle) && (total > 0 || isWhole);
    //: how many assets there are, and perhaps more of types that were not asked for yet
    const QString count = isWhole ? locale.toString(total) : tr("%1+").arg(locale.toString(total));
    m_count->setText(isKnown ? count : QString());
    m_count->setToolTip(isWhole ? tr("%1 of %2 loaded").arg(loaded, locale.toString(total))
                                : tr("%1 of at least %2 loaded").arg(loaded, locale.toString(total)));
    m_table->showOrder(m_assets.query().oldestFirst);

    m_tree->setUsable(asked);
    m_tree->setCurrent(m_filters->shown().cateId);
    m_trail->setCategory(m_filters->shown().cateId);
    showStrip();
    const bool failed = state == AssetListModel::State::Failed;
    m_stack->setCurrentWidget(empty ? static_cast<QWidget*>(m_state) : currentView());
    if (!empty)
        return;
    if (failed)
        m_state->showError(tr("The library could not be loaded"), m_assets.error(), [this] { m_assets.retry(); });
    else if (state == AssetListModel::State::Loading)
        m_state->showLoading(tr("Loading the library…"));
    else if (!m_connectShown)
        showNothing();
}

void LibraryPanel::showStrip()
{
    const bool failed = m_assets.state() == AssetListModel::State::Failed;
    if (m_assets.rowCount() > 0 && m_assets.savedAt().isValid() && m_assets.state() != AssetListModel::State::Loading) {
        Error error = m_assets.error();
        error.message = tr("Saved %1; the service cannot be reached.").arg(agoText(m_assets.savedAt()));
        m_strip->showError(error, [this, failed] {
            if (failed)
                m_assets.retry();
            else
                refresh();
        });
    } else if (m_assets.rowCount() > 0 && failed) {
        m_strip->showError(m_assets.error(), [this] { m_assets.retry(); });
    } else {
        m_strip->hide();
    }
}

void LibraryPanel::showNothing()
{
    if (!m_assets.isAsked())
        m_state->showEmpty(u"key"_s, tr("No account is connected"),
            tr("Add an account, or choose one at the top, to see its library."), tr("Add account…"),
            [this] { Q_EMIT addAccountRequested(); });
    else if (m_filters->shown().isNarrowing())
        m_state->showEmpty(u"filter"_s,
            m_filters->shown().needsSearch() ? tr("Nothing was found") : tr("No asset fits these filters"), {},
            tr("Show all assets"), [this] { m_filters->reset(); });
    else
        m_state->showEmpty(u"film"_s, tr("This library is empty"),
            tr("Assets that are registered in Intelligent Media Services appear here. You can also paste a MediaId or "
               "an "
               "InputURL at the top."),
            tr("Reload"), [this] { refresh(); });
}

void LibraryPanel::showConnecting()
{
    forgetCategory();
    m_connectShown = true;
    if (m_assets.rowCount() > 0)
        return;
    m_stack->setCurrentWidget(m_state);
    m_state->showLoading(tr("Opening the account…"));
}

void LibraryPanel::showConnectError(const Error& error, std::function<void()> retry)
{
    m_connectShown = true;
    if (m_assets.rowCount() > 0)
        return;
    m_stack->setCurrentWidget(m_state);
    m_state->showError(tr("The account could not be opened"), error, std::move(retry));
}

} // namespace proofreel
