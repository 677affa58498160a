// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// batch_runner ENDPOINT KEY SECRET JOURNAL < IDS: a batch with a journal. Says on stdout "ask ID" before the first
// rendition of an asset is measured, "kept ID" when its result is handed out, "old ID" for one of the journal, "end".

#include "batch_fixture.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <mutex>

using namespace proofreel;
using namespace proofreel::test;

namespace {

void say(const char* what, const QString& id)
{
    static std::mutex mutex;
    const std::scoped_lock lock(mutex);
    std::printf("%s %s\n", what, qPrintable(id));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    BatchFixture fixture(QUrl(arguments.at(1)), arguments.at(2), arguments.at(3));
    auto journal = Journal::open(arguments.at(4), {});
    if (!journal) {
        std::fprintf(stderr, "%s\n", qPrintable(journal.error().message));
        return 1;
    }
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 1;
    const QStringList ids = QString::fromUtf8(in.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const MeasureStream head = headOf(fixture.http);
    BatchRun run(fixture,
        [head](const QString& id, const StreamKey& key, const PlayInfo& info, const MeasureOptions& options,
            const std::stop_token& stop, const std::function<void(double)>& progress) {
            say("ask", id);
            return head(id, key, info, options, stop, progress);
        });
    QObject::connect(&run.batch, &Batch::checked, &run.batch,
        [](const AssetResult& result, bool isResumed) { say(isResumed ? "old" : "kept", result.sheet.mediaId); });
    QObject::connect(
        &run.batch, &Batch::finished, &run.batch, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    run.batch.start(ids, fast(), *std::move(journal));
    const int status = QCoreApplication::exec();
    say("end", {});
    return status;
}
