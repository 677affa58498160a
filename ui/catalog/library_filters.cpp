// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/catalog/library_filters.h"

#include "ui/catalog/asset_text.h"
#include "ui/catalog/date_chip.h"
#include "ui/catalog/menu_chip.h"
#include "ui/catalog/tag_chip.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/status_text.h"
#include "ui/common/theme.h"

#include <QButtonGroup>

using namespace Qt::StringLiterals;

namespace proofreel {

namespace {

constexpr auto kValue = "value";

} // namespace

LibraryFilters::LibraryFilters(QWidget* parent)
    : QWidget(parent)
    , m_types(new QButtonGroup(this))
    , m_status(new ChoiceChip(tr("Status"), this))
    , m_created(new DateChip(tr("Created"), this))
    , m_source(new ChoiceChip(tr("Source"), this))
    , m_tag(new TagChip(tr("Tag"), this))
    , m_order(new ChoiceChip(tr("Newest first"), this))
    , m_clear(new QToolButton(this))
{
    build();
    connect(m_types, &QButtonGroup::buttonClicked, this, [this](const QAbstractButton* chip) {
        choose({ u"type"_s }, [&](AssetQuery& query) { query.mediaType = chip->property(kValue).toString(); });
    });
    connect(m_status, &ChoiceChip::chosen, this,
        [this](const QString& value) { choose({ u"status"_s }, [&](AssetQuery& query) { query.status = value; }); });
    connect(m_created, &DateChip::chosen, this, [this] {
        choose({ u"after"_s, u"before"_s }, [this](AssetQuery& query) {
            query.from = m_created->from();
            query.until = m_created->until();
        });
    });
    connect(m_source, &ChoiceChip::chosen, this,
        [this](const QString& value) { choose({ u"source"_s }, [&](AssetQuery& query) { query.source = value; }); });
    connect(m_tag, &TagChip::chosen, this,
        [this] { choose({ u"tag"_s }, [this](AssetQuery& query) { query.tags = m_tag->tags(); }); });
    connect(m_order, &ChoiceChip::chosen, this, [this](const QString& value) { setOldestFirst(!value.isEmpty()); });
    connect(m_clear, &QToolButton::clicked, this, &LibraryFilters::clear);
    fill();
}

void LibraryFilters::build()
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Theme::kSpace / 2);
    for (const QString& type : { QString(), u"video"_s, u"audio"_s, u"image"_s, u"text"_s }) {
        auto* chip = new Chip(type.isEmpty() ? tr("All") : mediaTypeText(type), this);
        chip->setObjectName(u"libraryType_"_s + type);
        chip->setProperty(kValue, type);
        m_types->addButton(chip);
        flow->addWidget(chip);
    }
    m_status->setObjectName(u"libraryStatus"_s);
    m_status->addChoice({}, tr("Any status"));
    for (const QString& status : { u"Normal"_s, u"Preparing"_s, u"PrepareFail"_s, u"Init"_s })
        m_status->addChoice(status, statusText(status));
    m_created->setObjectName(u"libraryCreated"_s);
    m_source->setObjectName(u"librarySource"_s);
    m_source->addChoice({}, tr("Any source"));
    m_source->addChoice(u"oss"_s, tr("OSS"));
    m_source->addChoice(u"vod"_s, tr("VOD"));
    m_source->addChoice(u"live"_s, tr("Live"));
    m_source->addChoice(u"general"_s, tr("General"));
    m_tag->setObjectName(u"libraryTag"_s);
    m_order->setObjectName(u"libraryOrder"_s);
    m_order->addChoice({}, tr("Newest first"));
    m_order->addChoice(u"asc"_s, tr("Oldest first"));
    m_clear->setObjectName(u"libraryClear"_s);
    m_clear->setText(tr("Clear filters"));
    m_clear->setIcon(icon(u"close"_s, Theme::Tone::Secondary));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QWidget* chip : std::initializer_list<QWidget*> { m_status, m_created, m_source, m_tag, m_order, m_clear })
        flow->addWidget(chip);
}

template <typename Apply>
void LibraryFilters::choose(const QStringList& fields, const Apply& apply)
{
    apply(m_own);
    apply(m_shown);
    if (m_shown.source.isEmpty()) // it may have been left out for a search that is over
        m_shown.source = m_own.source;
    leaveOutWhatCannotBeAsked();
    fill();
    Q_EMIT changed(fields);
}

void LibraryFilters::setCategory(std::optional<qint64> cateId)
{
    choose({ u"cat"_s }, [&](AssetQuery& query) { query.cateId = cateId; });
}

void LibraryFilters::setExpanded(bool on)
{
    m_expanded = on;
    fill();
}

void LibraryFilters::forgetCategory()
{
    m_own.cateId.reset();
    m_shown.cateId.reset();
    fill();
}

void LibraryFilters::setOldestFirst(bool on)
{
    choose({}, [on](AssetQuery& query) { query.oldestFirst = on; });
}

void LibraryFilters::clear()
{
    choose({ u"type"_s, u"status"_s, u"source"_s, u"after"_s, u"before"_s, u"tag"_s, u"cat"_s }, [](AssetQuery& query) {
        AssetQuery plain;
        plain.words = query.words;
        plain.mediaId = query.mediaId;
        plain.match = query.match;
        plain.oldestFirst = query.oldestFirst;
        query = plain;
    });
}

void LibraryFilters::reset()
{
    choose({ u""_s, u"id"_s, u"type"_s, u"status"_s, u"source"_s, u"after"_s, u"before"_s, u"tag"_s, u"cat"_s },
        [](AssetQuery& query) { query = { .oldestFirst = query.oldestFirst }; });
}

void LibraryFilters::show(const AssetQuery& query)
{
    m_shown = query;
    leaveOutWhatCannotBeAsked();
    fill();
}

// The service does not search by source. One that was chosen here gives way, and comes back when the search ends; one
// that the text names is an error that says so.
void LibraryFilters::leaveOutWhatCannotBeAsked()
{
    if (m_shown.needsSearch() && m_shown.source == m_own.source)
        m_shown.source.clear();
}

void LibraryFilters::fill()
{
    const QList<QAbstractButton*> types = m_types->buttons();
    for (QAbstractButton* chip : types)
        chip->setChecked(chip->property(kValue).toString() == m_shown.mediaType);
    m_status->setValue(m_shown.status);
    m_created->setRange(m_shown.from, m_shown.until);
    m_source->setValue(m_shown.source);
    m_tag->setTags(m_shown.tags);
    m_order->setValue(m_shown.oldestFirst ? u"asc"_s : QString());

    const QString whole =
        m_shown.match.isEmpty() ? QString() : tr("The search is an expression and says all by itself.");
    for (QAbstractButton* chip : types + QList<QAbstractButton*> { m_status, m_created, m_tag }) {
        chip->setEnabled(whole.isEmpty());
        chip->setToolTip(whole);
    }
    m_source->setEnabled(!m_shown.needsSearch());
    m_source->setToolTip(m_source->isEnabled() ? QString()
                                               : tr("The service cannot search by source. Without words, tags and a "
                                                    "category it can filter by it."));
    for (MenuChip* chip : std::initializer_list<MenuChip*> { m_status, m_created, m_source, m_tag, m_order })
        chip->setVisible(m_expanded || chip->isNarrowing());
    AssetQuery chips = m_shown;
    chips.words.clear();
    chips.mediaId.clear();
    chips.match.clear();
    m_clear->setVisible(chips.isNarrowing());
}

} // namespace proofreel
