// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

const QString hidden = u"***"_s;

//! In a URL every value whose name sounds like a key is hidden: CDN owners choose these names themselves.
bool isSecretName(const QString& name)
{
    static const QRegularExpression secret(
        u"sign|token|secret|key|auth|credential|cipher|passw|policy|hmac|md5|nonce|hash"_s,
        QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch() && name.compare("x-oss-signature-version"_L1, Qt::CaseInsensitive) != 0;
}

QString replaceUrls(const QString& text)
{
    static const QRegularExpression link(u"\\b[a-zA-Z][a-zA-Z0-9+.-]{1,15}://[^\\s\"'<>\\\\^`{|}]++"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = link.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        const QUrl url(match.captured(), QUrl::TolerantMode);
        out += url.isValid() ? redactUrl(url) : match.captured().section(u'?', 0, 0).section(u'@', -1);
        from = match.capturedEnd();
    }
    out += QStringView(text).sliced(from);
    return out;
}

QString replaceKnown(QString text, const QStringList& known)
{
    for (const QString& secret : known) {
        if (secret.size() < 6)
            continue;
        const QByteArray once = QUrl::toPercentEncoding(secret);
        const QString twice = QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(once)));
        QString json = secret;
        json.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        QString jsonSlash = json;
        jsonSlash.replace(u'/', u"\\/"_s);
        for (const QString& form : { secret, QString::fromLatin1(once), twice, json, jsonSlash })
            text.replace(form, hidden, Qt::CaseInsensitive);
    }
    return text;
}

} // namespace

QString redact(const QString& text, const QStringList& known)
{
    // PCRE refuses a text with half a surrogate pair, and nothing would be replaced: make it well-formed first.
    QString safe = replaceKnown(QString::fromUtf8(text.toUtf8()), known);
    safe = replaceUrls(safe);

    static const QRegularExpression header(
        u"\\b((?:proxy-)?authorization|cookie|set-cookie)(\\\\?[\"']?\\s*[:=]\\s*)[^\\r\\n]++"_s,
        QRegularExpression::CaseInsensitiveOption);
    safe.replace(header, u"\\1\\2***"_s);

    static const QRegularExpression scheme(
        u"\\b(ACS3-HMAC-SHA256 Credential|Bearer|Basic)([ =])[A-Za-z0-9+/=._,;~-]{8,}+"_s,
        QRegularExpression::CaseInsensitiveOption);
    safe.replace(scheme, u"\\1\\2***"_s);

    // name=value, name: value, "name":"value", <Name>value and their percent-encoded and twice encoded forms.
    static const QRegularExpression pair(
        u"((?:x-(?:acs|oss)-)?(?:access_?key_?secret|accesskeyid|ossaccesskeyid|access_?key_?id|security[-_]?token|"
        "sts[-_]?token|bearer[-_]?token|auth[-_]?key|auth[-_]?token|signature|credential|mtshlsuritoken|ciphertext|"
        "password|passwd|secret))"
        "(\\\\?[\"']?\\s{0,4}(?:=|:|>|%3D|%253D|%3A)\\s{0,4}\\\\?[\"']?)"
        "((?:(?!%26|%2526)[^\\s&\"'<>,;\\\\])++)"_s,
        QRegularExpression::CaseInsensitiveOption);
    safe.replace(pair, u"\\1\\2***"_s);

    static const QRegularExpression keyId(u"\\b(LTAI[A-Za-z0-9]{8,}+|STS\\.[A-Za-z0-9]{8,}+)"_s);
    for (qsizetype at = 0;;) {
        const QRegularExpressionMatch match = keyId.match(safe, at);
        if (!match.hasMatch())
            return safe;
        const QString masked = maskKeyId(match.captured());
        safe.replace(match.capturedStart(), match.capturedLength(), masked);
        at = match.capturedStart() + masked.size();
    }
}

QString redactUrl(const QUrl& url)
{
    QUrl shown = url;
    shown.setUserInfo({});
    if (url.hasQuery()) {
        QStringList items;
        const auto pairs = url.query(QUrl::FullyEncoded).split(u'&');
        for (const QString& item : pairs) {
            const QString name = item.section(u'=', 0, 0);
            const bool secret = isSecretName(QUrl::fromPercentEncoding(name.toLatin1()));
            items << (secret && item.contains(u'=') ? name + u'=' + hidden : item);
        }
        shown.setQuery(items.join(u'&'), QUrl::TolerantMode);
    }
    if (isSecretName(url.fragment()))
        shown.setFragment({});
    return shown.toString(QUrl::FullyEncoded);
}

QString bareUrl(const QString& text)
{
    static const QRegularExpression link(u"^[a-zA-Z][a-zA-Z0-9+.-]{1,15}://"_s);
    if (!link.match(text).hasMatch())
        return redact(text);
    QString bare = text.section(u'#', 0, 0).section(u'?', 0, 0);
    const qsizetype host = bare.indexOf("://"_L1) + 3;
    const qsizetype path = bare.indexOf(u'/', host);
    const QString authority = bare.mid(host, path < 0 ? -1 : path - host).section(u'@', -1);
    // Type B: /YYYYMMDDHHMM/md5/path; type C: /md5/hextime/path.
    static const QRegularExpression typeB(u"^/[0-9]{12}/[0-9a-fA-F]{32}(?=/)"_s);
    static const QRegularExpression typeC(u"^/[0-9a-fA-F]{32}/[0-9a-fA-F]{8}(?=/)"_s);
    QString rest = path < 0 ? QString() : bare.mid(path);
    rest.replace(typeB, u"/***"_s).replace(typeC, u"/***"_s);
    return bare.left(host) + authority + rest;
}

QString maskKeyId(const QString& accessKeyId)
{
    if (accessKeyId.size() < 12)
        return accessKeyId.isEmpty() ? QString() : u"…"_s;
    return accessKeyId.first(6) + u'…' + accessKeyId.last(4);
}

} // namespace proofreel
