// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/asset_session.h"

#include <QTabWidget>

namespace proofreel {

class AssetDetails;
class DeclaredView;

//! What is known about the selected stream and how it was learnt. Further tabs may be added.
class DetailsPanel final : public QTabWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPanel)
public:
    DetailsPanel(AssetSession& session, AssetDetails& details, QWidget* parent = nullptr);

    void setStream(const StreamKey& key);

private:
    DeclaredView* m_declared = nullptr;
};

} // namespace proofreel
