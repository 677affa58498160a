// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quality/batch_model.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace proofreel {

class BatchFilter;
class Chip;

//! How many assets have which verdict, as chips that filter, and a field that filters by text.
class BatchChips final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BatchChips)
public:
    BatchChips(BatchModel& batch, BatchFilter& filter, QWidget* parent = nullptr);

    void clear(); //!< shows all

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed(); //!< of the filter

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    int setTexts(const std::array<QString, BatchModel::kKinds>& texts); //!< gives the width that they want
    void apply();

    BatchModel& m_batch;
    BatchFilter& m_filter;
    std::array<Chip*, BatchModel::kKinds> m_chips {};
    QLineEdit* m_text = nullptr;
    QTimer m_soon;
};

} // namespace proofreel
