// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/screenshot.h"

#include "core/write_whole.h"
#include "ui/player/frame_image.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QtConcurrent>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

Error notSaved(const QString& why)
{
    return { .kind = ErrorKind::Io,
        .message = QCoreApplication::translate("Screenshot", "The screenshot was not saved: %1").arg(why),
        .advice = QCoreApplication::translate("Screenshot", "Choose another folder.") };
}

Result<QString> write(const QVideoFrame& frame, const QString& path)
{
    const QImage image = frameImage(frame, pictureSize(frame));
    if (image.isNull())
        return fail(notSaved(QCoreApplication::translate("Screenshot", "there is no picture")));
    return writePng(image, path);
}

} // namespace

Result<QString> writePng(const QImage& image, const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        return fail(notSaved(writer.errorString()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !writeWhole(file, bytes) || !file.commit())
        return fail(notSaved(file.errorString()));
    return path;
}

void saveScreenshot(
    const QVideoFrame& frame, const QString& path, QObject* context, std::function<void(Result<QString>)> callback)
{
    QtConcurrent::run([frame, path] { return write(frame, path); }).then(context, std::move(callback));
}

QString screenshotName(const QString& title, const QString& timecode)
{
    static const QRegularExpression unsafe(uR"([\x00-\x1f\\/:*?"<>|]+)"_s);
    QString name = title.left(80) + u' ' + timecode;
    name.replace(unsafe, u"-"_s);
    name = name.simplified();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    return name + u".png"_s;
}

} // namespace proofreel
