// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/report_text.h"

#include "core/one_line.h"
#include "core/redaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

QString ReportText::severity(Severity severity)
{
    switch (severity) {
    case Severity::Off:
        return tr("off");
    case Severity::Info:
        return tr("note");
    case Severity::Warning:
        return tr("warning");
    case Severity::Error:
        return tr("error");
    }
    return {};
}

QString ReportText::safe(const QString& text)
{
    return oneLine(redact(text), 2000);
}

QString ReportText::title(const AssetSheet& sheet)
{
    return sheet.media.title.isEmpty() ? sheet.mediaId : sheet.media.title;
}

QString ReportText::streamLabel(const AssetSheet& sheet, const QString& key)
{
    if (key.isEmpty())
        return tr("whole ladder");
    const auto& streams = sheet.streams;
    const auto wanted =
        std::find_if(streams.cbegin(), streams.cend(), [&key](const StreamSheet& stream) { return stream.key == key; });
    if (wanted == streams.cend() || wanted->label.isEmpty())
        return safe(key);
    const auto earlier = std::count_if(
        streams.cbegin(), wanted, [wanted](const StreamSheet& stream) { return stream.label == wanted->label; });
    return safe(earlier == 0 ? wanted->label : wanted->label + u" (%1)"_s.arg(earlier + 1));
}

QString ReportText::time(double ms)
{
    const qint64 all = qRound64(ms);
    const qint64 s = qAbs(all) / 1000;
    QString text = u"%1.%2"_s.arg(s % 60, 2, 10, QChar(u'0')).arg(qAbs(all) % 1000, 3, 10, QChar(u'0'));
    text = s < 3600 ? u"%1:%2"_s.arg(s / 60).arg(text)
                    : u"%1:%2:%3"_s.arg(s / 3600).arg(s / 60 % 60, 2, 10, QChar(u'0')).arg(text);
    return all < 0 ? u'-' + text : text;
}

QString ReportText::values(const Finding& finding)
{
    const QString declared = safe(finding.declared);
    const QString measured = safe(finding.measured);
    if (finding.message.contains(finding.declared) && finding.message.contains(finding.measured))
        return {}; // said already; an empty text is contained in any
    if (!declared.isEmpty() && !measured.isEmpty())
        return tr("expected %1, found %2").arg(declared, measured);
    if (!declared.isEmpty())
        return tr("expected %1").arg(declared);
    return measured.isEmpty() ? QString() : tr("found %1").arg(measured);
}

QList<JudgedCell> judgedCells(const AssetResult& result)
{
    QList<JudgedCell> cells;
    QHash<QPair<QString, QString>, qsizetype> places;
    const auto cellOf = [&](const QString& stream, const QString& rule) -> JudgedCell& {
        const auto place = places.constFind({ stream, rule });
        if (place != places.cend())
            return cells[*place];
        places.insert({ stream, rule }, cells.size());
        return cells.emplaceBack(JudgedCell { stream, rule, {} });
    };
    QStringList streams;
    for (const StreamSheet& stream : result.sheet.streams)
        streams << stream.key;
    streams << QString();
    for (const QString& stream : std::as_const(streams)) {
        for (const QString& rule : result.judgement.judged.value(stream))
            cellOf(stream, rule);
    }
    for (const Finding& finding : result.judgement.findings)
        cellOf(finding.stream, finding.rule).findings << finding;
    return cells;
}

} // namespace proofreel
