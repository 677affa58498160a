// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/policy_choice.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kShippedKey = "check/policy"_L1;
constexpr auto kFileKey = "check/policyFile"_L1;
constexpr auto kDefault = "default"_L1;
constexpr qint64 kLongest = 1024 * 1024; // bytes, as Policy::load()

} // namespace

PolicyChoice::PolicyChoice(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_shipped(kDefault)
{
    const QString path = settings.value(kFileKey).toString();
    if (const QString name = settings.value(kShippedKey).toString(); Policy::shippedNames().contains(name))
        m_shipped = name;
    if (const auto shipped = Policy::parse(Policy::shippedText(m_shipped), m_shipped))
        m_chosen = *shipped;
    if (!path.isEmpty()) {
        if (const auto loaded = Policy::load(path)) {
            m_shipped.clear();
            m_path = path;
            m_chosen = *loaded;
        } else {
            m_problem = loaded.error();
        }
    }
    m_policy = m_chosen;
}

QString PolicyChoice::title() const
{
    return m_path.isEmpty() ? m_shipped : QFileInfo(m_path).fileName();
}

QByteArray PolicyChoice::text() const
{
    if (m_preview)
        return *m_preview;
    if (m_path.isEmpty())
        return Policy::shippedText(m_shipped);
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.read(kLongest) : QByteArray();
}

void PolicyChoice::chooseShipped(const QString& name)
{
    const auto shipped = Policy::parse(Policy::shippedText(name), name);
    if (!shipped)
        return;
    m_shipped = name;
    m_path.clear();
    m_chosen = *shipped;
    remember();
}

Result<void> PolicyChoice::chooseFile(const QString& path)
{
    const auto loaded = Policy::load(path);
    if (!loaded)
        return fail(loaded.error());
    m_path = path;
    m_shipped.clear();
    m_chosen = *loaded;
    remember();
    return {};
}

void PolicyChoice::remember()
{
    m_problem.reset();
    m_preview.reset();
    m_settings.setValue(kShippedKey, m_shipped);
    m_settings.setValue(kFileKey, m_path);
    m_policy = m_chosen;
    Q_EMIT changed();
}

void PolicyChoice::preview(const Policy& policy, const QByteArray& text)
{
    if (m_preview == text)
        return;
    const bool isOther = !m_preview || !(m_policy == policy);
    m_preview = text;
    m_policy = policy;
    if (isOther)
        Q_EMIT changed();
}

void PolicyChoice::endPreview()
{
    if (!m_preview)
        return;
    m_preview.reset();
    m_policy = m_chosen;
    Q_EMIT changed();
}

} // namespace proofreel
