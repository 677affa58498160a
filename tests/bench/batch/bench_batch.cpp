// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// bench_batch PROOFREEL_CLI [ASSETS]: memory and pace of a batch over that many synthetic assets (10,000) of a sandbox
// in a process of its own: GetPlayInfo for each, every rendition measured by its headers, judging, a journal that is
// synced for each result, and the four reports. Then the same again from the whole journal. Memory must stay flat: it
// is taken after a tenth, and may not grow by more than 16 MiB until the end.

#include "cli_sandbox.h"
#include "tests/integration/quality/batch_fixture.h"
#include "tests/support/resident_memory.h"

#include "quality/report_writer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace proofreel;
using namespace proofreel::test;

namespace {

constexpr int kAssets = 10'000;
constexpr qint64 kMostGrowthKiB = 16 * 1024;

struct Pass {
    qint64 startKiB = 0, tenthKiB = 0, mostKiB = 0, ms = 0, streams = 0;
    qsizetype assets = 0;
    bool ok = true;
};

Pass run(BatchFixture& fixture, const QStringList& ids, const QString& folder, const QString& name)
{
    Pass pass;
    auto journal = Journal::open(folder + u"/journal"_s, {});
    if (!journal) {
        pass.ok = false;
        return pass;
    }
    std::vector<std::unique_ptr<ReportWriter>> reports;
    for (const QString& suffix : { u"html"_s, u"json"_s, u"csv"_s, u"xml"_s })
        reports.push_back(*ReportWriter::begin(folder + u'/' + name + u'.' + suffix, { .tool = u"bench"_s }));
    AssetCheck check(fixture.client, fixture.pool, measuringWith(fixture.http));
    Batch batch(fixture.client, fixture.pool, check);
    bool isFinished = false;
    QObject::connect(&batch, &Batch::checked, &batch, [&](const AssetResult& result) {
        for (const auto& report : reports)
            pass.ok = pass.ok && report->add(result);
        if (++pass.assets == ids.size() / 10)
            pass.tenthKiB = residentKiB();
        if (pass.assets % 100 == 0)
            pass.mostKiB = std::max(pass.mostKiB, residentKiB());
        pass.streams += result.sheet.streams.size();
    });
    QObject::connect(&batch, &Batch::finished, &batch, [&](const std::optional<Error>& trouble) {
        pass.ok = pass.ok && !trouble;
        isFinished = true;
    });
    QElapsedTimer timer;
    timer.start();
    pass.startKiB = residentKiB();
    BatchOptions options = fast();
    options.callsPerSecond = 100'000;
    batch.start(ids, options, *std::move(journal));
    if (!QTest::qWaitFor([&] { return isFinished; }, 60 * 60'000))
        pass.ok = false;
    for (const auto& report : reports)
        pass.ok = pass.ok && report->finish(batch.summary());
    pass.ms = timer.elapsed();
    pass.mostKiB = std::max(pass.mostKiB, residentKiB());
    return pass;
}

bool print(const char* name, const Pass& pass, qsizetype wanted)
{
    const qint64 growth = pass.mostKiB - pass.tenthKiB;
    const bool ok = pass.ok && pass.assets == wanted && growth < kMostGrowthKiB;
    std::printf(
        "%s: %lld assets, %lld renditions in %.1f s (%.0f assets/s); memory %lld KiB at the start, %lld after a "
        "tenth, at most %lld (+%lld)%s\n",
        name, qlonglong(pass.assets), qlonglong(pass.streams), double(pass.ms) / 1000,
        double(pass.assets) * 1000 / double(std::max<qint64>(pass.ms, 1)), qlonglong(pass.startKiB),
        qlonglong(pass.tenthKiB), qlonglong(pass.mostKiB), qlonglong(growth), ok ? "" : " FAILED");
    return ok;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const int wanted = arguments.size() > 2 ? arguments.at(2).toInt() : kAssets;
    bench::CliSandbox sandbox;
    // Some of twice as many are no videos, or not ready.
    if (wanted < 10 || !sandbox.start(arguments.at(1), { u"--assets"_s, QString::number(wanted * 2) }))
        return 2;
    BatchFixture fixture(sandbox.endpoint(), sandbox.credentials().accessKeyId, sandbox.credentials().accessKeySecret);
    const QStringList ids = fixture.ids(wanted);
    QTemporaryDir folder;
    bool ok = ids.size() == wanted;
    ok = print("checked", run(fixture, ids, folder.path(), u"first"_s), ids.size()) && ok;
    ok = print("resumed", run(fixture, ids, folder.path(), u"second"_s), ids.size()) && ok;
    std::printf("journal %lld KiB, HTML report %lld KiB\n",
        qlonglong(QFileInfo(folder.filePath(u"journal"_s)).size() / 1024),
        qlonglong(QFileInfo(folder.filePath(u"first.html"_s)).size() / 1024));
    return ok ? 0 : 1;
}
