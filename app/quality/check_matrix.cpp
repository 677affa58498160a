// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/check_matrix.h"

#include "streams/definition.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct Cell {
    QString rule, stream;
    bool operator==(const Cell&) const = default;
    friend size_t qHash(const Cell& cell, size_t seed = 0) { return qHashMulti(seed, cell.rule, cell.stream); }
};

bool isDeepDone(const StreamSheet* stream)
{
    return stream->decoded.has_value();
}

} // namespace

CheckMark worstMark(const QList<CheckMark>& marks)
{
    return marks.isEmpty() ? CheckMark::None : *std::max_element(marks.begin(), marks.end());
}

CheckMatrix checkMatrix(const AssetSheet& sheet, const Judgement& judgement)
{
    CheckMatrix matrix;
    QHash<Cell, CheckMark> known;
    for (auto judged = judgement.judged.begin(); judged != judgement.judged.end(); ++judged) {
        for (const QString& rule : judged.value())
            known.insert({ rule, judged.key() }, CheckMark::Pass);
    }
    for (const Finding& finding : judgement.findings) {
        matrix.findings[finding.rule].append(finding);
        CheckMark& mark = known[{ finding.rule, finding.stream }];
        mark = mark == CheckMark::Pass ? markOf(finding.severity) : std::max(mark, markOf(finding.severity));
    }
    QList<const StreamSheet*> streams;
    for (const StreamSheet& stream : sheet.streams)
        streams.append(&stream);
    std::stable_sort(streams.begin(), streams.end(), [](const StreamSheet* one, const StreamSheet* other) {
        return definitionLess(one->info.definition, other->info.definition, true);
    });
    QList<bool> deepDone { std::any_of(streams.begin(), streams.end(), isDeepDone) };
    matrix.columns.append({ QString(), QCoreApplication::translate("CheckMatrix", "Ladder") });
    for (const StreamSheet* stream : std::as_const(streams)) {
        matrix.columns.append({ stream->key, stream->label });
        deepDone.append(isDeepDone(stream));
    }

    for (const Rule& rule : allRules()) {
        CheckMatrix::Line line { rule, {} };
        for (qsizetype i = 0; i < matrix.columns.size(); ++i) {
            const QString& key = matrix.columns.at(i).key;
            CheckMark mark = known.value({ rule.id, key });
            if (mark == CheckMark::None && rule.deep && !deepDone.at(i)
                && (rule.family() == "ladder"_L1) == key.isEmpty())
                mark = CheckMark::NotMeasured;
            line.marks.append(mark);
        }
        if (worstMark(line.marks) == CheckMark::None)
            continue;
        if (matrix.families.isEmpty() || matrix.families.constLast().name != rule.family())
            matrix.families.append({ rule.family(), familyTitle(rule.family()), {}, {} });
        matrix.families.last().rules.append(line);
    }
    for (CheckMatrix::Family& family : matrix.families) {
        family.marks.fill(CheckMark::None, matrix.columns.size());
        for (const CheckMatrix::Line& line : std::as_const(family.rules)) {
            for (qsizetype i = 0; i < matrix.columns.size(); ++i)
                family.marks[i] = std::max(family.marks.at(i), line.marks.at(i));
        }
    }
    return known.isEmpty() ? CheckMatrix() : matrix;
}

} // namespace proofreel
