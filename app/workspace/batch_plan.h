// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quality/journal.h"
#include "quality/reference.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace proofreel {

//! What a batch is to do, kept beside its journal so that it can go on after the window was closed. All of these
//! functions block on the disk.
struct BatchPlan {
    static constexpr qsizetype kMostAssets = 10'000;

    QStringList mediaIds; //!< each once
    QByteArray policyText; //!< of policyText()
    QString policyTitle; //!< for people
    bool deep = false;
    //! What a deep one compares pictures with: None, Original or Source. A named file is one asset's, and its link
    //! may be secret.
    Reference reference;
    QDateTime startedAt; //!< UTC
    QString journal; //!< name of the file in the same folder; a new one for each batch
    bool isFinished = false; //!< all were checked

    [[nodiscard]] static QString newJournalName();
    [[nodiscard]] JournalQuestion question() const; //!< of its journal
    [[nodiscard]] Result<void> save(const QString& folder) const; //!< whole or not at all; makes the folder
    //! nullopt: there is none, or what there is cannot be understood.
    [[nodiscard]] static std::optional<BatchPlan> load(const QString& folder);
    //! Saves it in place of the one before, whose journal is deleted. InvalidRequest, and all is as it was, while
    //! another window is writing to one.
    [[nodiscard]] Result<void> begin(const QString& folder) const;
    static Result<void> discard(const QString& folder); //!< deletes plan and journals; fails as begin()
};

} // namespace proofreel
