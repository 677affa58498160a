// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/streams/stream_columns.h"

#include "streams/stream_fields.h"
#include "streams/stream_model.h"
#include "ui/streams/stream_delegate.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

// The number counts changes of the columns' meaning: an older state is not read as a newer one.
const QString kStateKey = u"streams/columns1"_s;

const QList<int> kFirstShown { StreamModel::Definition, StreamModel::Format, StreamModel::HdrType, StreamModel::Size,
    StreamModel::Bitrate, StreamModel::Width, StreamModel::Height, StreamModel::Fps, StreamModel::EncryptType };

// A typical long value; ids and URLs are elided.
QString sample(int column)
{
    switch (column) {
    case StreamModel::Definition:
        return u"AUTO"_s;
    case StreamModel::Format:
        return u"m3u8"_s;
    case StreamModel::HdrType:
        return u"HDR10"_s;
    case StreamModel::Size:
        return u"999.99"_s;
    case StreamModel::Bitrate:
        return u"99 999"_s;
    case StreamModel::Duration:
        return u"1:02:03.000"_s;
    case StreamModel::EncryptType:
        return u"HLSEncryption"_s;
    case StreamModel::CreationTime:
    case StreamModel::ModificationTime:
        return u"2026-12-30 23:59:59"_s;
    case StreamModel::JobId:
    case StreamModel::WatermarkId:
    case StreamModel::StreamTags:
        return u"36c9d38e70bf…8d6356abc"_s;
    case StreamModel::PlayUrl:
    case StreamModel::FileUrl:
        return u"https://outin.oss-cn-shanghai.aliyuncs.com/sv/43a6"_s;
    default:
        return u"59.94"_s;
    }
}

} // namespace

StreamColumns::StreamColumns(QHeaderView& header, QSettings& settings)
    : QObject(&header)
    , m_header(header)
    , m_settings(settings)
    , m_menu(new QMenu(&header))
{
    m_menu->setObjectName(u"columnMenu"_s);
    m_header.setSectionsMovable(true);
    m_header.setFirstSectionMovable(true);
    m_header.setSectionsClickable(true);
    m_header.setSortIndicatorShown(true);
    m_header.setHighlightSections(false);
    m_header.setStretchLastSection(false);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    m_header.setToolTip(tr("Right-click to choose columns"));

    connect(m_menu, &QMenu::aboutToShow, this, &StreamColumns::fillMenu);
    connect(&m_header, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& at) { m_menu->popup(m_header.mapToGlobal(at)); });
    connect(&m_header, &QHeaderView::sectionMoved, this, &StreamColumns::save);
    connect(&m_header, &QHeaderView::sectionResized, this, &StreamColumns::save);
    connect(&m_header, &QHeaderView::sortIndicatorChanged, this, &StreamColumns::save);
}

void StreamColumns::restore()
{
    const QByteArray state = m_settings.value(kStateKey).toByteArray();
    reset();
    if (!state.isEmpty() && (!m_header.restoreState(state) || shown().isEmpty()))
        reset();
    m_header.setSectionsMovable(true); // a saved state brings its own flags
    m_header.setSectionsClickable(true);
    m_header.setSortIndicatorShown(true);
    m_header.setStretchLastSection(false);
    m_restored = true;
    fillMenu();
    Q_EMIT changed();
}

void StreamColumns::reset()
{
    const int pad = 2 * StreamDelegate::padding(&m_header);
    for (int column = 0; column < m_header.count(); ++column) {
        m_header.moveSection(m_header.visualIndex(column), column);
        m_header.setSectionHidden(column, !kFirstShown.contains(column));
        const QFontMetrics metrics = m_header.fontMetrics();
        const int title = metrics.horizontalAdvance(streamFieldTitle(column)) + metrics.height(); // the sort arrow
        const int value = QFontMetrics(StreamDelegate::figureFont(m_header.font())).horizontalAdvance(sample(column));
        const int mark = column == StreamModel::Definition ? StreamDelegate::gutter(&m_header) : 0;
        m_header.resizeSection(column, std::max(title, value + mark) + pad);
    }
    m_header.setSortIndicator(StreamModel::Definition, Qt::DescendingOrder);
    save();
    Q_EMIT changed();
}

QList<int> StreamColumns::shown() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        if (!m_header.isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

void StreamColumns::fillMenu()
{
    m_menu->clear();
    const QList<int> visible = shown();
    for (int column = 0; column < m_header.count(); ++column) {
        QAction* action = m_menu->addAction(streamFieldTitle(column).replace(u'&', u"&&"_s));
        action->setObjectName(u"column_%1"_s.arg(column));
        action->setCheckable(true);
        action->setChecked(visible.contains(column));
        action->setEnabled(visible != QList<int> { column }); // the last one stays
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header.setSectionHidden(column, !on);
            save();
            Q_EMIT changed();
        });
    }
    m_menu->addSeparator();
    QAction* resetAction = m_menu->addAction(tr("Reset columns"));
    resetAction->setObjectName(u"resetColumns"_s);
    connect(resetAction, &QAction::triggered, this, &StreamColumns::reset);
}

void StreamColumns::save()
{
    if (m_restored)
        m_settings.setValue(kStateKey, m_header.saveState());
}

} // namespace proofreel
