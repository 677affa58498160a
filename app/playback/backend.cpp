// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playback/backend.h"

#include "core/logging.h"
#include "playback/texts.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <dlfcn.h>

#include <array>
#include <optional>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

struct Need {
    QLatin1StringView plugin; // file name without lib….so
    QLatin1StringView package;
};

// Without the first ones Qt 6.4's GStreamer plugin crashes, without the others it plays nothing that IMS serves.
constexpr std::array needs {
    Need { "gstplayback"_L1, "gstreamer1.0-plugins-base"_L1 },
    Need { "gsttypefindfunctions"_L1, "gstreamer1.0-plugins-base"_L1 },
    Need { "gstvideoconvertscale"_L1, "gstreamer1.0-plugins-base"_L1 },
    Need { "gstaudioconvert"_L1, "gstreamer1.0-plugins-base"_L1 },
    Need { "gstaudioresample"_L1, "gstreamer1.0-plugins-base"_L1 },
    Need { "gstvolume"_L1, "gstreamer1.0-plugins-base"_L1 },
    Need { "gstautodetect"_L1, "gstreamer1.0-plugins-good"_L1 },
    Need { "gstisomp4"_L1, "gstreamer1.0-plugins-good"_L1 },
    Need { "gstsoup"_L1, "gstreamer1.0-plugins-good"_L1 },
    Need { "gsthls"_L1, "gstreamer1.0-plugins-bad"_L1 },
    Need { "gstmpegtsdemux"_L1, "gstreamer1.0-plugins-bad"_L1 },
    Need { "gstlibav"_L1, "gstreamer1.0-libav"_L1 },
};

bool hasQtPlugin(QLatin1StringView name)
{
    for (const QString& path : QCoreApplication::libraryPaths())
        if (QFileInfo::exists(path + "/multimedia/lib"_L1 + name + ".so"_L1))
            return true;
    return false;
}

// GStreamer's HTTP source crashes on libsoup 3 within some hundred opens (its session thread closes streams that are
// already gone; seen with GStreamer 1.22), and takes 0.3 s to close. On libsoup 2.4, which it takes when that is in
// the process first, it does neither. The library stays loaded for good.
void preferStableHttpSource()
{
    if (dlopen("libsoup-3.0.so.0", RTLD_NOW | RTLD_NOLOAD)) // both in one process is fatal
        return;
    if (!dlopen("libsoup-2.4.so.1", RTLD_NOW | RTLD_LOCAL))
        qCWarning(
            lcPlayback, "libsoup 2.4 is missing (Debian package libsoup2.4-1): quick changes of stream may crash");
}

Result<QString> choose()
{
    QByteArray wish = qgetenv("QT_MEDIA_BACKEND").toLower();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (wish.isEmpty())
        wish = "ffmpeg";
#endif
    if (wish == "ffmpeg")
        return u"FFmpeg"_s;
    const QStringList missing = missingGStreamerPackages(gstreamerPluginFolders());
    const bool plugin = hasQtPlugin("gstreamermediaplugin"_L1);
    if (plugin && missing.isEmpty()) {
        qputenv("QT_MEDIA_BACKEND", "gstreamer");
        preferStableHttpSource();
        return u"GStreamer"_s;
    }
    if (wish.isEmpty() && hasQtPlugin("ffmpegmediaplugin"_L1)) {
        qCWarning(lcPlayback) << "Falling back to FFmpeg; GStreamer lacks" << missing;
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
        return u"FFmpeg"_s;
    }
    const QString packages = missing.isEmpty() ? u"libqt6multimedia6"_s : missing.join(u' ');
    return fail({ .kind = ErrorKind::Unsupported,
        .code = packages,
        .message = Playback::tr("Video cannot be played: parts of GStreamer are missing."),
        .advice = Playback::tr("Install %1 and start again.", "Debian package names").arg(packages) });
}

std::optional<Result<QString>>& chosen()
{
    static std::optional<Result<QString>> value;
    return value;
}

} // namespace

QStringList gstreamerPluginFolders()
{
    QStringList folders;
    for (const char* name :
        { "GST_PLUGIN_PATH_1_0", "GST_PLUGIN_PATH", "GST_PLUGIN_SYSTEM_PATH_1_0", "GST_PLUGIN_SYSTEM_PATH" })
        folders += qEnvironmentVariable(name).split(u':', Qt::SkipEmptyParts);
    if (!qEnvironmentVariableIsEmpty("GST_PLUGIN_SYSTEM_PATH_1_0")
        || !qEnvironmentVariableIsEmpty("GST_PLUGIN_SYSTEM_PATH"))
        return folders;
    // The default folder stands beside the library. Loading the library alone starts nothing.
    if (void* library = dlopen("libgstreamer-1.0.so.0", RTLD_LAZY | RTLD_LOCAL)) {
        Dl_info info {};
        if (void* symbol = dlsym(library, "gst_init"); symbol && dladdr(symbol, &info) && info.dli_fname)
            folders += QFileInfo(QString::fromLocal8Bit(info.dli_fname)).absolutePath() + "/gstreamer-1.0"_L1;
    }
    return folders;
}

QStringList missingGStreamerPackages(const QStringList& folders)
{
    QStringList missing;
    for (const Need& need : needs) {
        const bool found = std::any_of(folders.begin(), folders.end(),
            [&](const QString& folder) { return QFileInfo::exists(folder + "/lib"_L1 + need.plugin + ".so"_L1); });
        if (!found && !missing.contains(need.package))
            missing += need.package;
    }
    return missing;
}

Result<QString> chooseMediaBackend()
{
    if (!chosen())
        chosen() = choose();
    return *chosen();
}

bool isPassingComplaint(QMediaPlayer::Error error, const QString& text, bool opening)
{
    // Not translated by Qt. A seek that fails later ends the reading, and is a failure.
    return opening && error == QMediaPlayer::ResourceError && text.startsWith("Failed to seek"_L1);
}

bool isGStreamer()
{
    return chooseMediaBackend().value_or(QString()) == "GStreamer"_L1;
}

} // namespace proofreel
