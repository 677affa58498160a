// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_session.h"

#include <QWidget>

class QLabel;

namespace proofreel {

class CopyLabel;

//! Which asset this is: title, MediaId, status and tags. Empty while none is open.
class AssetHeader final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssetHeader)
public:
    explicit AssetHeader(const AssetSession& session, QWidget* parent = nullptr);
    void addTool(QWidget* button); //!< beside the title

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString title() const;
    void showStatus(const QString& status);
    void fitTags();

    const AssetSession& m_session;
    CopyLabel* m_title = nullptr;
    CopyLabel* m_mediaId = nullptr;
    QLabel* m_dot = nullptr;
    QLabel* m_status = nullptr;
    QLabel* m_tags = nullptr;
    QStringList m_allTags;
};

} // namespace proofreel
