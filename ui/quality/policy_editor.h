// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ui/quality/policy_undo.h"

#include <QUndoStack>
#include <QWidget>

#include <functional>

class QTabWidget;

namespace proofreel {

class CheckSession;
class CopyLabel;
class ErrorStrip;
class PolicyDraft;
class PolicyRulesView;
class PolicySettingsForm;
class PolicyTextView;

//! Edits a policy as rules, settings or TOML: three views of one text. What is set is in force at once; saving, leaving
//! and undoing are here too.
class PolicyEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyEditor)
public:
    PolicyEditor(PolicyDraft& draft, const CheckSession& session, QWidget* parent = nullptr);

    void showRule(const QString& rule); //!< empty: the list of rules
    void leave(); //!< asks what becomes of changes that are not saved

private:
    void buildActions();
    QWidget* buildBar();
    void buildViews();
    void onOpen();
    void onSettled();
    void count();
    void showState();
    void change(const Result<QByteArray>& text, PolicyCommand::How how, const QString& subject);
    void showOverrides();
    void save(bool overwrite = false);
    void saveAs();
    void onSaved(const Result<void>& saved);
    void discard();
    void reload();
    void ask(const QString& text, const QString& yes, const std::function<void()>& then);

    PolicyDraft& m_draft;
    const CheckSession& m_session;
    QUndoStack m_undo;
    bool m_leaving = false; // once it is saved
    CopyLabel* m_title = nullptr;
    ErrorStrip* m_strip = nullptr;
    ErrorStrip* m_problemStrip = nullptr; // why the forms cannot be used
    QTabWidget* m_views = nullptr;
    PolicyRulesView* m_rules = nullptr;
    PolicySettingsForm* m_settings = nullptr;
    PolicyTextView* m_toml = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_redoAction = nullptr;
    QAction* m_save = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_discard = nullptr;
    QAction* m_close = nullptr;
};

} // namespace proofreel
