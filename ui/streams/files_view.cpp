// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/files_view.h"

#include "core/one_line.h"
#include "ui/common/state_view.h"
#include "ui/common/theme.h"
#include "ui/streams/value_row.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostFields = 100; // of one object
constexpr qsizetype kMostRows = 900; // a widget each; an asset with thirty files has about 600

} // namespace

FilesView::FilesView(AssetDetails& details, QWidget* parent)
    : QWidget(parent)
    , m_details(details)
    , m_stack(new QStackedWidget(this))
    , m_state(new StateView(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(u"filesView"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_scroll);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    setFocusProxy(m_scroll);
    connect(&m_details, &AssetDetails::changed, this, &FilesView::refresh);
    refresh();
}

void FilesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void FilesView::refresh()
{
    if (!isVisible())
        return;
    switch (m_details.state()) {
    case AssetDetails::State::Empty:
        m_state->showEmpty(u"list"_s, tr("No asset open"), tr("Open an asset to see its fields and files."));
        m_stack->setCurrentWidget(m_state);
        m_details.want();
        return;
    case AssetDetails::State::Loading:
        m_state->showLoading(tr("Asking for the asset's files…"));
        m_stack->setCurrentWidget(m_state);
        return;
    case AssetDetails::State::Failed:
        m_state->showError(
            tr("The asset's files could not be loaded"), m_details.error(), [this] { m_details.retry(); });
        m_stack->setCurrentWidget(m_state);
        return;
    case AssetDetails::State::Ready:
        fill();
        m_stack->setCurrentWidget(m_scroll);
    }
}

void FilesView::fill()
{
    auto* page = new QWidget;
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, Theme::kSpace);
    m_column->setSpacing(0);
    m_rows.clear();
    m_left = false;
    const MediaDetails& media = m_details.details();
    const QJsonObject entry = media.basic.raw;
    const QJsonValue basic = entry.value(u"MediaBasicInfo"_s);
    addSection(tr("Asset"), receivedFields(basic.isObject() ? basic.toObject() : entry, kMostFields));
    if (media.files.isEmpty()) {
        m_column->addWidget(sectionHeading(tr("Files"), page));
        auto* none = new QLabel(tr("The service lists no files of this asset."), page);
        none->setWordWrap(true);
        m_column->addWidget(none);
    }
    for (qsizetype i = 0; i < media.files.size(); ++i)
        addFile(media.files.at(i), i == 0);
    if (m_left) {
        auto* more = new QLabel(u"⚠ "_s + tr("There is more than can be shown here."), page);
        more->setWordWrap(true);
        m_column->addWidget(more);
    }
    m_column->addStretch();
    ValueRow::align(m_rows);
    m_scroll->setWidget(page); // the one before is deleted
}

void FilesView::addFile(const MediaFile& file, bool isSource)
{
    const QString name = oneLine(file.fileName, 60);
    const bool source = file.fileType == "source_file"_L1 || (file.fileType.isEmpty() && isSource);
    const QString kind = source ? tr("Source file") : tr("File");
    addSection(name.isEmpty() ? kind : kind + u" · "_s + name,
        receivedFields(file.raw.value(u"FileBasicInfo"_s).toObject(), kMostFields));
    for (const MediaTrack& track : file.tracks) {
        const QString what = track.kind == MediaTrack::Kind::Video ? tr("Video stream")
            : track.kind == MediaTrack::Kind::Audio                ? tr("Audio stream")
                                                                   : tr("Subtitle stream");
        const QString facts = oneLine(track.codecName + (track.lang.isEmpty() ? QString() : u" · "_s + track.lang), 60);
        addSection(facts.isEmpty() ? what : what + u" · "_s + facts, track.fields());
    }
}

void FilesView::addSection(const QString& title, const QList<QPair<QString, QString>>& fields)
{
    if (m_rows.size() >= kMostRows) {
        m_left = true;
        return;
    }
    QWidget* page = m_column->parentWidget();
    QLabel* heading = sectionHeading(title, page);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    m_column->addWidget(heading);
    for (const auto& [name, text] : fields) {
        if (m_rows.size() >= kMostRows) {
            m_left = true;
            return;
        }
        auto* row = new ValueRow(oneLine(name, 60), page);
        row->setValue(text.isEmpty() ? u"–"_s : oneLine(text), text, {});
        m_column->addWidget(row);
        m_rows.append(row);
    }
}

} // namespace proofreel
