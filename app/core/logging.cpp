// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"

#include "core/redaction.h"

#include <QDateTime>

#include <atomic>
#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcNet, "proofreel.net", QtWarningMsg)
Q_LOGGING_CATEGORY(lcIms, "proofreel.ims", QtWarningMsg)
Q_LOGGING_CATEGORY(lcAccounts, "proofreel.accounts", QtWarningMsg)
Q_LOGGING_CATEGORY(lcPlayback, "proofreel.playback", QtWarningMsg)
Q_LOGGING_CATEGORY(lcStore, "proofreel.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcUi, "proofreel.ui", QtWarningMsg)

namespace proofreel {

namespace {

std::atomic<bool> everything { false };

//! Libraries warn of what a person can do nothing about (no sound server, no XDG_RUNTIME_DIR): shown on request only.
bool isForeignNoise(QtMsgType type, const QMessageLogContext& context)
{
    return (type == QtDebugMsg || type == QtInfoMsg || type == QtWarningMsg)
        && (!context.category || std::strncmp(context.category, "proofreel", 9) != 0) && !everything;
}

void writeRedacted(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (isForeignNoise(type, context))
        return;
    static constexpr const char* names[] = { "debug", "warning", "critical", "fatal", "info" };
    const QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' '
        + names[static_cast<int>(type)] + ' ' + (context.category ? context.category : "default") + ": "
        + redact(text).toUtf8() + '\n';
    // One write for one line: messages of several threads do not mix.
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installLogging(bool verbose)
{
    qInstallMessageHandler(writeRedacted);
    everything = verbose;
    if (verbose)
        QLoggingCategory::setFilterRules(u"proofreel.*.debug=true\nproofreel.*.info=true"_s);
}

} // namespace proofreel
