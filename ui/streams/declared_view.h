// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_session.h"

#include <QScrollArea>

class QLabel;

namespace proofreel {

class ValueRow;

//! What the service declares about the selected stream (all 23 fields) and about the asset, by the service's own
//! names, and what is odd about it.
class DeclaredView final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeclaredView)
public:
    explicit DeclaredView(AssetSession& session, QWidget* parent = nullptr);

    void setStream(const StreamKey& key);

private:
    void buildRows();
    void refresh();
    void showStream(int row);
    void showAsset();
    void showOddities(int row);

    AssetSession& m_session;
    StreamKey m_key;
    QLabel* m_hint = nullptr;
    QWidget* m_stream = nullptr;
    QWidget* m_asset = nullptr;
    QWidget* m_odd = nullptr;
    QLabel* m_oddText = nullptr;
    QList<ValueRow*> m_fields; // by StreamModel::Column
    QList<ValueRow*> m_assetFields;
};

} // namespace proofreel
