// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/silent_hosts.h"

#include "core/network_error.h"

#include <QCoreApplication>
#include <QUrl>

#include <mutex>

namespace proofreel {

namespace {

struct SilenceText {
    Q_DECLARE_TR_FUNCTIONS(SilentHosts)
};

struct Host {
    bool answered = false;
    std::optional<Error> silence; // the first
};

class SilentHosts {
public:
    [[nodiscard]] std::optional<Error> refusal(const QString& name)
    {
        const std::lock_guard lock(m_mutex);
        const Host host = m_hosts.value(name);
        if (host.answered || !host.silence)
            return std::nullopt;
        Error error = *host.silence;
        error.message = SilenceText::tr("%1 was not asked again: it has answered nothing in this check.").arg(name);
        return error;
    }
    void note(const QString& name, const StreamSheet& sheet)
    {
        const std::lock_guard lock(m_mutex);
        Host& host = m_hosts[name];
        host.answered |= sheet.transfer.bytesFetched > 0;
        if (sheet.container && !*sheet.container && sheet.container->error().kind == ErrorKind::Timeout
            && !host.silence)
            host.silence = sheet.container->error();
    }

private:
    std::mutex m_mutex;
    QHash<QString, Host> m_hosts; // by host and port
};

} // namespace

MeasureStream sparingSilentHosts(MeasureStream measure)
{
    return [measure = std::move(measure), hosts = std::make_shared<SilentHosts>()](const QString& mediaId,
               const StreamKey& key, const PlayInfo& info, const MeasureOptions& options, std::stop_token stop,
               const std::function<void(double)>& progress) {
        const QString host = hostAndPort(QUrl(info.playUrl));
        if (auto error = hosts->refusal(host)) {
            StreamSheet sheet = toldSheet(key, info);
            sheet.container = fail(*std::move(error));
            return sheet;
        }
        StreamSheet sheet = measure(mediaId, key, info, options, std::move(stop), progress);
        hosts->note(host, sheet);
        return sheet;
    };
}

} // namespace proofreel
