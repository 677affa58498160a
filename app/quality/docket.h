// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/judge.h"

#include <QCoreApplication>

namespace proofreel {

//! Context of what the judges say.
struct Judge {
    Q_DECLARE_TR_FUNCTIONS(Judge)
};

//! What a judge has seen of one breach; the rest of the finding is known.
struct Evidence {
    QString message; //!< a sentence
    QString field {}, declared {}, measured {};
    std::optional<double> atMs {};
};

//! Gathers what the judges of one asset find.
class Docket {
public:
    Docket(const PolicySettings& policy, const QDateTime& now, Judgement& out)
        : m_policy(policy)
        , m_now(now)
        , m_out(out)
    {
    }

    [[nodiscard]] const PolicySettings& policy() const { return m_policy; }
    [[nodiscard]] const QDateTime& now() const { return m_now; }

    //! For a judge that has what it needs: the tolerance (0 where the rule has none), and the rule counts as judged
    //! for \a stream (empty: the ladder). Nullopt: the policy has it off.
    [[nodiscard]] std::optional<double> opens(QLatin1StringView rule, const QString& stream);
    [[nodiscard]] bool wants(QLatin1StringView rule) const;
    void find(QLatin1StringView rule, const QString& stream, const Evidence& evidence);
    //! The same, of a rendition that nobody could measure: it makes the verdict "error", not "fail".
    void cannotTell(QLatin1StringView rule, const QString& stream, const Evidence& evidence);
    //! The same without words, for what a person has stopped.
    void cannotTell() { m_unmeasured = true; }

    [[nodiscard]] Verdict verdict(Severity failAt) const;

private:
    const PolicySettings& m_policy;
    const QDateTime& m_now;
    Judgement& m_out;
    Severity m_worst = Severity::Off; // of what was measured
    bool m_unmeasured = false;
};

//! A rule of delivery or HLS that is wanted says already why it cannot be opened or decoded: one cause, one finding.
[[nodiscard]] bool toldByDelivery(const StreamSheet& stream, const Docket& docket);

// The judges, one a family. Each looks at what is there, and says nothing of what is not.
void judgeDeclared(const StreamSheet& stream, const AssetSheet& sheet, Docket& docket);
void judgeContainer(const StreamSheet& stream, Docket& docket);
void judgePicture(const StreamSheet& stream, Docket& docket); //!< the family "container", its second half
void judgeDecoded(const StreamSheet& stream, Docket& docket);
void judgeHls(const StreamSheet& stream, Docket& docket);
void judgeSegments(const StreamSheet& stream, const HlsPlaylist& playlist, Docket& docket); //!< of judgeHls
void judgeDelivery(const StreamSheet& stream, Docket& docket);
void judgeSignal(const StreamSheet& stream, Docket& docket);
void judgeShape(const AssetSheet& sheet, Docket& docket); //!< the family "ladder": duration, aspect, frame rate, colour
void judgeOrder(const AssetSheet& sheet, Docket& docket); //!< … bitrate and size order, Narrowband HD
void judgeSteps(const AssetSheet& sheet, Docket& docket); //!< … missing and duplicate steps
void judgeKeyFrames(const AssetSheet& sheet, Docket& docket); //!< … key frames
void judgeSound(const AssetSheet& sheet, Docket& docket); //!< … sound, starts

} // namespace proofreel
