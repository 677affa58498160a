// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/policy_draft.h"

#include <QFileInfo>
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
constexpr auto kCrLfKey = "check/draftCrLf"_L1;

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
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &PolicyDraft::look);
    connect(&choice, &PolicyChoice::changed, this, &PolicyDraft::onChoice);
    if (!settings.contains(kTextKey))
        return;
    m_shipped = settings.value(kShippedKey).toString();
    m_path = settings.value(kFileKey).toString();
    m_saved = settings.value(kSavedKey).toString();
    if (const auto saved = Policy::parse(m_saved.toUtf8(), {}))
        m_policy = *saved;
    m_crLf = settings.value(kCrLfKey).toBool();
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
    m_saved = PolicyFile::lines(text);
    begin(m_saved);
}

void PolicyDraft::begin(const QString& text)
{
    m_text = text;
    m_open = true;
    m_isOther = false;
    ++m_number;
    look(); // since it was chosen, or the program ended
    Q_EMIT openChanged();
    settle();
}

void PolicyDraft::close()
{
    if (!m_open)
        return;
    m_open = false;
    ++m_number;
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
        m_settings.setValue(kCrLfKey, m_crLf);
    } else {
        for (const auto key : { kTextKey, kSavedKey, kShippedKey, kFileKey, kCrLfKey })
            m_settings.remove(key);
    }
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

} // namespace proofreel
