// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode.h"
#include "ims/json_fields.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct DecodeText {
    Q_DECLARE_TR_FUNCTIONS(Reply)
};

MediaBasicInfo decodeMedia(const JsonFields& entry)
{
    const JsonFields basic = entry.object(u"MediaBasicInfo"_s);
    MediaBasicInfo out;
    out.mediaId = entry.text(u"MediaId"_s);
    if (out.mediaId.isEmpty())
        out.mediaId = basic.text(u"MediaId"_s);
    out.title = basic.text(u"Title"_s);
    out.description = basic.text(u"Description"_s);
    out.mediaType = basic.text(u"MediaType"_s);
    out.status = basic.text(u"Status"_s);
    out.source = basic.text(u"Source"_s);
    out.businessType = basic.text(u"BusinessType"_s);
    out.category = basic.text(u"Category"_s);
    out.coverUrl = basic.url(u"CoverURL"_s);
    out.inputUrl = basic.url(u"InputURL"_s);
    out.mediaTags = basic.commaList(u"MediaTags"_s);
    out.cateId = basic.integer(u"CateId"_s, std::numeric_limits<qint64>::min() + 1, std::numeric_limits<qint64>::max());
    out.createTime = basic.time(u"CreateTime"_s);
    out.modifiedTime = basic.time(u"ModifiedTime"_s);
    out.raw = entry.raw();

    const QJsonArray files = entry.array(u"FileInfoList"_s);
    if (files.isEmpty())
        return out;
    const JsonFields file = entry.element(u"FileInfoList"_s, files.first(), 0).object(u"FileBasicInfo"_s);
    out.duration = file.numberText(u"Duration"_s, 1e9);
    out.size = file.integerText(u"FileSize"_s, qint64(1) << 60);
    out.width = file.integerText(u"Width"_s, 1'000'000);
    out.height = file.integerText(u"Height"_s, 1'000'000);
    return out;
}

} // namespace

Result<MediaPage> decodeMediaPage(const QByteArray& body)
{
    const auto top = decodeTop(body);
    if (!top)
        return fail(top.error());
    Oddities oddities;
    const JsonFields fields(*top, {}, oddities);
    MediaPage out;
    out.info.requestId = fields.text(u"RequestId"_s, 256);
    out.info.body = body;
    out.nextToken = fields.url(u"NextToken"_s);
    out.totalCount = fields.integer(u"TotalCount"_s, 0, std::numeric_limits<qint64>::max());
    if (!top->contains("MediaInfos"_L1))
        fields.note(u"MediaInfos"_s, DecodeText::tr("is missing"));
    const QJsonArray medias = fields.array(u"MediaInfos"_s);
    for (qsizetype i = 0; i < medias.size(); ++i) {
        const JsonFields entry = fields.element(u"MediaInfos"_s, medias.at(i), i);
        if (medias.at(i).isObject())
            out.medias << decodeMedia(entry);
    }
    out.info.oddities = oddities.lines();
    return out;
}

} // namespace proofreel
