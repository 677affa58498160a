// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/picture_loader.h"

#include "core/http.h"

#include <QBuffer>
#include <QImageReader>
#include <QUrl>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr qint64 kMaxBytes = 64LL * 1024 * 1024;
constexpr qint64 kMaxPixels = 33'500'000; // 8K; four bytes each stay under Qt's own limit of 128 MiB
constexpr QSize kBox(3840, 2160);

} // namespace

Picture decodePicture(const QByteArray& bytes, const QSize& box)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    // Only plain bitmap formats: an SVG, for one, is a document with references and scripts of its own.
    static const QList<QByteArray> formats { "jpeg", "jpg", "png", "webp", "gif", "bmp" };
    const QSize size = formats.contains(reader.format()) ? reader.size() : QSize();
    if (size.isEmpty() || qint64(size.width()) * size.height() > kMaxPixels)
        return { {}, size };
    if (size.width() > box.width() || size.height() > box.height())
        reader.setScaledSize(size.scaled(box, Qt::KeepAspectRatio).expandedTo({ 1, 1 }));
    const QImage image = reader.read();
    return { image.isNull() ? image
                            : image.convertToFormat(
                                image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32),
        size };
}

PictureLoader::PictureLoader(Http& http, QObject* parent)
    : QObject(parent)
    , m_http(http)
{
    m_decoder.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader()
{
    m_call.abort();
    m_decoder.clear();
    m_decoder.waitForDone();
}

void PictureLoader::cancel()
{
    m_call.abort();
    ++m_ticket;
}

void PictureLoader::load(const QString& url)
{
    cancel();
    HttpRequest request;
    request.url = QUrl(url, QUrl::StrictMode);
    request.maxBytes = kMaxBytes;
    m_call = m_http.send(request, this, [this](const Result<HttpResponse>& response) {
        m_call = {};
        if (!response)
            Q_EMIT failed(response.error());
        else if (response->status != 200)
            Q_EMIT failed({ .kind = response->status == 403 ? ErrorKind::Expired : ErrorKind::NotFound,
                .message = tr("The server does not give the picture (HTTP %1).").arg(response->status),
                .host = response->finalUrl.host(),
                .httpStatus = response->status });
        else
            decode(response->body);
    });
}

void PictureLoader::decode(const QByteArray& bytes)
{
    QtConcurrent::run(&m_decoder, [bytes] {
        return decodePicture(bytes, kBox);
    }).then(this, [this, ticket = m_ticket](const Picture& picture) {
        if (ticket != m_ticket)
            return;
        if (!picture.image.isNull())
            Q_EMIT loaded(picture.image, picture.original);
        else if (!picture.original.isEmpty())
            Q_EMIT failed({ .kind = ErrorKind::TooLarge,
                .message = tr("The picture is too large or damaged (%1×%2).")
                               .arg(picture.original.width())
                               .arg(picture.original.height()) });
        else
            Q_EMIT failed({ .kind = ErrorKind::Unsupported, .message = tr("This is no picture that can be shown.") });
    });
}

} // namespace proofreel
