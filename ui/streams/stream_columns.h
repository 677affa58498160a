// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>
#include <QSettings>

class QMenu;

namespace proofreel {

//! Which columns the stream table shows, how wide, in which order and sorted by which: remembered, and chosen from a
//! menu on the header.
class StreamColumns final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamColumns)
public:
    StreamColumns(QHeaderView& header, QSettings& settings);

    void restore(); //!< once the model is there
    void reset(); //!< as on the first day
    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QList<int> shown() const; //!< logical indexes from left to right

Q_SIGNALS:
    void changed();

private:
    void fillMenu();
    void save();

    QHeaderView& m_header;
    QSettings& m_settings;
    QMenu* m_menu = nullptr;
    bool m_restored = false;
};

} // namespace proofreel
