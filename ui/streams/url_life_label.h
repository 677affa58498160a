// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "streams/stream_model.h"

#include <QWidget>

class QLabel;

namespace proofreel {

//! "Link 58:12": how long one stream's PlayURL is still good; amber in the last five minutes. The tooltip tells how we
//! know. Hidden while there is no such stream.
class UrlLifeLabel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlLifeLabel)
public:
    enum class Life { None, Unknown, Valid, Ending, Expired };
    Q_ENUM(Life)

    explicit UrlLifeLabel(const StreamModel& streams, QWidget* parent = nullptr);

    void setStream(const StreamKey& key);
    [[nodiscard]] Life life() const { return m_life; }
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void present(Life life);

    const StreamModel& m_streams;
    StreamKey m_key;
    Life m_life = Life::None;
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
};

} // namespace proofreel
