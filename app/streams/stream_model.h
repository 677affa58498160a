// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ims/types.h"
#include "streams/play_url.h"
#include "streams/stream_key.h"

#include <QAbstractTableModel>

namespace proofreel {

//! Whether and why a stream can be played here.
enum class Playability { Playable, AliyunVodEncrypted, Invisible, NoUrl, BadScheme };

//! The streams of one asset: a row per PlayInfo, a column per field of the API page (all 23), plus the URL's expiry.
//! New data is merged by StreamKey, so that selection and order survive a renewal. GUI thread.
class StreamModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamModel)
public:
    enum Column {
        Definition, Format, HdrType, Size, Bitrate, Width, Height, Fps, Duration, BitDepth, StreamType, Encrypt, EncryptType, Status,
        NarrowBandType, TransTemplateType, WatermarkId, JobId, StreamTags, CreationTime, ModificationTime, PlayUrl, FileUrl, Expiry, ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, //!< number where numeric, quality rank for Definition
        RawRole, //!< the value as the service sent it, as text; what "Copy" copies
        FieldNameRole, //!< the service's own field name
        KeyRole, //!< StreamKey as text
        PlayabilityRole, //!< int(Playability)
        CurrentRole, //!< bool: this one is in the player
    };

    explicit StreamModel(QObject* parent = nullptr);

    void setReply(const PlayInfoReply& reply, std::optional<qint64> authTimeout); //!< other MediaId: reset; same: merge
    void clear();
    [[nodiscard]] const PlayInfoReply& reply() const { return m_reply; }

    [[nodiscard]] const PlayInfo& at(int row) const { return m_reply.playInfoList.at(row); }
    [[nodiscard]] StreamKey key(int row) const;
    [[nodiscard]] int rowOf(const StreamKey& key) const; //!< -1 if absent
    [[nodiscard]] UrlExpiry expiry(int row) const;
    [[nodiscard]] Playability playability(int row) const;
    void setCurrent(const StreamKey& key); //!< the one in the player
    [[nodiscard]] StreamKey current() const { return m_current; }
    void setNow(const QDateTime& nowUtc); //!< for the countdown; emits dataChanged for Expiry only

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    PlayInfoReply m_reply;
    std::optional<qint64> m_authTimeout;
    StreamKey m_current;
    QDateTime m_now;
};

//! 0 for the lowest: FD LD SD HD 2K 4K OD for pictures; SQ HQ for sound; AUTO and unknown ones behind, by name.
[[nodiscard]] int definitionRank(const QString& definition);

} // namespace proofreel
