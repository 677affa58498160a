// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "ims/types.h"
#include "quality/finding.h"

#include <QHash>
#include <QStringList>

namespace proofreel {

//! What one rule is set to.
struct RuleSetting {
    Severity severity = Severity::Warning;
    std::optional<double> tolerance;
    bool operator==(const RuleSetting&) const = default;
};

//! A step that a ladder is expected to have, as the service names it. Empty: any.
struct LadderStep {
    QString definition, format, hdr;
    bool operator==(const LadderStep&) const = default;
};

//! What is asked of one asset: a policy after its overrides.
struct PolicySettings {
    QHash<QString, RuleSetting> rules; //!< those that differ from the rules' own
    QList<LadderStep> ladder; //!< empty: any ladder will do
    QStringList videoCodecs, audioCodecs; //!< allowed; empty: any
    std::optional<int> audioChannels;
    double loudnessLufs = -23; //!< EBU R 128; the tolerance is the rule's
    double truePeakDbtp = -1; //!< at most
    double blackMs = 1'000, freezeMs = 2'000, silenceMs = 2'000; //!< shorter ones are no finding
    double keyFrameMs = 10'000; //!< the longest interval
    double expiryS = 600; //!< a link should live at least so long
    //! How long the deep check of a rendition may take (DeepLimit).
    double deepLeastMs = 600'000, deepTimes = 10;

    [[nodiscard]] RuleSetting setting(const QString& rule) const; //!< the rule's own where nothing else is said
    bool operator==(const PolicySettings&) const = default;
};

//! Which rules are judged, and how strictly: a TOML file, the same for window and terminal.
class Policy {
public:
    Policy(); //!< every rule as it is by itself

    //! InvalidRequest for what is wrong: syntax, unknown keys or rules, values out of range. The message begins with
    //! \a fileName (if it is not empty), line and column; Error::code is "line:column", both from 1 on.
    [[nodiscard]] static Result<Policy> parse(const QByteArray& toml, const QString& fileName);
    //! Io as well. At most 1 MiB.
    [[nodiscard]] static Result<Policy> load(const QString& path);
    //! A shipped one by its name, or a file by its path.
    [[nodiscard]] static Result<Policy> named(const QString& nameOrPath);
    //! "default", "strict-vod", "broadcast-r128": shipped inside the program.
    [[nodiscard]] static QStringList shippedNames();
    [[nodiscard]] static QByteArray shippedText(const QString& name); //!< empty: no such

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] Severity failAt() const { return m_failAt; } //!< findings of this severity or above fail an asset
    //! With the overrides for its type and tags, in the order of the file.
    [[nodiscard]] PolicySettings settingsFor(const MediaBase& media) const;

    [[nodiscard]] const PolicySettings& base() const { return m_base; } //!< before the overrides
    [[nodiscard]] int overrideCount() const { return int(m_overrides.size()); }
    //! Which overrides set something of a rule: "media_type = audio", "tag = short"; not translated.
    [[nodiscard]] QStringList overridesOf(const QString& rule) const;
    void setRule(const QString& rule, const RuleSetting& setting); //!< for all assets, before the overrides
    bool operator==(const Policy&) const = default;

private:
    friend class PolicyReader;
    friend QByteArray policyText(const Policy& policy);

    struct Override {
        QString mediaType, tag; //!< both must fit where given
        PolicySettings settings;
        QStringList keys; //!< which of the settings are set: "audio.codecs", "rules.ladder.aspect.tolerance"
        bool operator==(const Override&) const = default;
    };
    QString m_name;
    Severity m_failAt = Severity::Error;
    PolicySettings m_base;
    QList<Override> m_overrides;
};

//! A complete file that says the same: every rule and every setting, with comments. parse() gives the policy back.
[[nodiscard]] QByteArray policyText(const Policy& policy);

} // namespace proofreel
