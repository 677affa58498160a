// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QTabWidget;

namespace proofreel {

class CheckPanel;
class CheckRoom;
class FindingsView;
class PolicyEditor;

//! Between the policy editor and the rest of the window: its tab is there while a policy is edited.
class PolicyLink final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyLink)
public:
    PolicyLink(CheckRoom& room, CheckPanel& panel, FindingsView& findings, QTabWidget& details, QObject* parent);

    [[nodiscard]] QAction* editAction() const { return m_edit; } //!< P

Q_SIGNALS:
    void editorWanted(); //!< the details are to be shown

private:
    void edit(const QString& rule);
    void showTab();

    CheckRoom& m_room;
    QTabWidget& m_details;
    PolicyEditor* m_editor = nullptr;
    QAction* m_edit = nullptr;
};

} // namespace proofreel
