// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/policy_choice.h"

#include <QFileInfo>
#include <QSettings>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kShippedKey = "check/policy"_L1;
constexpr auto kFileKey = "check/policyFile"_L1;
constexpr auto kDefault = "default"_L1;

PolicyFile shippedOne(const QString& name)
{
    PolicyFile shipped { Policy::shippedText(name), {} };
    if (const auto policy = Policy::parse(shipped.text, name))
        shipped.policy = *policy;
    return shipped;
}

} // namespace

PolicyChoice::PolicyChoice(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_shipped(kDefault)
{
    if (const QString name = settings.value(kShippedKey).toString(); Policy::shippedNames().contains(name))
        m_shipped = name;
    m_chosen = shippedOne(m_shipped);
    m_policy = m_chosen.policy;
    const QString path = settings.value(kFileKey).toString();
    if (path.isEmpty())
        return;
    read(path, [this, path](const Result<PolicyFile>& file) {
        if (!file) {
            m_problem = file.error();
            Q_EMIT changed();
            return;
        }
        use({}, path, *file); // a draft that was kept stays in force
    });
}

QString PolicyChoice::title() const
{
    return m_path.isEmpty() ? m_shipped : QFileInfo(m_path).fileName();
}

QByteArray PolicyChoice::text() const
{
    return m_preview ? *m_preview : m_chosen.text;
}

void PolicyChoice::chooseShipped(const QString& name)
{
    if (!Policy::shippedNames().contains(name))
        return;
    m_preview.reset();
    use(name, {}, shippedOne(name));
    remember();
    stopReading();
}

void PolicyChoice::chooseFile(const QString& path, QObject* context, std::function<void(Result<void>)> callback)
{
    const auto answer = Delivery<Result<void>>::to(context, std::move(callback));
    read(path, [this, path, answer](const Result<PolicyFile>& file) {
        if (file)
            setFile(path, *file);
        answer->deliver(file ? Result<void>() : fail(file.error()));
    });
}

void PolicyChoice::setFile(const QString& path, const PolicyFile& file)
{
    m_preview.reset();
    use({}, path, file);
    remember();
    stopReading();
}

void PolicyChoice::read(const QString& path, const std::function<void(const Result<PolicyFile>&)>& then)
{
    m_reading.abort();
    m_isReading = true;
    m_reading = m_disk.run([path] { return readPolicyFile(path); }, this,
        [this, then](const Result<PolicyFile>& file) {
            then(file);
            stopReading();
        });
}

void PolicyChoice::stopReading()
{
    m_reading.abort();
    if (std::exchange(m_isReading, false))
        Q_EMIT readingEnded();
}

void PolicyChoice::use(const QString& shipped, const QString& path, const PolicyFile& chosen)
{
    m_shipped = shipped;
    m_path = path;
    m_chosen = chosen;
    m_problem.reset();
    if (!m_preview)
        m_policy = m_chosen.policy;
    Q_EMIT changed();
}

void PolicyChoice::remember()
{
    m_settings.setValue(kShippedKey, m_shipped);
    m_settings.setValue(kFileKey, m_path);
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
    m_policy = m_chosen.policy;
    Q_EMIT changed();
}

} // namespace proofreel
