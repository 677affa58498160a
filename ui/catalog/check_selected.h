// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QAbstractItemView;
class QMenu;

namespace proofreel {

//! V and Shift+V while several rows of a list are selected ask to check all of them. With one row, or none, the keys
//! are the window's, as ever.
class CheckSelected final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckSelected)
public:
    //! \a ids: MediaIds of what is selected. Lives as long as the view.
    CheckSelected(QAbstractItemView& view, std::function<QStringList()> ids);

    void addTo(QMenu& menu); //!< "Check 12 assets", and deeply; nothing for less than two

Q_SIGNALS:
    void asked(const QStringList& mediaIds, bool deep);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<QStringList()> m_ids;
};

} // namespace proofreel
