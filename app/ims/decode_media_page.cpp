// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/decode_walk.h"

#include "core/redaction.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct DecodeText {
    Q_DECLARE_TR_FUNCTIONS(Reply)
};

MediaBasicInfo decodeRow(const JsonFields& entry)
{
    MediaBasicInfo out = decodeMediaBasicInfo(entry, KeepRaw::No);
    const QJsonArray files = entry.array(u"FileInfoList"_s);
    if (files.isEmpty())
        return out;
    const JsonFields file = entry.element(u"FileInfoList"_s, files.first(), 0).object(u"FileBasicInfo"_s);
    out.duration = file.numberText(u"Duration"_s, maxSeconds);
    out.size = file.integerText(u"FileSize"_s, maxBytes);
    out.width = file.integerText(u"Width"_s, maxPixels);
    out.height = file.integerText(u"Height"_s, maxPixels);
    return out;
}

//! SearchMedia carries a verdict of its own beside the HTTP status.
std::optional<Error> refusal(const JsonFields& top)
{
    const QString code = top.text(u"Code"_s, 100).trimmed();
    const bool good = code.isEmpty() || code == "200"_L1 || code.compare("OK"_L1, Qt::CaseInsensitive) == 0;
    if (good && top.text(u"Success"_s, 100).trimmed().compare("false"_L1, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return Error { .kind = ErrorKind::Service,
        .code = redact(code),
        .message = code.isEmpty() ? DecodeText::tr("The service says that the search failed.")
                                  : DecodeText::tr("The service says that the search failed (%1).").arg(redact(code)),
        .advice = DecodeText::tr("Check the search's conditions, then try again."),
        .requestId = top.text(u"RequestId"_s, 256) };
}

} // namespace

MediaBasicInfo decodeMediaBasicInfo(const JsonFields& entry, KeepRaw keepRaw)
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
    if (out.category.isEmpty())
        out.category = basic.text(u"CateName"_s);
    out.transcodeStatus = basic.text(u"TranscodeStatus"_s);
    out.uploadSource = basic.text(u"UploadSource"_s);
    out.referenceId = basic.text(u"ReferenceId"_s);
    out.userData = basic.text(u"UserData"_s);
    out.biz = basic.text(u"Biz"_s);
    out.coverUrl = basic.url(u"CoverURL"_s);
    out.inputUrl = basic.url(u"InputURL"_s);
    out.mediaTags = basic.commaList(u"MediaTags"_s);
    out.cateId = basic.integer(u"CateId"_s, lowestId, highestId);
    out.createTime = basic.time(u"CreateTime"_s);
    out.modifiedTime = basic.time(u"ModifiedTime"_s);
    out.deletedTime = basic.time(u"DeletedTime"_s);
    if (keepRaw == KeepRaw::Yes)
        out.raw = entry.raw();
    return out;
}

Result<MediaPage> decodeMediaPage(const QByteArray& body)
{
    return decodeReply<MediaPage>(body, [](const JsonFields& fields, MediaPage& out) {
        out.nextToken = fields.url(u"NextToken"_s);
        out.totalCount = fields.integer(u"TotalCount"_s, 0, highestId);
        fields.require(u"MediaInfos"_s);
        out.medias = decodeList<MediaBasicInfo>(fields, u"MediaInfos"_s, decodeRow);
    });
}

Result<MediaPage> decodeSearchPage(const QByteArray& body)
{
    std::optional<Error> refused;
    auto page = decodeReply<MediaPage>(body, [&refused](const JsonFields& fields, MediaPage& out) {
        refused = refusal(fields);
        if (refused)
            return;
        out.nextToken = fields.url(u"ScrollToken"_s);
        out.totalCount = fields.integer(u"Total"_s, 0, highestId);
        fields.require(u"MediaInfoList"_s);
        out.medias = decodeList<MediaBasicInfo>(fields, u"MediaInfoList"_s, decodeRow);
    });
    if (refused)
        return fail(*std::move(refused));
    return page;
}

} // namespace proofreel
