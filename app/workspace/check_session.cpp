// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/check_session.h"

#include "streams/asset_session.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proofreel {

namespace {

constexpr qsizetype kMostKept = 50; // assets; a deep check of a long one is some hundred kB

} // namespace

CheckSession::CheckSession(
    const AssetSession& session, AssetCheck& check, PolicyChoice& choice, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_check(check)
    , m_choice(choice)
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &CheckSession::judgeAgain);
    connect(&session, &AssetSession::stateChanged, this, &CheckSession::onSession);
    connect(&choice, &PolicyChoice::changed, this, &CheckSession::judgeAgain);
    onSession();
}

CheckSession::~CheckSession()
{
    m_call.abort();
}

QString CheckSession::mediaId() const
{
    const QString answered = m_session.hasAnswer() ? m_session.mediaBase().mediaId : QString();
    return answered.isEmpty() ? m_session.query().mediaId : answered;
}

void CheckSession::onSession()
{
    const QString id = m_session.state() == AssetSession::State::Empty ? QString() : mediaId();
    if (id == m_asset)
        return;
    cancel();
    m_asset = id;
    const Kept kept = m_kept.value(id);
    m_now = kept.result;
    m_judgedBy = kept.judgedBy;
    m_deep = kept.deep;
    setState(id.isEmpty() ? State::Empty : m_kept.contains(id) ? State::Checked : State::NotChecked);
    judgeAgain(); // the policy may have changed since
}

void CheckSession::start(bool deep, const QString& only)
{
    if (m_asset.isEmpty())
        return;
    m_call.abort();
    m_deep = deep;
    m_judgedBy.reset();
    m_only = only;
    m_parts.clear();
    m_since.start();
    m_now.sheet.error.reset();
    CheckOptions options;
    options.measure.deep = deep;
    options.measure.allowPrivateHosts = PrivateHosts(m_allowedHosts.value(m_asset));
    options.reference = m_reference;
    if (!only.isEmpty())
        options.only = { only };
    AssetCheck::Events events;
    events.answered = [this](const AssetSheet& sheet) { answered(sheet); };
    events.progress = [this](const QString& key, double part) {
        m_parts.insert(key, part);
        Q_EMIT progressChanged();
    };
    events.measured = [this](const StreamSheet& sheet) { measured(sheet); };
    events.done = [this](const AssetResult& result) { end(result); };
    setState(State::Running);
    m_call = m_check.check(m_asset, options, m_choice.policy(), std::move(events));
}

void CheckSession::adopt(const AssetResult& result, const Policy& policy, bool deep)
{
    if (result.sheet.mediaId != m_asset) {
        keep(result.sheet.mediaId, { result, policy, deep });
        return;
    }
    m_call.abort();
    m_soon.stop();
    m_now = result;
    m_judgedBy = policy;
    m_deep = deep;
    keep();
    setState(result.sheet.error ? State::Failed : State::Checked);
    judgeAgain();
}

void CheckSession::setReference(const Reference& reference)
{
    m_reference = reference;
}

void CheckSession::allowHost(const QString& host)
{
    QStringList& allowed = m_allowedHosts[m_asset];
    if (!m_asset.isEmpty() && !allowed.contains(host))
        allowed.append(host);
}

QStringList CheckSession::refusedHosts() const
{
    QStringList hosts;
    for (const StreamSheet& stream : m_now.sheet.streams) {
        if (stream.hls && !stream.hls->refusedHost.isEmpty())
            hosts.append(stream.hls->refusedHost);
    }
    hosts.removeDuplicates();
    return hosts;
}

void CheckSession::cancel()
{
    if (m_state != State::Running)
        return;
    m_call.abort();
    m_soon.stop();
    const bool some = std::any_of(m_now.sheet.streams.begin(), m_now.sheet.streams.end(),
        [](const StreamSheet& stream) { return stream.container || stream.hls || stream.delivery; });
    if (some)
        keep();
    setState(some ? State::Checked : State::NotChecked);
    judgeAgain();
}

