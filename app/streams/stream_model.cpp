// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "streams/stream_model.h"

#include "streams/stream_fields.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace proofreel {

StreamModel::StreamModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void StreamModel::setReply(const PlayInfoReply& reply, std::optional<qint64> authTimeout)
{
    const bool sameAsset = !m_keys.isEmpty() && reply.mediaBase.mediaId == m_reply.mediaBase.mediaId;
    PlayInfoReply fresh = reply;
    if (fresh.playInfoList.size() > kMostStreams) {
        fresh.info.oddities +=
            tr("%1 streams came; only the first %2 are shown.").arg(fresh.playInfoList.size()).arg(kMostStreams);
        fresh.playInfoList.resize(kMostStreams);
    }
    const QList<StreamKey> keys = StreamKey::ofAll(fresh.mediaBase.mediaId, fresh.playInfoList);
    const QList<PlayInfo> infos = std::exchange(fresh.playInfoList, {});

    m_authTimeout = authTimeout;
    if (sameAsset) {
        fresh.playInfoList = m_reply.playInfoList; // what the rows still show
        m_reply = fresh;
        merge(infos, keys);
        return;
    }
    beginResetModel();
    m_reply = fresh;
    m_reply.playInfoList = infos;
    m_keys = keys;
    indexRows();
    endResetModel();
}

// Rows go, come at the end, are put in order at one stroke, and then take their new values: persistent indexes (and
// with them selection and scroll position) stay with their rendition.
void StreamModel::merge(const QList<PlayInfo>& infos, const QList<StreamKey>& keys)
{
    QHash<StreamKey, qsizetype> wanted;
    for (qsizetype i = 0; i < keys.size(); ++i)
        wanted.insert(keys.at(i), i);

    for (int last = rowCount() - 1; last >= 0; --last) {
        if (wanted.contains(m_keys.at(last)))
            continue;
        int first = last;
        while (first > 0 && !wanted.contains(m_keys.at(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        m_keys.remove(first, last - first + 1);
        m_reply.playInfoList.remove(first, last - first + 1);
        indexRows();
        endRemoveRows();
        last = first;
    }

    QList<StreamKey> added;
    std::copy_if(keys.cbegin(), keys.cend(), std::back_inserter(added),
        [this](const StreamKey& key) { return !m_rows.contains(key); });
    if (!added.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
        for (const StreamKey& key : std::as_const(added))
            m_reply.playInfoList.append(infos.at(wanted.value(key)));
        m_keys += added;
        indexRows();
        endInsertRows();
    }

    if (m_keys != keys)
        reorder(keys);

    m_reply.playInfoList = infos;
    if (!infos.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void StreamModel::reorder(const QList<StreamKey>& keys)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    const QList<StreamKey> oldKeys = std::exchange(m_keys, keys);
    const QList<PlayInfo> oldInfos = m_reply.playInfoList;
    const QHash<StreamKey, int> oldRows = m_rows;
    for (qsizetype i = 0; i < keys.size(); ++i)
        m_reply.playInfoList[i] = oldInfos.at(oldRows.value(keys.at(i)));
    indexRows();
    QModelIndexList after;
    for (const QModelIndex& old : before)
        after.append(index(m_rows.value(oldKeys.at(old.row())), old.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void StreamModel::indexRows()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_rows.insert(m_keys.at(i), static_cast<int>(i));
}

void StreamModel::clear()
{
    beginResetModel();
    m_reply = {};
    m_keys.clear();
    m_rows.clear();
    m_authTimeout.reset();
    endResetModel();
}

int StreamModel::rowOf(const StreamKey& key) const
{
    return m_rows.value(key, -1);
}

UrlExpiry StreamModel::expiry(int row) const
{
    return urlExpiry(QUrl(at(row).playUrl), m_reply.info.requestedAt, m_authTimeout);
}

Playability StreamModel::playability(int row) const
{
    const Playability fresh = playabilityOf(at(row));
    return m_savedAt.isValid() && fresh == Playability::Playable ? Playability::Saved : fresh;
}

QString StreamModel::whyNotPlayable(int row) const
{
    const Playability now = playability(row);
    return now == Playability::Saved ? savedText(m_savedAt, m_now) : playabilityText(now);
}

void StreamModel::setSavedAt(const QDateTime& savedAt)
{
    if (savedAt == m_savedAt)
        return;
    m_savedAt = savedAt;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void StreamModel::setCurrent(const StreamKey& key)
{
    if (key == m_current)
        return;
    const int before = rowOf(std::exchange(m_current, key));
    for (const int row : { before, rowOf(key) }) {
        if (row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1), { CurrentRole });
    }
    Q_EMIT currentChanged();
}

void StreamModel::setNow(const QDateTime& nowUtc)
{
    m_now = nowUtc;
    if (rowCount() > 0)
        Q_EMIT dataChanged(
            index(0, Expiry), index(rowCount() - 1, Expiry), { Qt::DisplayRole, Qt::ToolTipRole, RawRole });
}

int StreamModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

int StreamModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString StreamModel::expiryText(int row) const
{
    return timeLeftText(expiry(row).secondsLeft(m_now));
}

QString StreamModel::toolTip(int row, int column) const
{
    QStringList lines;
    if (const QString why = whyNotPlayable(row); !why.isEmpty())
        lines += why;
    if (column == Expiry) {
        lines += expiryExplanation(expiry(row));
        return lines.join(u'\n');
    }
    if (column == Check) {
        const QString text = m_marks.value(m_keys.at(row).toString()).text;
        return text.isEmpty() ? streamFieldMeaning(Check) : text;
    }
    const QString raw = streamFieldRaw(at(row), column);
    if (const QString note = streamFieldNote(at(row), column); !note.isEmpty())
        lines += streamFieldName(column) + u": "_s + note;
    else
        lines += streamFieldName(column) + u": "_s
            + oneLine(raw.isEmpty() ? streamFieldWithUnit(at(row), column) : raw, 1000);
    if (column == Size && at(row).size)
        lines += streamFieldWithUnit(at(row), column);
    return lines.join(u'\n');
}

QVariant StreamModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    if (column == Check && role != Qt::ToolTipRole && role < FieldNameRole)
        return markData(row, role);
    switch (role) {
    case Qt::DisplayRole:
        return column == Expiry ? expiryText(row) : streamFieldShown(at(row), column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleDescriptionRole:
        return m_keys.at(row) == m_current ? tr("In the player") : whyNotPlayable(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (streamFieldIsNumeric(column) || column == Expiry ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        if (column == Expiry) {
            const UrlExpiry life = expiry(row);
            return life.at.isValid() ? QVariant(life.at.toMSecsSinceEpoch()) : QVariant();
        }
        return streamFieldSortValue(at(row), column);
    case RawRole:
        return column == Expiry ? expiryText(row) : streamFieldRaw(at(row), column);
    case FieldNameRole:
        return streamFieldName(column);
    case KeyRole:
        return m_keys.at(row).toString();
    case PlayabilityRole:
        return static_cast<int>(playability(row));
    case CurrentRole:
        return m_keys.at(row) == m_current;
    case MarkRole:
        return m_marks.value(m_keys.at(row).toString()).rank;
    default:
        return {};
    }
}

QVariant StreamModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return streamFieldTitle(section);
    case Qt::ToolTipRole: {
        const QString name = streamFieldName(section);
        return name.isEmpty() ? streamFieldMeaning(section) : name + u": "_s + streamFieldMeaning(section);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (streamFieldIsNumeric(section) || section == Expiry ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case FieldNameRole:
        return streamFieldName(section);
    default:
        return {};
    }
}

} // namespace proofreel
