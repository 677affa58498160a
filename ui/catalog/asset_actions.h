// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_row.h"

#include <QItemSelectionModel>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QTimer>

class QAbstractItemView;
class QMenu;

namespace proofreel {

class AssetListModel;
class CheckSelected;

//! What a person does with assets, whichever view shows them: opens them by click, Enter or the arrow keys at rest,
//! selects several, copies, and asks for more through a menu. All views share one selection.
class AssetActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetActions)
public:
    explicit AssetActions(AssetListModel& assets, QObject* parent = nullptr);

    void attach(QAbstractItemView& view); //!< it gets the shared selection
    [[nodiscard]] QItemSelectionModel& selection() const { return *m_selection; }
    //! Marks that asset as the open one without opening it; it is looked for again after every reload.
    void setOpenAsset(const QString& mediaId);
    void setTakingFrame(const QString& mediaId, bool on); //!< under way: it cannot be asked for once more
    void forgetTakingFrames() { m_takingFrames.clear(); }
    [[nodiscard]] QList<AssetRow> selectedRows() const; //!< the loaded ones, in the order of the list

Q_SIGNALS:
    //! A person wants that asset: by click or Enter at once, by the arrow keys when they come to rest.
    void activated(const QString& mediaId);
    void queueRequested(const QList<proofreel::AssetRow>& assets);
    void favouriteRequested(const QList<proofreel::AssetRow>& assets);
    void checkRequested(const QStringList& mediaIds, bool deep); //!< of several at once
    void frameRequested(const QString& mediaId); //!< a frame of it as its cover
    void menuAboutToShow(QMenu* menu, const QList<proofreel::AssetRow>& assets); //!< for more entries

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool keyPressed(QKeyEvent* event);
    void popUpMenu(QAbstractItemView& view, const QContextMenuEvent& event);
    void fillMenu(QMenu& menu, const QList<AssetRow>& rows);
    void copy(const QString& text);
    void open(const QModelIndex& index);
    void openIfOther(const QModelIndex& index);
    void markOpenAsset();
    [[nodiscard]] bool isOneSelected() const;
    [[nodiscard]] QStringList checkableIds() const;

    AssetListModel& m_assets;
    QItemSelectionModel* m_selection = nullptr;
    QPointer<CheckSelected> m_checks; // of the last view; all are alike
    QPointer<QAbstractItemView> m_view; // the one that was used last
    QTimer m_rest;
    QString m_openAsset;
    QSet<QString> m_takingFrames; // by MediaId
    bool m_marking = false;
};

} // namespace proofreel
