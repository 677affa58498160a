// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

namespace proofreel {

//! Some of a PolicyModel's rules, with the families that have any of them. GUI thread.
class PolicyFilter final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyFilter)
public:
    explicit PolicyFilter(QObject* parent = nullptr);

    void setText(const QString& text); //!< all of its words, in id, title or explanation; empty: all rules
    void setOnlyChanged(bool on); //!< only those that are not set as they are by themselves

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    bool m_onlyChanged = false;
};

} // namespace proofreel
