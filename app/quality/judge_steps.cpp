// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Across the renditions of an asset: which there are.

#include "quality/docket.h"
#include "quality/hdr_kind.h"
#include "quality/sheet_view.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

bool fits(const LadderStep& step, const PlayInfo& info)
{
    const bool hdr =
        step.hdr.isEmpty() || step.hdr == info.hdrType || (step.hdr == "HDR"_L1 && isHdrType(info.hdrType));
    return hdr && (step.definition.isEmpty() || step.definition == info.definition)
        && (step.format.isEmpty() || step.format == info.format);
}

void missing(const AssetSheet& sheet, Docket& docket)
{
    const QString& type = sheet.media.mediaType;
    const bool played = type.isEmpty() || type == "video"_L1 || type == "audio"_L1;
    if (!played || !docket.opens("ladder.missing-step"_L1, {}))
        return;
    if (sheet.streams.isEmpty())
        return docket.find("ladder.missing-step"_L1, {},
            { .message = sheet.media.status.isEmpty() || sheet.media.status == "Normal"_L1
                    ? Judge::tr("The asset has no rendition at all.")
                    : Judge::tr("The asset has no rendition at all; its status is %1.")
                          .arg(sheet.media.status.left(80)),
                .field = u"PlayInfoList"_s });
    for (const LadderStep& step : docket.policy().ladder) {
        if (std::any_of(sheet.streams.cbegin(), sheet.streams.cend(),
                [&](const StreamSheet& stream) { return fits(step, stream.info); }))
            continue;
        QStringList words { step.definition, step.format, step.hdr };
        words.removeAll(QString());
        docket.find("ladder.missing-step"_L1, {},
            { .message = Judge::tr("The policy expects %1, which is not there.").arg(words.join(u' ')),
                .field = u"PlayInfoList"_s,
                .declared = words.join(u' ') });
    }
}

void duplicates(const AssetSheet& sheet, Docket& docket)
{
    QMap<QString, const StreamSheet*> first;
    for (const StreamSheet& stream : sheet.streams) {
        const PlayInfo& info = stream.info;
        const MediaFacts* file = fileOf(stream);
        // Two codecs, two languages or two shapes are two offers.
        const QString codec = file && file->video ? file->video->codec : QString();
        const QString language = file && !file->audio.isEmpty() ? file->audio.constFirst().language : QString();
        const QStringList parts { info.definition, info.format, info.hdrType, info.streamType, info.narrowBandType,
            info.transTemplateType, info.encryptType, QString::number(info.encrypt.value_or(0)), info.watermarkId,
            info.streamTagsText, info.status, orientation(stream), codec, language };
        const QString text = parts.join(QChar(0x1f));
        if (!docket.opens("ladder.duplicate-step"_L1, stream.key))
            return;
        if (const StreamSheet* other = first.value(text)) {
            QStringList words { info.definition, info.format, info.hdrType };
            words.removeAll(QString());
            docket.find("ladder.duplicate-step"_L1, stream.key,
                { .message = Judge::tr("There is another rendition %1 that nothing tells apart from this one.")
                                 .arg(words.join(u' ').left(80)),
                    .field = u"Definition"_s,
                    .declared = other->label,
                    .measured = stream.label });
        } else {
            first.insert(text, &stream);
        }
    }
}

} // namespace

void judgeSteps(const AssetSheet& sheet, Docket& docket)
{
    missing(sheet, docket);
    if (sheet.streams.size() > 1)
        duplicates(sheet, docket);
}

} // namespace proofreel
