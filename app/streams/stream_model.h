// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/play_url.h"
#include "ims/types.h"
#include "streams/definition.h"
#include "streams/playability.h"
#include "streams/stream_key.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>

namespace proofreel {

//! The streams of one asset: a row per PlayInfo, a column per field of the API page (all 23), plus the URL's expiry.
//! New data is merged by StreamKey, so that selection and order survive a renewal. GUI thread.
class StreamModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamModel)
public:
    enum Column {
        Definition,
        Format,
        HdrType,
        Size,
        Bitrate,
        Width,
        Height,
        Fps,
        Duration,
        BitDepth,
        StreamType,
        Encrypt,
        EncryptType,
        Status,
        NarrowBandType,
        TransTemplateType,
        WatermarkId,
        JobId,
        StreamTags,
        CreationTime,
        ModificationTime,
        PlayUrl,
        FileUrl,
        Expiry,
        Check,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, //!< number where numeric, quality rank for Definition; invalid where there is no value
        RawRole, //!< the value as the service sent it, as text; what "Copy" copies. URLs are redacted
        FieldNameRole, //!< the service's own field name
        KeyRole, //!< StreamKey as text
        PlayabilityRole, //!< int(Playability)
        CurrentRole, //!< bool: this one is in the player
        MarkRole, //!< Mark::rank, in every column
    };
    //! What somebody else found about a rendition (a check): the column Check.
    struct Mark {
        int rank = 0; //!< the higher, the more it wants to be seen; for sorting and for looks
        QString sign, text; //!< "⚠", "2 warnings"
        bool operator==(const Mark&) const = default;
    };
    //! Rows kept of one reply; a real asset has dozens. More are cut and told in reply().info.oddities.
    static constexpr qsizetype kMostStreams = 1000;

    explicit StreamModel(QObject* parent = nullptr);

    void setReply(const PlayInfoReply& reply, std::optional<qint64> authTimeout); //!< other MediaId: reset; same: merge
    void clear();
    [[nodiscard]] const PlayInfoReply& reply() const { return m_reply; }

    [[nodiscard]] const PlayInfo& at(int row) const { return m_reply.playInfoList.at(row); }
    [[nodiscard]] StreamKey key(int row) const { return m_keys.value(row); }
    [[nodiscard]] int rowOf(const StreamKey& key) const; //!< -1 if absent
    [[nodiscard]] UrlExpiry expiry(int row) const;
    [[nodiscard]] Playability playability(int row) const; //!< Saved for what else could be played
    [[nodiscard]] QString whyNotPlayable(int row) const; //!< playabilityText(), with the age of what was saved
    //! The reply is a saved one of that time (UTC): its URLs lead nowhere. Invalid: a fresh one.
    void setSavedAt(const QDateTime& savedAt);
    [[nodiscard]] QDateTime savedAt() const { return m_savedAt; }
    void setCurrent(const StreamKey& key); //!< the one in the player
    [[nodiscard]] StreamKey current() const { return m_current; }
    void setNow(const QDateTime& nowUtc); //!< for the countdown; emits dataChanged for Expiry only
    [[nodiscard]] QDateTime now() const { return m_now; }
    void setMarks(const QHash<QString, Mark>& marks); //!< by StreamKey's text; the column is empty for the others

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void currentChanged();

private:
    void merge(const QList<PlayInfo>& infos, const QList<StreamKey>& keys);
    void reorder(const QList<StreamKey>& keys);
    void indexRows();
    [[nodiscard]] QVariant markData(int row, int role) const; // of the column Check
    [[nodiscard]] QString toolTip(int row, int column) const;
    [[nodiscard]] QString expiryText(int row) const;

    PlayInfoReply m_reply;
    QList<StreamKey> m_keys; // one for each entry of m_reply.playInfoList
    QHash<StreamKey, int> m_rows;
    std::optional<qint64> m_authTimeout;
    StreamKey m_current;
    QDateTime m_now;
    QDateTime m_savedAt;
    QHash<QString, Mark> m_marks;
};

} // namespace proofreel
