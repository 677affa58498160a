// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/media_state.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace proofreel {

MediaState mediaStateOf(const PlayInfoReply& reply)
{
    const QString& status = reply.mediaBase.status;
    if (status == "Init"_L1)
        return MediaState::Init;
    if (status == "Preparing"_L1)
        return MediaState::Preparing;
    if (status == "PrepareFail"_L1)
        return MediaState::PrepareFailed;
    const QString& type = reply.mediaBase.mediaType;
    if (reply.playInfoList.isEmpty() && (type == "image"_L1 || type == "text"_L1))
        return MediaState::NotPlayable;
    return reply.playInfoList.isEmpty() ? MediaState::NoStreams : MediaState::Ready;
}

MediaStateText mediaStateText(MediaState state)
{
    switch (state) {
    case MediaState::Ready:
        break;
    case MediaState::Init:
        return { QCoreApplication::translate("MediaState", "The source file is not there yet"),
            QCoreApplication::translate("MediaState",
                "Status Init: the asset is registered, but its file has not been uploaded. Finish the upload, then "
                "reload.") };
    case MediaState::Preparing:
        return { QCoreApplication::translate("MediaState", "IMS is still preparing this asset"),
            QCoreApplication::translate("MediaState",
                "Status Preparing: the source file is being uploaded or composited. Reload in a minute.") };
    case MediaState::PrepareFailed:
        return { QCoreApplication::translate("MediaState", "IMS could not prepare this asset"),
            QCoreApplication::translate("MediaState",
                "Status PrepareFail: the source file could not be read or analysed. Check the file, then register or "
                "upload it again.") };
    case MediaState::NotPlayable:
        return { QCoreApplication::translate("MediaState", "There is nothing to play"),
            QCoreApplication::translate(
                "MediaState", "Pictures and texts have no streams. Files shows what the service keeps of this one.") };
    case MediaState::NoStreams:
        return { QCoreApplication::translate("MediaState", "This asset has no streams"),
            QCoreApplication::translate("MediaState",
                "The service listed nothing to play. Transcode it in IMS, or wait until its jobs have ended, then "
                "reload.") };
    }
    return {};
}

} // namespace proofreel
