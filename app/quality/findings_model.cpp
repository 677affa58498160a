// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/findings_model.h"

#include "core/one_line.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

FindingsModel::FindingsModel(QObject* parent)
    : QAbstractListModel(parent)
{
}

void FindingsModel::set(const AssetSheet& sheet, const Judgement& judgement, const PolicySettings& settings)
{
    QHash<QString, QString> labels { { QString(), tr("Ladder") } };
    QHash<QString, double> fps;
    for (const StreamSheet& stream : sheet.streams) {
        labels.insert(stream.key, stream.label);
        fps.insert(stream.key, stream.info.fps.value_or(0));
    }
    QHash<QString, Rule> rules;
    for (const Rule& rule : allRules())
        rules.insert(rule.id, rule);

    beginResetModel();
    m_mediaId = sheet.mediaId;
    m_assetTitle = sheet.media.title;
    m_all.clear();
    for (const Finding& finding : judgement.findings) {
        const Rule rule = rules.value(finding.rule);
        QString tolerance;
        if (const auto value = settings.rules.value(finding.rule, { rule.severity, rule.tolerance }).tolerance)
            tolerance = tr("Tolerance %1 %2").arg(QLocale().toString(*value, 'g', 6), rule.unit).trimmed();
        m_all.append({ finding, rule.title.isEmpty() ? finding.rule : rule.title,
            labels.value(finding.stream, finding.stream), tolerance, fps.value(finding.stream) });
    }
    std::stable_sort(m_all.begin(), m_all.end(),
        [](const Entry& one, const Entry& two) { return one.finding.severity > two.finding.severity; });
    filter();
    endResetModel();
}

void FindingsModel::clear()
{
    set({}, {}, {});
}

void FindingsModel::setNew(const QSet<std::pair<QString, QString>>& findings, const QDateTime& since)
{
    const QString text = since.isValid() ? tr("New since %1").arg(checkTimeText(since)) : QString();
    if (findings == m_new && text == m_newText)
        return;
    m_new = findings;
    m_newText = text;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1)); // a card is higher by that line
}

void FindingsModel::setStream(const QString& key)
{
    if (key == m_stream)
        return;
    beginResetModel();
    m_stream = key;
    filter();
    endResetModel();
}

void FindingsModel::setText(const QString& text)
{
    beginResetModel();
    m_text = text.trimmed();
    filter();
    endResetModel();
}

void FindingsModel::setAtLeast(Severity severity)
{
    beginResetModel();
    m_atLeast = severity;
    filter();
    endResetModel();
}

bool FindingsModel::accepts(const Entry& entry) const
{
    const Finding& finding = entry.finding;
    if (finding.severity < m_atLeast)
        return false;
    if (!m_stream.isEmpty() && !finding.stream.isEmpty() && finding.stream != m_stream)
        return false;
    const auto has = [this](const QString& text) { return text.contains(m_text, Qt::CaseInsensitive); };
    return m_text.isEmpty() || has(entry.title) || has(finding.message) || has(finding.rule) || has(entry.label);
}

void FindingsModel::filter()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        if (accepts(m_all.at(i)))
            m_shown.append(i);
    }
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry& entry = m_all.at(m_shown.at(index.row()));
    const Finding& finding = entry.finding;
    const CheckMark mark = markOf(finding.severity);
    const QString newText = m_new.contains({ finding.stream, finding.rule }) ? m_newText : QString();
    switch (role) {
    case Qt::DisplayRole:
        return finding.message;
    case Qt::AccessibleTextRole:
        return (QStringList { markText(mark), entry.title, entry.label }
            + (newText.isEmpty() ? QStringList() : QStringList(newText)) + QStringList(finding.message))
            .join(u". "_s);
    case MarkRole:
        return int(mark);
    case RuleRole:
        return finding.rule;
    case TitleRole:
        return entry.title;
    case StreamRole:
        return finding.stream;
    case StreamLabelRole:
        return entry.label;
    case DeclaredRole:
        return finding.declared;
    case MeasuredRole:
        return finding.measured;
    case AtMsRole:
        return finding.atMs ? QVariant(*finding.atMs) : QVariant();
    case MomentRole:
        return momentText(finding.atMs);
    case ToleranceRole:
        return entry.tolerance;
    case NewRole:
        return newText;
    case CopyRole: {
        QStringList parts { severityName(finding.severity), finding.rule, entry.label, finding.message };
        if (finding.atMs)
            parts.append(momentText(finding.atMs));
        if (!newText.isEmpty())
            parts.append(newText);
        return parts.join(u'\t');
    }
    case TicketRole:
        return ticket(entry);
    default:
        return {};
    }
}

QString FindingsModel::ticket(const Entry& entry) const
{
    const Finding& finding = entry.finding;
    QStringList lines { u"[%1] %2 (%3)"_s.arg(markText(markOf(finding.severity)), entry.title, finding.rule) };
    lines.append(finding.message);
    const auto add = [&lines](const QString& name, const QString& text) {
        if (!text.isEmpty())
            lines.append(name + u": "_s + oneLine(text));
    };
    add(tr("MediaId"), m_mediaId);
    add(tr("Title"), m_assetTitle);
    add(tr("Rendition"), entry.label);
    add(tr("Declared"), finding.declared);
    add(tr("Measured"), finding.measured);
    if (finding.atMs) {
        const QString frame = tr("frame %1").arg(qint64(*finding.atMs * entry.fps / 1000));
        add(tr("Moment"), momentText(finding.atMs) + (entry.fps > 0 ? u", "_s + frame : QString()));
    }
    if (!entry.tolerance.isEmpty())
        lines.append(entry.tolerance);
    return lines.join(u'\n');
}

} // namespace proofreel
