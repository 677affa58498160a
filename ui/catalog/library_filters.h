// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/asset_query.h"

#include <QWidget>

class QButtonGroup;
class QToolButton;

namespace proofreel {

class Chip;
class ChoiceChip;
class DateChip;
class TagChip;

//! The library's questions to the server as chips: media type, status, time, source, tag, order. Two queries: what a
//! person has set here, and what is in force, which a search text may have changed.
class LibraryFilters final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryFilters)
public:
    explicit LibraryFilters(QWidget* parent);

    //! Off: of the menus only those that leave something out are there, for where room is scarce.
    void setExpanded(bool on);
    //! What was chosen here (and by setCategory()), whatever a search text says.
    [[nodiscard]] const AssetQuery& filters() const { return m_own; }
    //! What is in force: with the words of the last show().
    [[nodiscard]] const AssetQuery& shown() const { return m_shown; }
    //! A query from elsewhere is in force now. A source that was chosen here is left out where the service could not
    //! answer: see shown().
    void show(const AssetQuery& query);

    void forgetCategory(); //!< without changed(): nobody is to be asked

    // As if chosen here; each ends with changed().
    void setCategory(std::optional<qint64> cateId);
    void setOldestFirst(bool on);
    void clear(); //!< all chips, not the words and not the order
    void reset(); //!< everything, also the words

Q_SIGNALS:
    //! A person chose something else, shown() is to be asked. \a fields: names of the search text's fields
    //! (search_text.h) that no longer hold; an empty name: the words.
    void changed(const QStringList& fields);

private:
    void build();
    void fill();
    template <typename Apply>
    void choose(const QStringList& fields, const Apply& apply);
    void leaveOutWhatCannotBeAsked();

    AssetQuery m_own, m_shown;
    QButtonGroup* m_types = nullptr;
    ChoiceChip* m_status = nullptr;
    DateChip* m_created = nullptr;
    ChoiceChip* m_source = nullptr;
    TagChip* m_tag = nullptr;
    ChoiceChip* m_order = nullptr;
    QToolButton* m_clear = nullptr;
    bool m_expanded = true;
};

} // namespace proofreel
