// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_ids.h"
#include "cli/check_output.h"
#include "cli/command.h"
#include "quality/earlier_report.h"
#include "quality/host_pool.h"

#include <CLI/CLI.hpp>

#include <QFile>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace proofreel::cli {

namespace {

constexpr int kJobs = 8; // headers: the network is what is waited for
constexpr int kMostJobs = 64;

struct Arguments {
    std::vector<std::string> ids, reports;
    std::string from, match, policy = "default", reference, resume, since, output = "table";
    bool deep = false, allowPrivateHosts = false, schema = false;
    int jobs = 0;
};

class CheckRun {
public:
    CheckRun(Workspace& workspace, const Arguments& arguments, Policy policy, Reference reference,
        std::shared_ptr<const EarlierReport> since)
        : m_workspace(workspace)
        , m_arguments(arguments)
        , m_policy(std::move(policy))
        , m_reference(std::move(reference))
        , m_output(arguments.output,
              { .policy = m_policy.name(),
                  .policyMark = policyMark(m_policy),
                  .failAt = m_policy.failAt(),
                  .deep = arguments.deep,
                  .reference = m_reference.kind == Reference::Kind::None ? QString() : m_reference.title(),
                  .startedAt = workspace.clock().nowUtc(),
                  .tool = u"Proofreel "_s + QCoreApplication::applicationVersion(),
                  .since = std::move(since) })
    {
    }

    Result<void> prepare()
    {
        if (const auto begun = m_output.beginReports(m_arguments.reports); !begun)
            return begun;
        if (m_arguments.resume.empty())
            return {};
        auto journal = Journal::open(QString::fromLocal8Bit(m_arguments.resume),
            { .policyText = policyText(m_policy),
                .deep = m_arguments.deep,
                .reference = m_reference.identity(),
                .allowPrivateHosts = m_arguments.allowPrivateHosts });
        if (!journal)
            return fail(journal.error());
        m_journal = *std::move(journal);
        return {};
    }

    int run(const QStringList& ids)
    {
        m_output.begin();
        const int jobs = m_arguments.jobs > 0 ? m_arguments.jobs
            : m_arguments.deep                ? QThread::idealThreadCount()
                                              : kJobs;
        HostPool pool(jobs);
        AssetCheck check(m_workspace.client(), pool, measuringWith(m_workspace.http()), takePictures());
        Batch batch(m_workspace.client(), pool, check);
        QEventLoop loop;
        std::optional<Error> trouble;
        QObject::connect(&batch, &Batch::checked, &loop, [&](const AssetResult& result) {
            m_output.add(result);
            if (m_output.isBroken())
                batch.cancel();
        });
        QObject::connect(
            &batch, &Batch::progressChanged, &loop, [&] { m_output.showProgress(batch.progress(), batch.summary()); });
        QObject::connect(&batch, &Batch::finished, &loop, [&](const std::optional<Error>& why) {
            trouble = why;
            loop.quit();
        });
        BatchOptions options;
        options.check.measure.deep = m_arguments.deep;
        options.check.measure.allowPrivateHosts = m_arguments.allowPrivateHosts;
        options.check.reference = m_reference;
        options.policy = m_policy;
        options.assetsAtOnce = jobs;
        batch.start(ids, options, std::move(m_journal));
        loop.exec();
        batch.cancel(); // told to quit: what there is so far is the result
        return codeOf(batch.summary(), trouble);
    }

private:
    //! For an HTML report, or for the one that may be made of the journal later.
    [[nodiscard]] TakePictures takePictures() const
    {
        const auto& reports = m_arguments.reports;
        if (m_arguments.resume.empty() && std::none_of(reports.cbegin(), reports.cend(), [](const std::string& path) {
                return ReportWriter::showsPictures(QString::fromLocal8Bit(path));
            }))
            return {};
        return picturesWith(m_workspace.http());
    }

    int codeOf(const CheckSummary& summary, const std::optional<Error>& trouble)
    {
        const int written = m_output.finish(summary);
        if (trouble)
            return report(*trouble);
        if (written != Done)
            return written;
        if (!summary.isComplete()) {
            QTextStream(stderr) << (m_arguments.resume.empty()
                    ? Cli::tr("Stopped. With --resume FILE a check keeps a journal, and can go on.")
                    : Cli::tr("Stopped. The same command goes on where it was."))
                                << Qt::endl;
            return ServiceFailed;
        }
        if (m_output.errorCode() != Done)
            return m_output.errorCode();
        return summary.of(Verdict::Fail) > 0 ? Findings : Done;
    }

