// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QSettings;
class QStackedLayout;

namespace proofreel {

class CheckBar;
class CheckComparison;
class CheckMatrixModel;
class CheckSession;
class ErrorStrip;
class MatrixView;
class PolicyButton;
class ReferenceMenu;
class StateView;

//! The check of the asset that is open: its verdict, how far it is, and the matrix of rules and renditions; empty,
//! loading and failed states in place.
class CheckPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckPanel)
public:
    CheckPanel(CheckSession& session, CheckComparison& comparison, QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] QAction* checkAction() const { return m_check; } //!< V; only triggers
    [[nodiscard]] QAction* deepAction() const { return m_deep; } //!< Shift+V; only triggers
    [[nodiscard]] QAction* exportAction() const { return m_export; } //!< only triggers
    [[nodiscard]] QAction* onlyFailuresAction() const { return m_onlyFailures; }
    [[nodiscard]] PolicyButton& policyButton() const { return *m_policy; }
    [[nodiscard]] ErrorStrip& strip() const { return *m_strip; } //!< for what came of an export and the like
    void select(const QString& rule, const QString& stream); //!< without asking for evidence

Q_SIGNALS:
    void evidenceAsked(const QString& rule, const QString& stream, const QVariant& atMs);
    void cellChanged(const QString& rule, const QString& stream); //!< by a person
    void checkAsked(bool deep, const QString& stream); //!< of that rendition alone
    void ruleEditAsked(const QString& rule);

private:
    void buildActions();
    QWidget* buildBar();
    void refresh();
    void showMatrix();
    void showNothing();
    void useReference();

    CheckSession& m_session;
    CheckComparison& m_comparison;
    QSettings& m_settings;
    CheckMatrixModel* m_model = nullptr;
    MatrixView* m_matrix = nullptr;
    PolicyButton* m_policy = nullptr;
    ReferenceMenu* m_references = nullptr;
    CheckBar* m_bar = nullptr;
    ErrorStrip* m_strip = nullptr;
    StateView* m_state = nullptr;
    QStackedLayout* m_stack = nullptr;
    QAction* m_check = nullptr;
    QAction* m_deep = nullptr;
    QAction* m_export = nullptr;
    QAction* m_onlyFailures = nullptr;
};

} // namespace proofreel
