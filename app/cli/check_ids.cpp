// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_ids.h"

#include "catalog/asset_walk.h"
#include "catalog/open_list.h"
#include "cli/command.h"
#include "ims/match_builder.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

Error noId(const QString& text)
{
    return { .kind = ErrorKind::InvalidRequest,
        .message = Cli::tr("“%1” is not a MediaId.").arg(text.left(80)),
        .advice = Cli::tr("Name assets by MediaId, one a line; see them with: proofreel-cli list") };
}

Result<QStringList> mediaIdsIn(const OpenList& list)
{
    if (list.notUnderstood() > 0 || list.leftOut() > 0)
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = list.report(),
            .advice = Cli::tr("Name assets by MediaId, one a line; see them with: proofreel-cli list") });
    QStringList ids;
    for (const OpenTarget& target : list.targets()) {
        const QString id = mediaIdOf(target);
        if (id.isEmpty())
            return fail(noId(targetId(target)));
        ids << id;
    }
    return ids;
}

} // namespace

Result<QStringList> idsOf(const std::vector<std::string>& words)
{
    OpenList list;
    for (const std::string& word : words) {
        const auto target = parseOpenTarget(QString::fromStdString(word));
        if (!target)
            return fail(noId(QString::fromStdString(word)));
        list.add(*target);
    }
    return mediaIdsIn(list);
}

Result<QStringList> idsFrom(const QString& file)
{
    QFile in(file);
    if (!(file == "-"_L1 ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly)))
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = Cli::tr("%1 cannot be read: %2").arg(file, in.errorString()) });
    QByteArray bytes;
    while (bytes.size() <= OpenList::kMostBytes) {
        const QByteArray piece = in.read(OpenList::kMostBytes);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (bytes.size() > OpenList::kMostBytes)
        return fail({ .kind = ErrorKind::InvalidRequest,
            .message = Cli::tr("%1 is larger than 4 MiB.").arg(file),
            .advice = Cli::tr("Split it: a check takes at most 10,000 assets.") });
    OpenList list;
    list.addText(bytes);
    return mediaIdsIn(list);
}

Result<QStringList> idsMatching(Client& client, const QString& match)
{
    const auto questions = AssetQuery { .match = halfWidthMatch(match) }.questions();
    if (!questions)
        return fail(questions.error());
    AssetWalk walk(client, *questions);
    QStringList ids;
    QSet<QString> seen;
    while (!walk.atEnd()) {
        const auto page = await<AssetBatch>([&](QObject* context, std::function<void(Result<AssetBatch>)> done) {
            return walk.next(context, std::move(done));
        });
        if (!page)
            return fail(page.error());
        const qsizetype before = ids.size();
        for (const AssetRow& row : page->rows) {
            if (row.mediaId.isEmpty() || seen.contains(row.mediaId))
                continue;
            seen.insert(row.mediaId);
            ids << row.mediaId;
        }
        walk.used(int(ids.size() - before));
    }
    return ids;
}

} // namespace proofreel::cli
