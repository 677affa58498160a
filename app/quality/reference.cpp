// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/reference.h"

#include "core/redaction.h"
#include "streams/playability.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct ReferenceText {
    Q_DECLARE_TR_FUNCTIONS(Reference)
};

bool isOriginal(const PlayInfo& info)
{
    return info.definition.compare("OD"_L1, Qt::CaseInsensitive) == 0;
}

bool isReadable(const PlayInfo& info)
{
    const Playability playability = playabilityOf(info);
    return (playability == Playability::Playable || playability == Playability::Invisible) && !info.playUrl.isEmpty();
}

} // namespace

Result<Reference> Reference::parse(const QString& text)
{
    const QString what = text.trimmed();
    if (what.isEmpty() || what == "none"_L1)
        return Reference {};
    if (what == "original"_L1)
        return Reference { .kind = Kind::Original, .location = {} };
    if (what == "source"_L1)
        return Reference { .kind = Kind::Source, .location = {} };
    if (const QUrl url(what, QUrl::StrictMode); url.scheme() == "http"_L1 || url.scheme() == "https"_L1) {
        if (url.isValid() && !url.host().isEmpty())
            return Reference { .kind = Kind::Location, .location = url };
    } else if (const QFileInfo file(what); file.isFile()) {
        return Reference { .kind = Kind::Location, .location = QUrl::fromLocalFile(file.absoluteFilePath()) };
    }
    return fail({ .kind = ErrorKind::InvalidRequest,
        .message = ReferenceText::tr("“%1” is no reference to compare with.").arg(bareUrl(what).left(300)),
        .advice = ReferenceText::tr("Name original, source, a URL or a file of this PC.") });
}

QString Reference::text() const
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Original:
        return u"original"_s;
    case Kind::Source:
        return u"source"_s;
    case Kind::Location:
        return location.isLocalFile() ? location.toLocalFile() : location.toString(QUrl::FullyEncoded);
    }
    return u"none"_s;
}

QString Reference::identity() const
{
    return kind == Kind::None ? QString() : location.isLocalFile() ? text() : bareUrl(text());
}

QString Reference::title() const
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Original:
        return ReferenceText::tr("Original rendition (OD)");
    case Kind::Source:
        return ReferenceText::tr("Source file");
    case Kind::Location:
        return location.isLocalFile() ? QFileInfo(location.toLocalFile()).fileName() : bareUrl(text());
    }
    return ReferenceText::tr("None");
}

FoundReference originalFor(const QList<PlayInfo>& renditions, qsizetype index)
{
    const PlayInfo& own = renditions.at(index);
    if (isOriginal(own))
        return {};
    const PlayInfo* found = nullptr;
    for (const PlayInfo& info : renditions) {
        const bool isBetter = !found || (found->hdrType != own.hdrType && info.hdrType == own.hdrType);
        if (isOriginal(info) && isReadable(info) && isBetter)
            found = &info;
    }
    if (found)
        return { .url = QUrl(found->playUrl),
            .title = Reference { .kind = Reference::Kind::Original, .location = {} }.title(),
            .trouble = {} };
    const bool isThere = std::any_of(renditions.cbegin(), renditions.cend(), isOriginal);
    return { .url = {},
        .title = {},
        .trouble = isThere ? ReferenceText::tr("The original rendition (OD) cannot be read here.")
                           : ReferenceText::tr("This asset has no original rendition (OD) to compare with.") };
}

FoundReference sourceIn(const Result<MediaInfoReply>& reply)
{
    if (!reply)
        return { .url = {},
            .title = {},
            .trouble = ReferenceText::tr("The source file could not be asked for: %1").arg(reply.error().message) };
    for (const MediaFile& file : reply->media.files) {
        const QUrl url(file.fileUrl);
        if (file.fileType == "source_file"_L1 && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1))
            return { .url = url,
                .title = Reference { .kind = Reference::Kind::Source, .location = {} }.title(),
                .trouble = {} };
    }
    return {
        .url = {}, .title = {}, .trouble = ReferenceText::tr("The service hands out no link to the source file.")
    };
}

} // namespace proofreel
