// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/index_budget.h"

#include <QCoreApplication>

#include <utility>

namespace proofreel {

namespace {

struct BudgetText {
    Q_DECLARE_TR_FUNCTIONS(MediaInput)
};

constexpr double mostSamples = 16e6; // more than a day of 60 pictures a second, with its sound
constexpr double mostFragments = 4e6; // times tracks: many hours of a fragment for each picture
// Those of one index are put in order one by one. More than two days of two seconds each.
constexpr qint64 mostReferences = 100'000;
constexpr double soundPacket = 256; // samples; libavformat makes packets of 1024 where sound is not compressed

} // namespace

void IndexBudget::beginTrack()
{
    m_tracks = std::max(m_tracks, ++m_tracksHere);
    m_earlier += samplesOfTrack();
    m_sizes = m_chunks = 0;
    m_perChunk = 0;
}

double IndexBudget::samplesOfTrack() const
{
    return std::max(m_sizes, m_chunks * m_perChunk / soundPacket);
}

std::optional<Error> IndexBudget::excess() const
{
    Error error { .kind = ErrorKind::TooLarge, .advice = BudgetText::tr("Ask for this rendition to be made again.") };
    if (m_isCompressed) {
        error.kind = ErrorKind::Unsupported;
        error.message = BudgetText::tr("The index of this file is compressed (cmov) and may unfold to any size: it is "
                                       "not looked at.");
    } else if (m_earlier + samplesOfTrack() + m_runs > mostSamples) {
        error.message =
            BudgetText::tr("The index of this file names more pictures and sound than can be looked at safely.");
    } else if (m_references > mostReferences
        || static_cast<double>(m_fragments + m_references) * std::max(m_tracks, 1) > mostFragments) {
        error.message = BudgetText::tr("This file is cut into more fragments than can be looked at safely.");
    } else {
        return std::nullopt;
    }
    return error;
}

} // namespace proofreel
