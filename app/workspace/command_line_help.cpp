// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/command_line_help.h"

#include "workspace/terminal_width.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Console {
    Q_DECLARE_TR_FUNCTIONS(Console)
};

//! CLI11's, but for the columns: it counts bytes.
class HelpFormatter final : public CLI::Formatter {
public:
    HelpFormatter()
    {
        label("Usage", Console::tr("Usage").toStdString());
        label("OPTIONS", Console::tr("OPTIONS").toStdString());
        label("SUBCOMMAND", Console::tr("COMMAND").toStdString());
        label("Positionals", Console::tr("Arguments").toStdString());
        label("REQUIRED", Console::tr("(required)").toStdString());
        label("Needs", Console::tr("with").toStdString());
        label("Excludes", Console::tr("not with").toStdString());
    }

    std::string make_option(const CLI::Option* option, bool isPositional) const override
    {
        return row(make_option_name(option, isPositional) + make_option_opts(option), make_option_desc(option));
    }
    std::string make_subcommand(const CLI::App* command) const override
    {
        return row(command->get_display_name(true), command->get_description());
    }

private:
    [[nodiscard]] std::string row(const std::string& name, const std::string& description) const
    {
        const QString left = u"  "_s + QString::fromStdString(name);
        const qsizetype gap = qsizetype(get_column_width()) - terminalWidth(left);
        const QString between = gap > 0 ? QString(gap, u' ') : u'\n' + QString(qsizetype(get_column_width()), u' ');
        return (left + between + QString::fromStdString(description) + u'\n').toStdString();
    }
};

QString kindOfValue(const QString& kind)
{
    if (kind == "TEXT"_L1)
        return Console::tr("TEXT", "kind of a value");
    if (kind == "INT"_L1 || kind == "UINT"_L1)
        return Console::tr("INTEGER", "kind of a value");
    if (kind == "FLOAT"_L1)
        return Console::tr("NUMBER", "kind of a value");
    return kind;
}

//! "INT in [0 - 5]" and the like as "0..5".
std::string rangeText(const std::string& validator)
{
    static const QRegularExpression range(uR"(^\w+ in \[(\S+) - (\S+)\]$)"_s);
    const auto match = range.match(QString::fromStdString(validator));
    if (match.hasMatch())
        return (match.captured(1) + u".."_s + match.captured(2)).toStdString();
    return validator == "POSITIVE" ? ">0" : validator;
}

void translate(CLI::Option& option)
{
    if (option.get_group() == "Options")
        option.group(Console::tr("Options").toStdString());
    const QString type = QString::fromStdString(option.get_type_name());
    option.type_name(kindOfValue(type.section(u':', 0, 0)).toStdString());
    try {
        for (int i = 0;; ++i) {
            CLI::Validator* validator = option.get_validator(i);
            validator->description(rangeText(validator->get_description()));
        }
    } catch (const CLI::OptionNotFound&) { // how CLI11 says that there are no more
    }
}

//! What CLI11 says, in the language in force. What is not known here stays English rather than unsaid.
QString problemText(const CLI::Error& problem)
{
    struct Form {
        CLI::ExitCodes error; // not its name: in a command that is the name of the command
        const char* pattern;
        QString text;
    };
    const Form forms[] = {
        { CLI::ExitCodes::RequiredError, "^A subcommand is required$", Console::tr("Give a command.") },
        { CLI::ExitCodes::RequiredError, "^(.+) is required$", Console::tr("%1 is required.") },
        { CLI::ExitCodes::RequiresError, "^(\\S+) requires (\\S+)$", Console::tr("%1 needs %2.") },
        { CLI::ExitCodes::ExcludesError, "^(\\S+) excludes (\\S+)$", Console::tr("%1 and %2 exclude each other.") },
        { CLI::ExitCodes::ExtrasError, "^[^:]+: (.+)$", Console::tr("Not expected here: %1") },
        { CLI::ExitCodes::ArgumentMismatch, "^([^:]+): \\d+ required .+ missing$", Console::tr("%1 needs a value.") },
        { CLI::ExitCodes::ConversionError, "^Could not convert: (\\S+) = (.*)$",
            Console::tr("%1 does not take the value “%2”.") },
        { CLI::ExitCodes::ValidationError, "^([^:]+): Value (.*) not in range [^:]*$",
            Console::tr("%1 does not take the value “%2”.") },
        { CLI::ExitCodes::ValidationError, "^([^:]+): (.*) not in (\\{.+\\})$",
            Console::tr("%1 does not take the value “%2”, but one of %3.") },
    };
    const QString said = QString::fromUtf8(problem.what());
    for (const Form& form : forms) {
        if (problem.get_exit_code() != static_cast<int>(form.error))
            continue;
        const QRegularExpression pattern(
            QString::fromLatin1(form.pattern), QRegularExpression::DotMatchesEverythingOption);
        const QStringList parts = pattern.match(said).capturedTexts();
        if (parts.size() == 1)
            return form.text;
        if (parts.size() == 2)
            return form.text.arg(parts[1]);
        if (parts.size() == 3)
            return form.text.arg(parts[1], parts[2]);
        if (parts.size() == 4)
            return form.text.arg(parts[1], parts[2], parts[3]);
    }
    return said;
}

} // namespace

void translateCommandLine(CLI::App& app)
{
    app.formatter(std::make_shared<HelpFormatter>());
    app.failure_message([](const CLI::App*, const CLI::Error& problem) {
        const QString more = Console::tr("Run with --help for more.");
        return u"%1\n%2\n"_s.arg(problemText(problem), more).toStdString();
    });
    if (CLI::Option* help = app.get_help_ptr())
        help->description(Console::tr("Print this help and end").toStdString());
    if (CLI::Option* version = app.get_version_ptr())
        version->description(Console::tr("Print the version and end").toStdString());
    for (CLI::Option* option : app.get_options())
        translate(*option);
    for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_group() == "Subcommands")
            command->group(Console::tr("Commands").toStdString());
        translateCommandLine(*command);
    }
}

} // namespace proofreel
