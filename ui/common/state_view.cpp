// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/state_view.h"

#include "ui/common/flow_layout.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

constexpr int kIconSize = 40;
constexpr int kColumnWidth = 440;
constexpr int kLoadingDelayMs = 150; // a quick answer must not flash

QLabel* line(QWidget* parent, const QString& name, bool wrap = true)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setWordWrap(wrap);
    label->setTextFormat(Qt::PlainText); // texts may hold what a server said
    return label;
}

} // namespace

StateView::StateView(QWidget* parent)
    : QWidget(parent)
    , m_column(new QWidget(this))
{
    m_icon = line(m_column, u"stateIcon"_s, false);
    m_title = line(m_column, u"stateTitle"_s);
    m_text = line(m_column, u"stateText"_s);
    m_advice = line(m_column, u"stateAdvice"_s);
    m_details = line(m_column, u"stateDetails"_s);
    m_details->setAlignment(Qt::AlignLeft);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    m_action = new QPushButton(m_column);
    m_action->setObjectName(u"stateAction"_s);
    m_action->setProperty("primary", true);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto run = m_run)
            run();
    });

    m_toggleDetails = new QToolButton(m_column);
    m_toggleDetails->setObjectName(u"stateToggleDetails"_s);
    m_toggleDetails->setText(tr("Details"));
    m_toggleDetails->setCheckable(true);
    m_toggleDetails->setFocusPolicy(Qt::StrongFocus);
    connect(m_toggleDetails, &QToolButton::toggled, m_details, &QLabel::setVisible);

    m_copy = new QToolButton(m_column);
    m_copy->setObjectName(u"stateCopy"_s);
    m_copy->setText(tr("Copy details"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    connect(m_copy, &QToolButton::clicked, this, [this] { copyToClipboard(m_copyText, m_copy); });

    auto* buttons = new FlowLayout; // in a narrow zone they stand below each other
    buttons->setCentred(true);
    buttons->setSpacing(Theme::kSpace);
    buttons->addWidget(m_action);
    buttons->addWidget(m_toggleDetails);
    buttons->addWidget(m_copy);

    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(2 * Theme::kSpace, Theme::kSpace, 2 * Theme::kSpace, Theme::kSpace);
    column->setSpacing(Theme::kSpace);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_advice);
    column->addSpacing(Theme::kSpace / 2);
    column->addLayout(buttons);
    column->addWidget(m_details);

    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addStretch(2);
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_column, 100);
    middle->addStretch();
    outer->addLayout(middle);
    outer->addStretch(3);

    m_loadingDelay.setSingleShot(true);
    m_loadingDelay.setInterval(kLoadingDelayMs);
    connect(&m_loadingDelay, &QTimer::timeout, this, [this] {
        m_skeleton = true;
        m_title->show();
        update();
    });
    applyFonts();
    reset();
}

void StateView::showEmpty(const QString& iconName, const QString& title, const QString& text, const QString& actionText,
    std::function<void()> action)
{
    reset();
    setIcon(iconName, false);
    m_title->setText(title);
    m_title->show();
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_run = std::move(action);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    fitIcon();
}

void StateView::showLoading(const QString& text)
{
    reset();
    m_title->setText(text);
    m_loadingDelay.start();
}

void StateView::showError(
    const QString& title, const Error& error, std::function<void()> action, const QString& actionText)
{
    reset();
    setIcon(u"error"_s, true);
    m_title->setText(title);
    m_title->show();
    m_text->setText(error.message);
    m_text->setVisible(!error.message.isEmpty());
    m_advice->setText(error.advice);
    m_advice->setVisible(!error.advice.isEmpty());
    m_run = std::move(action);
    m_action->setText(actionText.isEmpty() ? tr("Try again") : actionText);
    m_action->setVisible(bool(m_run));
    m_copyText = error.details();
    m_details->setText(m_copyText);
    m_toggleDetails->show();
    m_copy->show();
    fitIcon();
}

void StateView::reset()
{
    m_loadingDelay.stop();
    m_skeleton = false;
    m_run = nullptr;
    m_copyText.clear();
    m_iconName.clear();
    m_toggleDetails->setChecked(false);
    for (QWidget* part : std::initializer_list<QWidget*> {
             m_icon, m_title, m_text, m_advice, m_details, m_action, m_toggleDetails, m_copy })
        part->hide();
    update();
}

void StateView::setIcon(const QString& name, bool failure)
{
    m_iconName = name;
    m_failure = failure;
    m_icon->setHidden(name.isEmpty());
    m_icon->setPixmap(icon(name, failure ? Theme::Tone::Failure : Theme::Tone::Secondary).pixmap(kIconSize, kIconSize));
}

//! Where there is no room for all, the words stay and the icon goes.
void StateView::fitIcon()
{
    if (m_iconName.isEmpty())
        return;
    const int more = m_icon->isHidden() ? kIconSize + Theme::kSpace : 0;
    const int needed = m_column->layout()->totalHeightForWidth(std::min(width(), m_column->maximumWidth())) + more;
    m_icon->setVisible(needed <= height());
}

void StateView::applyFonts()
{
    m_title->setFont(scaled(font(), kTitleSize, QFont::DemiBold));
    m_details->setFont(scaled(monospace(font()), kSecondarySize));
    // Wider with larger text, so that a line keeps its number of words.
    m_column->setMaximumWidth(std::max(kColumnWidth, fontMetrics().averageCharWidth() * 70));
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText, Theme::color(Theme::Tone::Secondary));
    m_text->setPalette(faint);
    m_advice->setPalette(palette());
    const int side = fontMetrics().height();
    m_copy->setIconSize({ side, side });
}

void StateView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        applyFonts();
        if (!m_iconName.isEmpty())
            setIcon(m_iconName, m_failure);
        fitIcon();
    }
}

void StateView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitIcon();
}

void StateView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    if (!m_skeleton)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(Theme::Tone::Raised));
    const int row = rowHeight(this);
    const int margin = 2 * Theme::kSpace;
    int width = this->width() - 2 * margin;
    for (int y = margin; y + row < m_column->y() - margin && width > row; y += row + Theme::kSpace) {
        painter.drawRoundedRect(margin, y, width, row / 2, 4, 4);
        width -= width / 8;
    }
}

} // namespace proofreel
