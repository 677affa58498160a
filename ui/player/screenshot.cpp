// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/player/screenshot.h"

#include "ui/player/frame_image.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSaveFile>
#include <QtConcurrent>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

Result<QString> write(const QVideoFrame& frame, const QString& path)
{
    const auto failed = [](const QString& why) {
        Error error;
        error.kind = ErrorKind::Io;
        error.message = QCoreApplication::translate("Screenshot", "The screenshot was not saved: %1").arg(why);
        error.advice = QCoreApplication::translate("Screenshot", "Choose another folder.");
        return fail(error);
    };
    const QImage image = frameImage(frame, pictureSize(frame));
    if (image.isNull())
        return failed(QCoreApplication::translate("Screenshot", "there is no picture"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return failed(file.errorString());
    if (!image.save(&file, "PNG") || !file.commit())
        return failed(file.errorString());
    return path;
}

} // namespace

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
