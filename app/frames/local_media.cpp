// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/local_media.h"

#include "frames/av_log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace proofreel {

namespace {

struct LocalText {
    Q_DECLARE_TR_FUNCTIONS(LocalMedia)
};

// Containers of pictures; none that names other files.
constexpr auto formats = "mov,mp4,mpegts,matroska,webm,mpeg,avi,mxf,flv,asf,ogg,yuv4mpegpipe";

int openNothing(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**)
{
    return -EPERM;
}

Error trouble(ErrorKind kind, const QString& message, int status)
{
    return { .kind = kind, .code = status < 0 ? avErrorText(status) : QString(), .message = message };
}

} // namespace

Result<FormatPtr> openLocalMedia(const QString& path)
{
    const QFileInfo file(path);
    const QString name = QDir::toNativeSeparators(path).left(300);
    if (!file.exists())
        return fail(trouble(ErrorKind::NotFound, LocalText::tr("There is no file %1.").arg(name), 0));
    // A pipe or a device would be waited for, or never end.
    if (!file.isFile() || !file.isReadable())
        return fail(trouble(ErrorKind::Io, LocalText::tr("%1 is no file that can be read.").arg(name), 0));

    AvLog log([](const QString&) {});
    const AvLog::Here here(log);
    const QByteArray address = "file:" + QFile::encodeName(file.absoluteFilePath());
    AVFormatContext* raw = avformat_alloc_context();
    if (!raw)
        return fail({ .kind = ErrorKind::TooLarge });
    raw->format_whitelist = av_strdup(formats);
    raw->protocol_whitelist = av_strdup("file");
    AVDictionary* settings = nullptr;
    av_dict_set(&settings, "enable_drefs", "0", 0);
    int status = avformat_open_input(&raw, address.constData(), nullptr, &settings); // frees it if it fails
    av_dict_free(&settings);
    FormatPtr context(raw);
    if (status >= 0) {
        context->io_open = openNothing;
        status = avformat_find_stream_info(raw, nullptr);
    }
    if (status < 0)
        return fail(trouble(ErrorKind::Media,
            LocalText::tr("%1 is no media file that can be read, or it is damaged.").arg(name), status));
    return context;
}

} // namespace proofreel
