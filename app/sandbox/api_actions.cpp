// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/api_actions.h"

namespace proofreel::sandbox {

using namespace Qt::StringLiterals;

QString ActionContext::mediaUrl(const Asset& asset, const QString& file, UrlStyle style, qint64 seconds) const
{
    return urls.issue(mediaBase, u'/' + asset.mediaId + u'/' + file, style, nowMs, validFor(seconds));
}

ApiError invalidParameter(const QString& name, const QString& why)
{
    return { 400, u"InvalidParameter"_s, u"The specified parameter %1 is not valid: %2."_s.arg(name, why) };
}

ApiError missingParameter(const QString& name)
{
    return { 400, u"MissingParameter"_s, u"The required parameter %1 is missing."_s.arg(name) };
}

qint64 numberParameter(const ActionContext& context, const char* name, qint64 low, qint64 high, qint64 fallback,
    std::optional<ApiError>& error)
{
    const QByteArray value = valueOf(context.parameters, name);
    if (value.isNull())
        return fallback;
    bool ok = false;
    const qint64 number = value.toLongLong(&ok);
    if (ok && number >= low && number <= high)
        return number;
    if (!error) {
        error = invalidParameter(
            QString::fromLatin1(name), u"it must be a whole number from %1 to %2"_s.arg(low).arg(high));
    }
    return 0;
}

ActionResult runAction(const QByteArray& name, const QByteArray& version, const ActionContext& context)
{
    static const std::pair<const char*, ActionResult (*)(const ActionContext&)> actions[] = {
        { "GetPlayInfo", getPlayInfo },
        { "ListMediaBasicInfos", listMediaBasicInfos },
        { "GetMediaInfo", getMediaInfo },
        { "BatchGetMediaInfos", batchGetMediaInfos },
        { "GetCategories", getCategories },
        { "SearchMedia", searchMedia },
    };
    if (version != "2020-11-09")
        return ApiError { 400, u"InvalidVersion"_s, u"Specified parameter Version is not valid."_s };
    for (const auto& [known, run] : actions) {
        if (name == known)
            return run(context);
    }
    return ApiError { 404, u"InvalidApi.NotFound"_s,
        u"Specified api is not found, please check your url and method."_s };
}

} // namespace proofreel::sandbox
