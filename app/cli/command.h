// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/call.h"
#include "core/result.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QObject>

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App; // not included: it takes seconds to compile, and only those who declare options need it
}

namespace proofreel::cli {

//! Context of the texts that the commands print.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

//! Exit codes of the contracts page.
enum ExitCode : int {
    Done = 0,
    Findings = 1,
    WrongArguments = 2,
    CredentialsRefused = 3,
    NotFound = 4,
    ServiceFailed = 5,
    MediaFailed = 6,
    ReaderGone = 141, //!< the reader of stdout has closed it: what a shell gives for a filter that SIGPIPE ended
};

[[nodiscard]] ExitCode exitCodeFor(ErrorKind kind);
//! Prints what happened, why and what to do on stderr and gives the exit code.
int report(const Error& error);

//! What every command shares.
struct Common {
    std::string profile, endpoint, region, proxy, output = "table";
    bool verbose = false;

    [[nodiscard]] WorkspaceOptions workspaceOptions() const;
};

//! Each adds its subcommand; the returned function runs it if it was chosen.
using Run = std::function<int()>;
Run addSandbox(CLI::App& app);
Run addSign(CLI::App& app);
Run addPlayInfo(CLI::App& app, const Common& common);
Run addList(CLI::App& app, const Common& common);
Run addSearch(CLI::App& app, const Common& common);
Run addCategories(CLI::App& app, const Common& common);
Run addPlay(CLI::App& app, const Common& common);
Run addCheck(CLI::App& app, const Common& common);
Run addProbe(CLI::App& app, const Common& common);
Run addRules(CLI::App& app);
//! --output of the commands that print rows as they come.
void addRowOutput(CLI::App& command, std::string& output);

//! A call under way, whose answer is waited for later.
template <typename T>
class Pending {
    Q_DISABLE_COPY_MOVE(Pending)
public:
    using Start = std::function<CallHandle(QObject*, std::function<void(Result<T>)>)>;
    explicit Pending(const Start& start)
    {
        m_call = start(&m_context, [this](Result<T> answer) {
            m_result.emplace(std::move(answer));
            m_loop.quit();
        });
    }
    ~Pending() { m_call.abort(); }

    //! Runs the event loop until the call has ended. Cancelled if the program is told to quit meanwhile.
    Result<T> wait()
    {
        if (!m_result)
            m_loop.exec();
        if (m_result)
            return std::move(*m_result);
        m_call.abort();
        return fail({ .kind = ErrorKind::Cancelled, .message = Cli::tr("Stopped.") });
    }

private:
    QObject m_context;
    QEventLoop m_loop;
    std::optional<Result<T>> m_result;
    CallHandle m_call;
};

template <typename T>
Result<T> await(const typename Pending<T>::Start& start)
{
    return Pending<T>(start).wait();
}

//! A started workspace with an account, or the exit code of what went wrong (already reported).
int withWorkspace(const Common& common, const std::function<int(Workspace&)>& run);

} // namespace proofreel::cli
