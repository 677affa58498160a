// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quality/ledger_model.h"

#include "quality/fact_fields.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

struct FieldRules {
    QLatin1StringView field;
    QLatin1StringView rules; // parted by spaces
};

// Which rules look at which field.
constexpr FieldRules kRules[] {
    { "format"_L1, "container.format declared.format-stream-type"_L1 },
    { "sizeBytes"_L1, "container.size ladder.size-order"_L1 },
    { "durationMs"_L1, "container.duration decoded.duration ladder.duration"_L1 },
    { "bitrateKbps"_L1, "container.bitrate declared.bitrate-size ladder.bitrate-order hls.bandwidth"_L1 },
    { "startMs"_L1, "container.start-time ladder.start-offset"_L1 },
    { "fastStart"_L1, "container.fast-start"_L1 },
    { "encryption"_L1, "container.encryption declared.encrypt-type"_L1 },
    { "video.codec"_L1, "container.codec hls.codecs container.stream-type"_L1 },
    { "video.width"_L1, "container.resolution decoded.resolution hls.resolution"_L1 },
    { "video.height"_L1, "container.resolution decoded.resolution declared.definition-size"_L1 },
    { "video.aspect"_L1, "container.aspect ladder.aspect"_L1 },
    { "video.rotation"_L1, "container.rotation"_L1 },
    { "video.frameRate"_L1, "container.frame-rate decoded.frame-rate ladder.frame-rate"_L1 },
    { "video.constantFrameRate"_L1, "container.variable-frame-rate"_L1 },
    { "video.bitDepth"_L1, "container.bit-depth decoded.bit-depth declared.hdr-bit-depth"_L1 },
    { "video.chroma"_L1, "container.chroma"_L1 },
    { "video.primaries"_L1, "ladder.colour"_L1 },
    { "video.transfer"_L1, "ladder.colour"_L1 },
    { "video.matrix"_L1, "ladder.colour"_L1 },
    { "video.hdr"_L1, "container.hdr decoded.hdr"_L1 },
    { "video.mastering"_L1, "container.hdr-metadata"_L1 },
    { "video.maxCll"_L1, "container.hdr-metadata"_L1 },
    { "video.scan"_L1, "signal.field-order"_L1 },
    { "video.startMs"_L1, "ladder.av-offset"_L1 },
    { "video.frames"_L1, "decoded.frames"_L1 },
    { "video.keyFramesMs"_L1, "ladder.key-frame-interval ladder.key-frame-alignment"_L1 },
    { "audio.codec"_L1, "ladder.audio-missing ladder.audio-parameters"_L1 },
    { "audio.channels"_L1, "ladder.audio-parameters decoded.audio"_L1 },
    { "audio.sampleRate"_L1, "ladder.audio-parameters decoded.audio"_L1 },
    { "audio.startMs"_L1, "ladder.av-offset"_L1 },
    { "loudness"_L1, "signal.loudness ladder.loudness"_L1 },
    { "truePeak"_L1, "signal.true-peak"_L1 },
    { "decodeErrors"_L1, "signal.decode-errors"_L1 },
    { "psnr"_L1, "reference.psnr"_L1 },
    { "ssim"_L1, "reference.ssim"_L1 },
};

QStringList rulesOf(const QString& field)
{
    for (const FieldRules& one : kRules) {
        if (field == one.field)
            return QString(one.rules).split(u' ');
    }
    return {};
}

} // namespace

