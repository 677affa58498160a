// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "quality/policy.h"

#include <QScrollArea>

#include <functional>

class QFormLayout;
class QLabel;
class QToolButton;

namespace proofreel {

//! What a policy sets beside its rules: its name, what fails, the ladder, sound, picture, links. Each input asks for
//! one value of the file.
class PolicySettingsForm final : public QScrollArea {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicySettingsForm)
public:
    explicit PolicySettingsForm(QWidget* parent = nullptr);

    void show(const Policy& policy, int overrides);
    //! Of the value that was asked for last, below its input; nullopt: none.
    void setProblem(const std::optional<Error>& problem);

Q_SIGNALS:
    //! \a literal as TOML writes it; empty: the key goes. \a table empty: at the top.
    void valueAsked(const QString& table, const QString& key, const QString& literal);
    void overridesAsked(); //!< to see them

private:
    void addHead(const QString& title);
    void addInput(const QString& title, QWidget* input, const QString& tip);
    void addTop();
    void addLadder();
    void addNames(const QString& title, const QString& table, const QString& example);
    void addChannels();
    void addNumber(const QString& title, const QString& table, const QString& key);
    void ask(QWidget* input, const QString& table, const QString& key, const QString& literal);

    QFormLayout* m_form = nullptr;
    QList<std::function<void(const Policy&)>> m_fill;
    QLabel* m_problem = nullptr;
    QToolButton* m_overrides = nullptr;
    QWidget* m_asked = nullptr;
    bool m_filling = false;
};

} // namespace proofreel
