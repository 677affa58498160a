// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ims/endpoint.h"

#include "core/proxy.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct EndpointText {
    Q_DECLARE_TR_FUNCTIONS(Endpoint)
};

tl::unexpected<Error> bad(const QString& message, const QString& advice)
{
    return fail({ .kind = ErrorKind::InvalidRequest, .message = message, .advice = advice });
}

} // namespace

QStringList imsRegions()
{
    return { u"cn-shanghai"_s, u"cn-beijing"_s, u"cn-hangzhou"_s, u"cn-shenzhen"_s, u"ap-southeast-1"_s,
        u"us-west-1"_s };
}

Result<QUrl> endpointForRegion(const QString& region)
{
    static const QRegularExpression name(u"\\A[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\z"_s);
    if (!name.match(region).hasMatch())
        return bad(EndpointText::tr("“%1” is not the name of a region.").arg(region.left(64)),
            EndpointText::tr("Choose a region from the list, such as cn-shanghai, or give the endpoint itself."));
    return QUrl(u"https://ice."_s + region + u".aliyuncs.com"_s);
}

Result<QUrl> parseEndpoint(const QString& text)
{
    const QString example = EndpointText::tr("Give it as https://ice.cn-shanghai.aliyuncs.com.");
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return bad(EndpointText::tr("The endpoint is empty."), example);
    if (trimmed.size() > 300)
        return bad(EndpointText::tr("The endpoint is too long."), example);

    QUrl url(trimmed.contains("://"_L1) ? trimmed : u"https://"_s + trimmed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.port(1) < 1)
        return bad(EndpointText::tr("The endpoint is not a valid address."), example);
    const bool loopback = isLoopback(url.host());
    // The sandbox speaks plain http, and typing its port is all that should be needed.
    if (loopback && !trimmed.contains("://"_L1))
        url.setScheme(u"http"_s);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return bad(EndpointText::tr("“%1” is not a scheme for an endpoint.").arg(url.scheme().left(32)), example);
    if (url.scheme() == "http"_L1 && !loopback)
        return bad(EndpointText::tr("An endpoint must be https: over http anybody on the way could read the PlayURLs."),
            EndpointText::tr("Write https:// before the host. Plain http is for this very PC only."));
    if (!url.userInfo().isEmpty())
        return bad(EndpointText::tr("An endpoint holds no user name or password."), example);
    if ((!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment())
        return bad(EndpointText::tr("An endpoint is a host only, without a path."), example);
    url.setPath({});
    return url;
}

} // namespace proofreel
