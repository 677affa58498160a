// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "workspace/policy_file.h"

#include <QObject>

class QSettings;

namespace proofreel {

//! The policy that checks go by: one of those shipped or a file; remembered. GUI thread; the disk waits elsewhere.
class PolicyChoice final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyChoice)
public:
    //! Reads the file of the last time; until then, and if it is gone or wrong by now, the default is in force.
    //! problem() says so.
    explicit PolicyChoice(QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] const Policy& policy() const { return m_policy; }
    [[nodiscard]] const Policy& saved() const { return m_chosen.policy; } //!< as policy(), without what is being edited
    [[nodiscard]] QString shippedName() const { return m_shipped; } //!< empty: it is a file's
    [[nodiscard]] QString path() const { return m_path; } //!< empty: it is a shipped one's
    [[nodiscard]] QString title() const; //!< the shipped one's name, or the file's without its folder
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    [[nodiscard]] QByteArray text() const; //!< of policy(), as TOML; of a file: as it was read
    [[nodiscard]] bool isPreview() const { return m_preview.has_value(); } //!< what is in force is not saved
    [[nodiscard]] bool isReading() const { return m_isReading; } //!< of a file that was chosen, and is not in force yet

    void chooseShipped(const QString& name);
    //! In force once it is read; what was in force stays if it is wrong. \a callback says which, unless another one is
    //! chosen meanwhile.
    void chooseFile(const QString& path, QObject* context, std::function<void(Result<void>)> callback);
    void setFile(const QString& path, const PolicyFile& file); //!< as chooseFile(), of one whose contents are known
    //! In force until the next choice, not remembered: what is being edited; \a text is what it was read from.
    void preview(const Policy& policy, const QByteArray& text);
    void endPreview(); //!< back to what was chosen

Q_SIGNALS:
    void changed(); //!< policy(), how it is called, or whether it is a preview
    void readingEnded(); //!< isReading() is false again; after changed()

private:
    void use(const QString& shipped, const QString& path, const PolicyFile& chosen);
    void remember();
    void read(const QString& path, const std::function<void(const Result<PolicyFile>&)>& then);
    void stopReading();

    QSettings& m_settings;
    QString m_shipped, m_path;
    PolicyFile m_chosen;
    Policy m_policy;
    std::optional<QByteArray> m_preview; // its text
    std::optional<Error> m_problem;
    bool m_isReading = false;
    CallHandle m_reading;
    PolicyDisk m_disk;
};

} // namespace proofreel
