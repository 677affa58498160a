// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/policy_draft.h"

#include "core/write_whole.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QSettings>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

namespace {

constexpr auto kTextKey = "check/draft"_L1;
constexpr auto kSavedKey = "check/draftSaved"_L1; // what it began from
constexpr auto kShippedKey = "check/draftOf"_L1;
constexpr auto kFileKey = "check/draftFile"_L1;
constexpr qint64 kLongest = 1024 * 1024; // bytes, as Policy::load()

QString withLf(const QByteArray& text)
{
    return QString::fromUtf8(text).replace("\r\n"_L1, "\n"_L1);
}

std::optional<QByteArray> onDisk(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.read(kLongest + 1)) : std::nullopt;
}

} // namespace

PolicyDraft::PolicyDraft(PolicyChoice& choice, QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_choice(choice)
    , m_settings(settings)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &PolicyDraft::settle);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(500ms);
    connect(&m_keepSoon, &QTimer::timeout, this, &PolicyDraft::keep);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PolicyDraft::onFile);
    connect(&choice, &PolicyChoice::changed, this, &PolicyDraft::onChoice);
    if (!settings.contains(kTextKey))
        return;
    m_shipped = settings.value(kShippedKey).toString();
    m_path = settings.value(kFileKey).toString();
    m_saved = settings.value(kSavedKey).toString();
    if (const auto saved = Policy::parse(m_saved.toUtf8(), {}))
        m_policy = *saved;
    if (const auto now = m_path.isEmpty() ? std::nullopt : onDisk(m_path))
        m_crLf = now->contains("\r\n");
    begin(settings.value(kTextKey).toString());
}

PolicyDraft::~PolicyDraft()
{
    if (m_open)
        keep();
}

void PolicyDraft::open()
{
    if (m_open)
        return;
    m_shipped = m_choice.shippedName();
    m_path = m_choice.path();
    m_policy = m_choice.policy();
    const QByteArray text = m_choice.text();
    m_crLf = text.contains("\r\n");
    m_saved = withLf(text);
    begin(m_saved);
}

void PolicyDraft::begin(const QString& text)
{
    m_text = text;
    m_open = true;
    watch();
    Q_EMIT openChanged();
    settle();
}

void PolicyDraft::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_soon.stop();
    watch();
    keep();
    m_wasChanged = false;
    m_choice.endPreview();
    Q_EMIT openChanged();
    Q_EMIT changedStateChanged();
}

QString PolicyDraft::title() const
{
    return m_path.isEmpty() ? m_shipped : QFileInfo(m_path).fileName();
}

bool PolicyDraft::isChangedOnDisk() const
{
    const auto now = m_path.isEmpty() ? std::nullopt : onDisk(m_path);
    return now && withLf(*now) != m_saved;
}

void PolicyDraft::setText(const QString& text)
{
    if (!m_open || text == m_text)
        return;
    m_text = text;
    m_soon.start();
    Q_EMIT textChanged();
}

void PolicyDraft::setTextNow(const QString& text)
{
    setText(text);
    settle();
}

void PolicyDraft::settle()
{
    if (!m_open)
        return;
    m_soon.stop();
    const auto parsed = Policy::parse(m_text.toUtf8(), {});
    if (parsed) {
        m_problem.reset();
        m_policy = *parsed;
        if (m_text == m_saved)
            m_choice.endPreview();
        else
            m_choice.preview(m_policy, m_text.toUtf8());
    } else {
        m_problem = parsed.error();
    }
    if (const bool isNow = isChanged(); isNow != m_wasChanged) {
        m_wasChanged = isNow;
        Q_EMIT changedStateChanged();
    }
    m_keepSoon.start();
    Q_EMIT settled();
}

void PolicyDraft::keep()
{
    m_keepSoon.stop();
    if (isChanged()) {
        m_settings.setValue(kTextKey, m_text);
        m_settings.setValue(kSavedKey, m_saved);
        m_settings.setValue(kShippedKey, m_shipped);
        m_settings.setValue(kFileKey, m_path);
    } else {
        for (const auto key : { kTextKey, kSavedKey, kShippedKey, kFileKey })
            m_settings.remove(key);
    }
}

void PolicyDraft::reload()
{
    const auto now = m_path.isEmpty() ? std::optional(Policy::shippedText(m_shipped)) : onDisk(m_path);
    if (!now)
        return;
    m_crLf = now->contains("\r\n");
    m_saved = withLf(*now);
    if (!m_path.isEmpty()) // what is in force without a preview is what the file says now; a wrong one stays a draft
        (void)m_choice.chooseFile(m_path);
    setTextNow(m_saved);
    watch();
}

QByteArray PolicyDraft::bytes() const
{
    return m_crLf ? QString(m_text).replace(u'\n', "\r\n"_L1).toUtf8() : m_text.toUtf8();
}

Result<void> PolicyDraft::save(bool overwrite)
{
    if (m_path.isEmpty())
        return fail({ .kind = ErrorKind::InvalidRequest, .message = tr("This policy has no file yet.") });
    if (!overwrite && isChangedOnDisk())
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = tr("%1 was changed by another program since it was opened.").arg(title()) });
    return saveAs(m_path);
}

Result<void> PolicyDraft::saveAs(const QString& path)
{
    settle();
    if (m_problem)
        return fail(*m_problem);
    const auto refuse = [&path](const QString& why) {
        return fail({ .kind = ErrorKind::Io,
            .message = tr("%1 cannot be written: %2").arg(path, why),
            .advice = tr("Nothing is lost: your changes stay here. Save them to another place.") });
    };
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return refuse(tr("it is not a file."));
    QSaveFile file(path);
    const QByteArray text = bytes();
    m_saving = true;
    const bool isWritten =
        file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writeWhole(file, text) && file.commit();
    m_saving = false;
    if (!isWritten)
        return refuse(file.errorString());
    m_path = path;
    m_shipped.clear();
    m_saved = m_text;
    watch();
    const auto chosen = m_choice.chooseFile(path);
    settle();
    Q_EMIT changedStateChanged();
    keep();
    return chosen;
}

// Another policy was chosen: an editor without changes follows; one with changes stays with what it edits.
void PolicyDraft::onChoice()
{
    if (!m_open || m_choice.isPreview() || (m_choice.path() == m_path && m_choice.shippedName() == m_shipped))
        return;
    if (isChanged())
        return;
    m_open = false;
    open();
    Q_EMIT textChanged();
    Q_EMIT changedStateChanged();
}

void PolicyDraft::onFile()
{
    watch(); // a file that was replaced is another one
    if (!m_saving && isChangedOnDisk())
        Q_EMIT fileChanged();
}

void PolicyDraft::watch()
{
    if (const QStringList files = m_watcher.files(); !files.isEmpty())
        m_watcher.removePaths(files);
    if (m_open && !m_path.isEmpty() && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

} // namespace proofreel
