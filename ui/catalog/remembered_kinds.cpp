// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/favourites_model.h"
#include "catalog/history_model.h"
#include "ui/catalog/asset_text.h"
#include "ui/catalog/remembered_panel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

QString typeIcon(const QString& mediaType)
{
    if (mediaType == "audio"_L1)
        return u"music"_s;
    if (mediaType == "image"_L1)
        return u"image"_s;
    return mediaType == "text"_L1 ? u"text"_s : u"film"_s;
}

RowLook baseLook(const QString& mediaId, const QString& title, const QString& mediaType)
{
    RowLook look;
    look.icon = typeIcon(mediaType);
    look.title = title.isEmpty() ? mediaId : title;
    look.isId = title.isEmpty();
    return look;
}

RowLook historyLook(const QModelIndex& index)
{
    RowLook look = baseLook(index.data(HistoryModel::MediaIdRole).toString(),
        index.data(HistoryModel::TitleRole).toString(), index.data(HistoryModel::MediaTypeRole).toString());
    const QVariant day = index.data(HistoryModel::DayRole);
    if (index.row() == 0 || index.siblingAtColumn(0).sibling(index.row() - 1, 0).data(HistoryModel::DayRole) != day)
        look.heading = index.data(HistoryModel::DayTextRole).toString();
    look.aside = QLocale().toString(index.data(HistoryModel::OpenedAtRole).toDateTime().time(), QLocale::ShortFormat);
    if (const QVariant position = index.data(HistoryModel::PositionRole); position.isValid())
        look.detail =
            RememberedPanel::tr("left at %1").arg(durationText(static_cast<double>(position.toLongLong()) / 1000));
    return look;
}

RowLook favouriteLook(const QModelIndex& index)
{
    return baseLook(index.data(FavouritesModel::MediaIdRole).toString(),
        index.data(FavouritesModel::TitleRole).toString(), index.data(FavouritesModel::MediaTypeRole).toString());
}

} // namespace

RememberedPanel* makeHistoryPanel(HistoryModel& history, QWidget* parent)
{
    RememberedPanel::Kind kind;
    kind.name = u"history"_s;
    kind.title = RememberedPanel::tr("Nothing has been opened yet");
    kind.icon = u"clock"_s;
    kind.emptyText = RememberedPanel::tr("What you open is listed here by day, with the place where you left it.");
    kind.clearText = RememberedPanel::tr("Clear the history");
    kind.clearQuestion =
        RememberedPanel::tr("All that was opened with this account, and where it was left, is forgotten.");
    kind.idRole = HistoryModel::MediaIdRole;
    kind.titleRole = HistoryModel::TitleRole;
    kind.look = historyLook;
    kind.remove = [&history](const QString& id) { history.remove(id); };
    kind.clear = [&history] { history.clear(); };
    return new RememberedPanel(history, std::move(kind), parent);
}

RememberedPanel* makeFavouritesPanel(FavouritesModel& favourites, QWidget* parent)
{
    RememberedPanel::Kind kind;
    kind.name = u"favourites"_s;
    kind.title = RememberedPanel::tr("No favourites yet");
    kind.icon = u"star"_s;
    kind.emptyText = RememberedPanel::tr("Open an asset and press B, or the star beside its title, to find it here.");
    kind.clearText = RememberedPanel::tr("Clear the favourites");
    kind.clearQuestion = RememberedPanel::tr("All favourites of this account lose their star.");
    kind.idRole = FavouritesModel::MediaIdRole;
    kind.titleRole = FavouritesModel::TitleRole;
    kind.look = favouriteLook;
    kind.remove = [&favourites](const QString& id) { favourites.remove(id); };
    kind.clear = [&favourites] { favourites.clear(); };
    return new RememberedPanel(favourites, std::move(kind), parent);
}

} // namespace proofreel
