// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/batch_plan.h"

#include "core/write_whole.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QSet>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BatchPlan)
};

constexpr auto kFile = "batch.json"_L1;
constexpr auto kMagic = "proofreel batch 1"_L1;
constexpr auto kJournals = "journal-*.jsonl"_L1;
constexpr qint64 kLongest = 8 * 1024 * 1024; // bytes
constexpr qsizetype kLongestId = 128;

Error cannotWrite(const QString& path, const QString& why)
{
    return { .kind = ErrorKind::Io,
        .message = Text::tr("%1 cannot be written: %2").arg(QDir::toNativeSeparators(path), why),
        .advice = Text::tr("A batch keeps its results there. Make room or check the rights, then start it again.") };
}

QStringList journalsIn(const QString& folder)
{
    return QDir(folder).entryList({ QString(kJournals) }, QDir::Files);
}

void removeJournals(const QString& folder, const QString& butThis)
{
    for (const QString& name : journalsIn(folder)) {
        if (name == butThis)
            continue;
        QFile::remove(QDir(folder).filePath(name));
        QFile::remove(QDir(folder).filePath(name + u".lock"_s));
    }
}

Result<void> notInUse(const QString& folder)
{
    for (const QString& name : journalsIn(folder)) {
        QLockFile lock(QDir(folder).filePath(name + u".lock"_s));
        lock.setStaleLockTime(0);
        // A moment, for the last jobs of a batch that was stopped in this process.
        if (!lock.tryLock(1000) && lock.error() == QLockFile::LockFailedError)
            return fail({ .kind = ErrorKind::InvalidRequest,
                .message = Text::tr("Another window is checking many assets of this account."),
                .advice = Text::tr("Wait until it has finished, or cancel it there.") });
    }
    return {};
}

} // namespace

QString BatchPlan::newJournalName()
{
    return u"journal-%1.jsonl"_s.arg(QUuid::createUuid().toString(QUuid::Id128));
}

JournalQuestion BatchPlan::question() const
{
    return { .policyText = policyText, .deep = deep, .reference = reference.identity() };
}

Result<void> BatchPlan::save(const QString& folder) const
{
    if (!QDir().mkpath(folder))
        return fail(cannotWrite(folder, Text::tr("the folder cannot be made")));
    const QString path = QDir(folder).filePath(kFile);
    const QJsonObject json { { u"plan"_s, kMagic }, { u"mediaIds"_s, QJsonArray::fromStringList(mediaIds) },
        { u"policy"_s, QString::fromUtf8(policyText) }, { u"policyTitle"_s, policyTitle }, { u"deep"_s, deep },
        { u"reference"_s, reference.text() }, { u"startedAt"_s, startedAt.toString(Qt::ISODateWithMs) },
        { u"journal"_s, journal }, { u"finished"_s, isFinished } };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        || !writeWhole(file, QJsonDocument(json).toJson(QJsonDocument::Compact)) || !file.commit())
        return fail(cannotWrite(path, file.errorString()));
    return {};
}

std::optional<BatchPlan> BatchPlan::load(const QString& folder)
{
    QFile file(QDir(folder).filePath(kFile));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.read(kLongest)).object();
    BatchPlan plan { .policyText = json.value("policy"_L1).toString().toUtf8(),
        .policyTitle = json.value("policyTitle"_L1).toString(),
        .deep = json.value("deep"_L1).toBool(),
        .startedAt = QDateTime::fromString(json.value("startedAt"_L1).toString(), Qt::ISODateWithMs),
        .journal = json.value("journal"_L1).toString(),
        .isFinished = json.value("finished"_L1).toBool() };
    if (const auto named = Reference::parse(json.value("reference"_L1).toString());
        named && named->kind != Reference::Kind::Location)
        plan.reference = *named;
    QSet<QString> seen;
    for (const QJsonValue& item : json.value("mediaIds"_L1).toArray()) {
        const QString id = item.toString();
        if (id.isEmpty() || id.size() > kLongestId || seen.contains(id) || seen.size() >= kMostAssets)
            continue;
        seen.insert(id);
        plan.mediaIds.append(id);
    }
    const bool isOurs = json.value("plan"_L1).toString() == kMagic && plan.journal == QFileInfo(plan.journal).fileName()
        && QDir::match(QString(kJournals), plan.journal);
    return isOurs && !plan.mediaIds.isEmpty() ? std::optional(plan) : std::nullopt;
}

Result<void> BatchPlan::begin(const QString& folder) const
{
    if (const auto free = notInUse(folder); !free)
        return free;
    if (const auto saved = save(folder); !saved)
        return saved;
    removeJournals(folder, journal);
    return {};
}

Result<void> BatchPlan::discard(const QString& folder)
{
    if (const auto free = notInUse(folder); !free)
        return free;
    QFile::remove(QDir(folder).filePath(kFile));
    removeJournals(folder, {});
    return {};
}

} // namespace proofreel