// What an earlier check measured stays in view until it is measured anew.
void CheckSession::answered(const AssetSheet& sheet)
{
    const QList<StreamSheet> before = std::exchange(m_now.sheet, sheet).streams;
    for (StreamSheet& stream : m_now.sheet.streams) {
        const auto known = std::find_if(
            before.begin(), before.end(), [&stream](const StreamSheet& one) { return one.key == stream.key; });
        if (known != before.end())
            stream = *known;
        if (m_only.isEmpty() || stream.key == m_only)
            m_parts.insert(stream.key, 0);
    }
    Q_EMIT changed();
    Q_EMIT progressChanged();
}

void CheckSession::measured(const StreamSheet& sheet)
{
    for (StreamSheet& stream : m_now.sheet.streams) {
        if (stream.key == sheet.key)
            stream = sheet;
    }
    m_parts.insert(sheet.key, 1);
    if (!m_soon.isActive())
        m_soon.start();
    Q_EMIT progressChanged();
}

void CheckSession::end(const AssetResult& result)
{
    m_soon.stop();
    m_call = {};
    if (m_only.isEmpty() || result.sheet.error) {
        m_now = result;
    } else { // of the others the earlier pictures stay, as what was measured of them does
        m_now.thumbnails.removeIf([this](const auto& one) { return one.key().startsWith(m_only + u'@'); });
        m_now.thumbnails.insert(result.thumbnails);
    }
    keep();
    setState(result.sheet.error ? State::Failed : State::Checked);
    judgeAgain(); // by the policy of now
    if (m_only.isEmpty() && !m_now.sheet.error)
        Q_EMIT ended(m_now);
}

void CheckSession::judgeAgain()
{
    const AssetSheet& sheet = m_now.sheet;
    const bool something = !sheet.streams.isEmpty() || sheet.error;
    // The life of links counts from when they were asked for.
    const QDateTime at = sheet.requestedAt.isValid() ? sheet.requestedAt : m_clock.nowUtc();
    if (m_judgedBy != m_choice.policy()) {
        m_judgedBy.reset();
        m_now.judgement = something ? judge(sheet, m_choice.policy(), at) : Judgement();
    }
    if (m_state == State::Running)
        Q_EMIT changed();
    Q_EMIT judged();
}

void CheckSession::keep()
{
    keep(m_asset, { m_now, m_judgedBy, m_deep });
}

void CheckSession::keep(const QString& mediaId, const Kept& kept)
{
    if (kept.result.sheet.error) // it is asked again the next time
        return;
    m_order.removeOne(mediaId);
    m_order.append(mediaId);
    m_kept.insert(mediaId, kept);
    if (m_order.size() > kMostKept)
        m_kept.remove(m_order.takeFirst());
}

void CheckSession::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
    Q_EMIT progressChanged();
}

bool CheckSession::isDeep() const
{
    const QList<StreamSheet>& streams = m_now.sheet.streams;
    return m_state == State::Running ? m_deep
                                     : std::any_of(streams.begin(), streams.end(),
                                         [](const StreamSheet& stream) { return stream.decoded.has_value(); });
}

PolicySettings CheckSession::settings() const
{
    return m_choice.policy().settingsFor(m_now.sheet.media);
}

CheckSession::Progress CheckSession::progress() const
{
    Progress progress;
    progress.total = int(m_parts.size());
    double sum = 0;
    for (const double part : m_parts) {
        sum += std::clamp(part, 0.0, 1.0);
        progress.done += part >= 1 ? 1 : 0;
    }
    progress.part = m_parts.isEmpty() ? 0 : sum / double(m_parts.size());
    if (m_state == State::Running && progress.part > 0.05 && m_since.elapsed() > 2000)
        progress.msLeft = qRound64(double(m_since.elapsed()) * (1 - progress.part) / progress.part);
    return progress;
}

const StreamSheet* CheckSession::streamSheet(const QString& key) const
{
    const auto& streams = m_now.sheet.streams;
    const auto found =
        std::find_if(streams.begin(), streams.end(), [&key](const StreamSheet& one) { return one.key == key; });
    return found == streams.end() ? nullptr : &*found;
}

} // namespace proofreel
