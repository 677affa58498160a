// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/open_target.h"
#include "core/call.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <functional>

namespace proofreel {

//! Many things to open, each of them once, in the order in which they were named; and what was not understood.
class OpenList {
public:
    static constexpr qsizetype kMost = 10'000; //!< targets
    static constexpr qint64 kMostBytes = 4 * 1024 * 1024; //!< of one file

    //! False: it is there already, or the list is full.
    bool add(const OpenTarget& target);
    //! A text file or a table (comma, semicolon or tab; quotes; header row; UTF-8 or UTF-16). Where a column is headed
    //! MediaId only that one names assets; else a row gives its MediaIds, else its InputURLs, else its PlayURLs: all
    //! of them if it has nothing else, and the first one otherwise. Lines that begin with # are notes.
    void addText(const QByteArray& bytes);
    void addNotUnderstood(const QString& line);

    [[nodiscard]] const QList<OpenTarget>& targets() const { return m_targets; }
    [[nodiscard]] int duplicates() const { return m_duplicates; }
    [[nodiscard]] int leftOut() const { return m_leftOut; } //!< beyond kMost
    [[nodiscard]] int notUnderstood() const { return m_notUnderstood; } //!< lines
    [[nodiscard]] const QStringList& firstNotUnderstood() const { return m_firstNotUnderstood; } //!< at most 5, short
    [[nodiscard]] const QList<Error>& errors() const { return m_errors; } //!< files that could not be read
    //! In a sentence, for people; empty where all was understood and nothing left out. Translated.
    [[nodiscard]] QString report() const;

private:
    friend OpenList gatherNow(const QStringList& words);
    QList<OpenTarget> m_targets;
    QSet<QString> m_ids;
    QStringList m_firstNotUnderstood;
    QList<Error> m_errors;
    int m_duplicates = 0;
    int m_leftOut = 0;
    int m_notUnderstood = 0;
};

//! Takes each word for a target, a file (file:// or a path) with targets in it, or a text of several lines. May wait
//! for the disk.
[[nodiscard]] OpenList gatherNow(const QStringList& words);
//! The same off the GUI thread; \a callback runs in the context's thread.
CallHandle gatherTargets(const QStringList& words, QObject* context, std::function<void(OpenList)> callback);

} // namespace proofreel