    Workspace& m_workspace;
    const Arguments& m_arguments;
    Policy m_policy;
    Reference m_reference;
    CheckOutput m_output;
    std::unique_ptr<Journal> m_journal;
};

int printSchema()
{
    QFile file(u":/quality/check_schema.json"_s);
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    return Done;
}

int checkAssets(const Common& common, const Arguments& arguments)
{
    if (arguments.schema)
        return printSchema();
    // All that can be wrong with the arguments is told before anybody is asked.
    const auto policy = Policy::named(QString::fromLocal8Bit(arguments.policy));
    if (!policy) {
        (void)report(policy.error());
        return WrongArguments; // also where the file cannot be read
    }
    for (const std::string& path : arguments.reports) {
        if (!ReportWriter::isKnown(QString::fromLocal8Bit(path)))
            return report(ReportWriter::begin(QString::fromLocal8Bit(path), {}).error());
    }
    const auto reference = Reference::parse(QString::fromLocal8Bit(arguments.reference));
    if (!reference)
        return report(reference.error());
    std::shared_ptr<const EarlierReport> since;
    if (!arguments.since.empty()) {
        auto earlier = EarlierReport::load(QString::fromLocal8Bit(arguments.since));
        if (!earlier) {
            (void)report(earlier.error());
            return WrongArguments;
        }
        since = std::make_shared<const EarlierReport>(*std::move(earlier));
    }
    Result<QStringList> ids =
        arguments.from.empty() ? idsOf(arguments.ids) : idsFrom(QString::fromLocal8Bit(arguments.from));
    if (!ids)
        return report(ids.error());
    if (ids->isEmpty() && arguments.match.empty()) {
        report({ .kind = ErrorKind::InvalidRequest,
            .message = Cli::tr("No asset is named."),
            .advice = Cli::tr("Give MediaIds, --from FILE or --match EXPRESSION.") });
        return WrongArguments;
    }
    return withWorkspace(common, [&](Workspace& workspace) {
        CheckRun run(workspace, arguments, *policy, *reference, since);
        if (const auto ready = run.prepare(); !ready)
            return report(ready.error());
        if (!arguments.match.empty())
            ids = idsMatching(workspace.client(), QString::fromStdString(arguments.match));
        if (ids && ids->isEmpty()) // a pipeline must not pass because its expression has a wrong letter
            return report({ .kind = ErrorKind::NotFound,
                .message = Cli::tr("No asset matches, so nothing was checked."),
                .advice = Cli::tr("Try the expression with: proofreel-cli search --match EXPRESSION") });
        return ids ? run.run(*ids) : report(ids.error());
    });
}

} // namespace

Run addCheck(CLI::App& app, const Common& common)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("check", Cli::tr("Check every rendition of assets against a policy").toStdString());
    CLI::Option* ids = command->add_option("ids", arguments->ids, Cli::tr("MediaIds").toStdString());
    CLI::Option* from = command->add_option(
        "--from", arguments->from, Cli::tr("Text or CSV file with MediaIds; - is standard input").toStdString());
    CLI::Option* match = command->add_option(
        "--match", arguments->match, Cli::tr("All that this expression of SearchMedia finds").toStdString());
    ids->excludes(from)->excludes(match);
    from->excludes(match);
    CLI::Option* deep = command->add_flag("--deep", arguments->deep,
        Cli::tr("Decode each rendition: black, frozen and silent parts, loudness, errors").toStdString());
    command
        ->add_option("--reference", arguments->reference,
            Cli::tr("With --deep, PSNR and SSIM against: original (OD), source, a URL or a file").toStdString())
        ->needs(deep);
    command->add_flag("--allow-private-hosts", arguments->allowPrivateHosts,
        Cli::tr("Let playlists and redirects lead into private networks").toStdString());
    command
        ->add_option("--policy", arguments->policy,
            Cli::tr("Policy file, or one of: %1").arg(Policy::shippedNames().join(u", "_s)).toStdString())
        ->capture_default_str();
    command
        ->add_option("--jobs", arguments->jobs,
            Cli::tr("Renditions at once; default: %1, with --deep one for each processor").arg(kJobs).toStdString())
        ->check(CLI::Range(1, kMostJobs));
    command
        ->add_option("--report", arguments->reports,
            Cli::tr("Write a report: .html, .json, .csv or .xml (JUnit); repeatable").toStdString())
        ->expected(1)
        ->take_all();
    command->add_option("--resume", arguments->resume,
        Cli::tr("Keep a journal in this file, and check only what is not in it yet").toStdString());
    command->add_option("--since", arguments->since,
        Cli::tr("JSON report of an earlier check: the new report says of each asset what has changed").toStdString());
    command->add_flag("--schema", arguments->schema, Cli::tr("Print the JSON schema of the report").toStdString());
    command->add_option("--output", arguments->output, Cli::tr("table, json or csv").toStdString())
        ->check(CLI::IsMember({ "table", "json", "csv" }))
        ->capture_default_str();
    return [arguments, &common] { return checkAssets(common, *arguments); };
}

} // namespace proofreel::cli
