// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/call.h"
#include "core/result.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QThreadPool>

namespace proofreel {

class Http;

struct Picture {
    QImage image; //!< null: none could be made of the bytes
    QSize original; //!< pixels, as the file says
};
//! A picture from untrusted bytes (JPEG, PNG, WebP, GIF, BMP), made smaller to fit into \a box. None if it has more
//! pixels than 8K. Any thread.
[[nodiscard]] Picture decodePicture(const QByteArray& bytes, const QSize& box);

//! One picture at a time: fetched, decoded off the GUI thread. GUI thread.
class PictureLoader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PictureLoader)
public:
    explicit PictureLoader(Http& http, QObject* parent = nullptr);
    ~PictureLoader() override;

    void load(const QString& url); //!< gives up what is under way
    void cancel();

Q_SIGNALS:
    void loaded(const QImage& image, const QSize& original);
    void failed(const proofreel::Error& error);

private:
    void decode(const QByteArray& bytes);

    Http& m_http;
    QThreadPool m_decoder;
    CallHandle m_call;
    int m_ticket = 0; // of the picture that is wanted
};

} // namespace proofreel
