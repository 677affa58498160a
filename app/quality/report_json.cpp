// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/earlier_report.h"
#include "quality/report_format.h"
#include "quality/result_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace proofreel {

namespace {

class JsonReport final : public ReportFormat {
public:
    explicit JsonReport(CheckQuestion question)
        : m_question(std::move(question))
    {
    }
    QByteArray head(const CheckSummary&) override { return "{\"assets\":["; }
    QByteArray asset(const AssetResult& result) override
    {
        QJsonObject json = resultToJson(result);
        if (const auto changes = changesSince(m_question, result))
            json.insert(QStringLiteral("changes"),
                QJsonObject { { QStringLiteral("facts"), QJsonArray::fromStringList(changes->facts) },
                    { QStringLiteral("found"), QJsonArray::fromStringList(changes->found) },
                    { QStringLiteral("fixed"), QJsonArray::fromStringList(changes->fixed) },
                    { QStringLiteral("otherPolicy"), changes->otherPolicy } });
        return std::exchange(m_separator, ",\n") + QJsonDocument(json).toJson(QJsonDocument::Compact);
    }
    QByteArray tail(const CheckSummary& summary) override
    {
        return "\n],\"summary\":" + QJsonDocument(summary.toJson(m_question)).toJson(QJsonDocument::Compact) + "}\n";
    }

private:
    CheckQuestion m_question;
    QByteArray m_separator = "\n";
};

} // namespace

std::unique_ptr<ReportFormat> jsonReport(const CheckQuestion& question)
{
    return std::make_unique<JsonReport>(question);
}

} // namespace proofreel
