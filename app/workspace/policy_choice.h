// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/policy.h"

#include <QObject>

class QSettings;

namespace proofreel {

//! The policy that checks go by: one of those shipped or a file; remembered. GUI thread.
class PolicyChoice final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyChoice)
public:
    //! A file that is gone or wrong by now leaves the default in force; problem() says so.
    explicit PolicyChoice(QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] const Policy& policy() const { return m_policy; }
    [[nodiscard]] QString shippedName() const { return m_shipped; } //!< empty: it is a file's
    [[nodiscard]] QString path() const { return m_path; } //!< empty: it is a shipped one's
    [[nodiscard]] QString title() const; //!< the shipped one's name, or the file's without its folder
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    [[nodiscard]] QByteArray text() const; //!< of policy(), as TOML; of a file that cannot be read: empty
    [[nodiscard]] bool isPreview() const { return m_preview.has_value(); } //!< what is in force is not saved

    void chooseShipped(const QString& name);
    Result<void> chooseFile(const QString& path); //!< what was in force stays if it is wrong
    //! In force until the next choice, not remembered: what is being edited; \a text is what it was read from.
    void preview(const Policy& policy, const QByteArray& text);
    void endPreview(); //!< back to what was chosen

Q_SIGNALS:
    void changed(); //!< policy(), how it is called, or whether it is a preview

private:
    void remember();

    QSettings& m_settings;
    QString m_shipped, m_path;
    Policy m_chosen;
    Policy m_policy;
    std::optional<QByteArray> m_preview; // its text
    std::optional<Error> m_problem;
};

} // namespace proofreel
