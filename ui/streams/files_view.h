// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_details.h"

#include <QWidget>

class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace proofreel {

class StateView;
class ValueRow;

//! The asset's page: every field that the service keeps of it, and all of its files with their streams, by the
//! service's own names. Asked for when it is first looked at.
class FilesView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilesView)
public:
    explicit FilesView(AssetDetails& details, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fill();
    void addSection(const QString& title, const QList<QPair<QString, QString>>& fields);
    void addFile(const MediaFile& file, bool isSource);

    AssetDetails& m_details;
    QStackedWidget* m_stack = nullptr;
    StateView* m_state = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_column = nullptr; // of the page that is being filled
    QList<ValueRow*> m_rows;
    bool m_left = false; // some fields were too many
};

} // namespace proofreel
