// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/policy_choice.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace proofreel {

//! A policy that is being edited: its text as it stands, and the last state of it that was valid, which is in force
//! meanwhile (PolicyChoice::preview). What is not saved is kept in the settings, also over a crash. GUI thread; the
//! disk waits elsewhere.
class PolicyDraft final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyDraft)
public:
    //! Is open at once if an unsaved draft was kept.
    PolicyDraft(PolicyChoice& choice, QSettings& settings, QObject* parent = nullptr);
    ~PolicyDraft() override; //!< what was asked to be saved is written first

    void open(); //!< the policy that is chosen; nothing if it is open already
    void close(); //!< drops what is not saved; the chosen policy is in force again
    [[nodiscard]] bool isOpen() const { return m_open; }

    [[nodiscard]] const QString& text() const { return m_text; } //!< lines end with LF
    [[nodiscard]] const QString& savedText() const { return m_saved; }
    [[nodiscard]] const Policy& policy() const { return m_policy; } //!< of the last valid text
    //! Of the text: Error::code is "line:column". Up to date after settled().
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    [[nodiscard]] bool isChanged() const { return m_open && m_text != m_saved; }
    [[nodiscard]] QString title() const; //!< the file's name, or the shipped one's
    [[nodiscard]] QString path() const { return m_path; } //!< empty: a shipped one, which cannot be saved as it is
    [[nodiscard]] bool isChangedOnDisk() const { return m_isOther; } //!< by somebody else, when it was last looked at

    void setText(const QString& text); //!< while a person types: judged a little later
    void setTextNow(const QString& text);

    using Done = std::function<void(Result<void>)>;
    //! What is on disk by now; what is not saved is dropped. Io: it cannot be read, and all stays as it was.
    void reload(QObject* context, Done done);
    //! What text() is now. Io: nothing was written, the draft stays. InvalidRequest: the text is wrong, or the file was
    //! changed by somebody else (isChangedOnDisk()) and \a overwrite is not set, or there is no file yet.
    void save(bool overwrite, QObject* context, Done done);
    //! Writes over what is there, and is that file's from now on.
    void saveAs(const QString& path, QObject* context, Done done);

Q_SIGNALS:
    void openChanged();
    void textChanged();
    void settled(); //!< policy() and problem() are those of text()
    void changedStateChanged(); //!< isChanged(), title() or path()
    void fileChanged(); //!< by somebody else

private:
    void begin(const QString& text);
    void settle();
    void keep();
    void look();
    void onChoice();
    void watch();
    void write(const QString& path, bool overwrite, QObject* context, Done done);
    void written(const QString& path, const QString& text, const PolicyFile& file);

    PolicyChoice& m_choice;
    QSettings& m_settings;
    bool m_open = false;
    bool m_wasChanged = false;
    bool m_isOther = false;
    bool m_crLf = false;
    quint64 m_number = 0; // of what is edited; what the disk answers for an earlier one is dropped
    QString m_shipped, m_path;
    QString m_text, m_saved;
    Policy m_policy;
    std::optional<Error> m_problem;
    QTimer m_soon, m_keepSoon;
    QFileSystemWatcher m_watcher;
    PolicyDisk m_disk;
};

} // namespace proofreel
