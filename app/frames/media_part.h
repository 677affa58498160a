// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "frames/box_watch.h"
#include "media/aes128.h"
#include "media/ranged_reader.h"

#include <memory>
#include <optional>

struct AVIOContext;

namespace proofreel {

//! What libavformat reads as one file: a URL, a stretch of one, or bytes in memory; decrypted if asked (AES-128-CBC
//! with PKCS #7 padding, as HLS has it).
class MediaPart {
public:
    struct Window {
        qint64 begin = 0, end = -1; //!< bytes of the file; negative end: the file's own
    };
    MediaPart(std::shared_ptr<RangedReader> reader, Window window);
    explicit MediaPart(QByteArray bytes);
    ~MediaPart();
    MediaPart(const MediaPart&) = delete;
    MediaPart& operator=(const MediaPart&) = delete;

    //! Before anything is read. 16 bytes each; false: they are not.
    [[nodiscard]] bool decryptWith(const QByteArray& key, const QByteArray& iv);
    //! nullptr: no memory. \a onTrouble gets each error of the reader, and that what libavformat is about to read
    //! promises more than \a budget allows, which must outlive this. Nothing is read any more once \a isOver.
    [[nodiscard]] AVIOContext* open(
        IndexBudget& budget, std::function<void(const Error&)> onTrouble, std::function<bool()> isOver);

    //! The part behind a context that open() made.
    [[nodiscard]] static MediaPart* of(AVIOContext* io);

private:
    static int readPacket(void* self, uint8_t* buffer, int size);
    static int64_t seek(void* self, int64_t offset, int whence);
    [[nodiscard]] Result<qint64> readPlain(char* buffer, qint64 length);
    [[nodiscard]] Result<qint64> readDecrypted(char* buffer, qint64 length);
    [[nodiscard]] Result<qint64> size(); //!< of the window

    std::shared_ptr<RangedReader> m_reader; // empty: m_bytes
    QByteArray m_bytes;
    Window m_window;
    qint64 m_at = 0; // in the window
    std::optional<Aes128> m_aes;
    QByteArray m_clear; // decrypted, and not yet read
    qint64 m_decrypted = 0; // and read: it runs behind m_at
    bool m_ended = false; // all is decrypted
    AVIOContext* m_io = nullptr;
    IndexBudget* m_budget = nullptr;
    std::optional<BoxWatch> m_watch; // from open() on
    std::function<void(const Error&)> m_onTrouble;
    std::function<bool()> m_isOver;
};

} // namespace proofreel