LedgerModel::LedgerModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LedgerModel::set(const StreamSheet& stream, const Judgement& judgement, const PolicySettings& settings)
{
    const MediaFacts container = stream.container && *stream.container ? **stream.container : MediaFacts();
    const bool isDecoded = stream.decoded && *stream.decoded;
    const MediaFacts decoded = isDecoded ? (*stream.decoded)->facts : MediaFacts();
    const QList<FactField> sides[] { factFields(stream.declared), factFields(container), factFields(decoded) };
    beginResetModel();
    m_rows.clear();
    const auto add = [&](Row row) {
        if (row.sides[0].isEmpty() && row.sides[1].isEmpty() && row.sides[2].isEmpty())
            return;
        judgeRow(row, stream.key, judgement, settings);
        m_rows.append(row);
    };
    for (qsizetype i = 0; !stream.key.isEmpty() && i < sides[0].size(); ++i)
        add({ sides[0].at(i).id, sides[0].at(i).title,
            { sides[0].at(i).text, sides[1].at(i).text, sides[2].at(i).text } });
    if (isDecoded) {
        const SignalFacts& signal = (*stream.decoded)->signal;
        const auto figure = [](std::optional<double> value, const QString& unit) {
            return value ? QLocale().toString(*value, 'f', 2) + unit : QString();
        };
        add({ u"loudness"_s, tr("Loudness"), { {}, {}, figure(signal.integratedLufs, u" LUFS"_s) } });
        add({ u"loudnessRange"_s, tr("Loudness range"), { {}, {}, figure(signal.loudnessRangeLu, u" LU"_s) } });
        add({ u"truePeak"_s, tr("True peak"), { {}, {}, figure(signal.truePeakDbtp, u" dBTP"_s) } });
        add({ u"decodeErrors"_s, tr("Decode errors"), { {}, {}, QLocale().toString(signal.decodeErrors) } });
        add({ u"psnr"_s, tr("PSNR"), { {}, {}, figure(signal.psnrDb, u" dB"_s) } });
        add({ u"ssim"_s, tr("SSIM"), { {}, {}, signal.ssim ? QLocale().toString(*signal.ssim, 'f', 4) : QString() } });
        add({ u"reference"_s, tr("Compared with"),
            { {}, {}, signal.referenceTrouble.isEmpty() ? signal.reference : signal.referenceTrouble } });
    }
    endResetModel();
}

void LedgerModel::clear()
{
    set({}, {}, {});
}

void LedgerModel::judgeRow(
    Row& row, const QString& key, const Judgement& judgement, const PolicySettings& settings) const
{
    const QStringList rules = rulesOf(row.id);
    const QStringList judged = judgement.judged.value(key) + judgement.judged.value({});
    QStringList notes;
    for (const QString& id : rules) {
        const std::optional<Rule> rule = findRule(id);
        CheckMark mark = judged.contains(id) ? CheckMark::Pass : CheckMark::None;
        for (const Finding& finding : judgement.findings) {
            if (finding.rule != id || finding.stream != key)
                continue;
            mark = mark == CheckMark::Pass ? markOf(finding.severity) : std::max(mark, markOf(finding.severity));
            notes.append(markSign(mark) + u' ' + finding.message);
        }
        if (mark == CheckMark::None || !rule)
            continue;
        if (row.rule.isEmpty() || mark > row.mark)
            row.rule = id;
        row.mark = std::max(row.mark, mark);
        const auto tolerance = settings.setting(id).tolerance;
        notes.append(
            id + (tolerance ? u" ±"_s + QLocale().toString(*tolerance, 'g', 6) + u' ' + rule->unit : QString()));
    }
    row.note = notes.join(u'\n');
}

int LedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row& row = m_rows.at(index.row());
    const int column = index.column();
    const bool isSide = column >= Declared && column <= Decoded;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Field)
            return row.title;
        if (column == Mark)
            return row.mark == CheckMark::None ? QString() : markSign(row.mark);
        return row.sides[column - Declared].isEmpty() ? u"·"_s : row.sides[column - Declared];
    case Qt::ToolTipRole: {
        const QString text = isSide ? row.sides[column - Declared] : row.title;
        return row.note.isEmpty() ? text : text + u'\n' + row.note;
    }
    case Qt::AccessibleTextRole:
        return column == Mark ? markText(row.mark) : data(index, Qt::DisplayRole);
    case MarkRole:
        return int(row.mark);
    case DiffersRole:
        return row.mark >= CheckMark::Warning;
    case FieldIdRole:
        return row.id;
    case RuleRole:
        return row.rule;
    default:
        return {};
    }
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Declared:
        return tr("Declared");
    case Container:
        return tr("Container");
    case Decoded:
        return tr("Decoded");
    default:
        return QString();
    }
}

TextTable LedgerModel::table(QList<int> rows) const
{
    std::sort(rows.begin(), rows.end());
    TextTable table { { tr("Field"), tr("Declared"), tr("Container"), tr("Decoded"), tr("Verdict") } };
    for (const int row : std::as_const(rows)) {
        const Row& line = m_rows.at(row);
        table.append({ line.title, line.sides[0], line.sides[1], line.sides[2], markText(line.mark) });
    }
    return table;
}

} // namespace proofreel
