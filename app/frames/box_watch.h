// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/index_budget.h"

#include <QByteArray>

#include <vector>

namespace proofreel {

//! Sees the bytes of one file or part before libavformat does, and tells a budget what the boxes of an mp4 promise.
//! Each is told once, however often it is read. Like libavformat it takes a box for what it is wherever it stands, and
//! one that is cut off for a short one. Media that is no mp4 costs nothing and tells nothing.
class BoxWatch {
public:
    explicit BoxWatch(IndexBudget& budget)
        : m_budget(budget)
    {
    }

    //! \a count bytes from \a at on, in the order in which they are read. Bytes beyond a gap are taken for the
    //! beginning of a box, as libavformat jumps to fragments.
    void take(qint64 at, const char* bytes, qint64 count);

private:
    struct Open {
        qint64 end = 0;
        bool isLoose = false; //!< what stands between its boxes is not known (stsd, meta)
    };
    //! The head of a box, as far as it is known.
    struct Head {
        quint32 type = 0;
        qint64 size = 0; //!< of all of it, as the file has it; 0: to the end of what it is in
        qint64 length = 8; //!< of type and size
    };
    void restart(qint64 at); //!< as if the file began there
    [[nodiscard]] Head head() const;
    [[nodiscard]] qint64 wanted() const; //!< bytes of m_head that are needed to go on
    void handle();
    void handleRow();
    void enter(const Head& head, qint64 end);
    void skipTo(qint64 offset);
    [[nodiscard]] quint32 number(qsizetype at) const;

    IndexBudget& m_budget;
    std::vector<Open> m_open; //!< which boxes m_next is in
    qint64 m_next = 0; //!< where the next head begins; negative: nowhere, until somebody reads elsewhere
    qint64 m_end = 0; //!< of what was read last
    QByteArray m_head; //!< what is there from m_next on, as far as it is needed
    qint64 m_rows = 0, m_rowsEnd = 0; //!< of a table that is read row by row (stsc), and where its box ends
};

} // namespace proofreel
