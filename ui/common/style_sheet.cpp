// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/style_sheet.h"

#include "ui/common/palette.h"

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

// A min-height is all that a layout knows of the least height of a control, and a line of Chinese is a quarter higher
// than one of the Latin font: with less than 1.3em a row is measured too low for it.
constexpr auto kButtons = R"(
QPushButton { background: @raised; border: 1px solid @line; border-radius: 5px; padding: 0.25em 0.95em; min-height: 1.3em; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @faint; background: transparent; }
QPushButton[primary="true"] { background: @primary; border-color: @primary; color: white; }
QPushButton[primary="true"]:hover { background: @primaryHover; }
QPushButton[primary="true"]:focus { border-color: @text; }
QPushButton[primary="true"]:disabled { background: @raised; border-color: @line; color: @faint; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 0.22em; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @selection; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; width: 0; }
proofreel--Chip { background: @raised; border-radius: 0.75em; padding: 0.15em 0.35em; }
proofreel--Chip:hover { background: @hover; }
proofreel--Chip:checked { background: @selection; border-color: @accent; }
proofreel--Chip:focus { border-color: @accent; }
)"_L1;

constexpr auto kFields = R"(
QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: @sunken; border: 1px solid @line; border-radius: 5px;
    padding: 0.25em 0.5em; selection-background-color: @selection; selection-color: @text; }
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QLineEdit:disabled { color: @faint; }
QLineEdit > QToolButton { padding: 0; border: none; }
QComboBox { background: @raised; border: 1px solid @line; border-radius: 5px; padding: 0.2em 0.5em; min-height: 1.3em; }
QComboBox:editable { background: @sunken; }
QComboBox:hover { background: @hover; }
QComboBox:focus, QComboBox:on { border-color: @accent; }
QComboBox:disabled { color: @faint; }
QComboBox QLineEdit { background: transparent; border: none; padding: 0; }
QComboBox::drop-down { border: none; width: 1.7em; }
QComboBox::down-arrow { image: url(:/icons/style/arrow-down.svg); width: 0.8em; height: 0.8em; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; padding: 2px; }
QComboBox QAbstractItemView::item { padding: 0.3em 0.4em; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @selection; color: @text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 1.4em; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url(:/icons/style/arrow-up.svg); width: 0.7em; height: 0.7em; }
QAbstractSpinBox::down-arrow { image: url(:/icons/style/arrow-down.svg); width: 0.7em; height: 0.7em; }
QProgressBar { background: @sunken; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 0.35em 2em 0.35em 0.6em; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::icon { padding-left: 0.4em; }
QMenu::indicator { width: 1em; height: 1em; left: 0.4em; }
QMenu::indicator:checked { image: url(:/icons/style/tick.svg); }
QMenu::right-arrow { image: url(:/icons/style/arrow-right.svg); width: 0.8em; height: 0.8em; right: 0.4em; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 3px 6px; }
)"_L1;

constexpr auto kViews = R"(
QAbstractItemView { background: @base; border: none; outline: none; selection-background-color: @selection; selection-color: @text; }
QHeaderView, QHeaderView::section { background: @base; color: @secondary; border: none; }
QHeaderView { border-bottom: 1px solid @line; }
QHeaderView::section { padding: 0.25em 0.6em; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section, QAbstractScrollArea::corner { background: @base; border: none; }
proofreel--ChangesPopup { background: @raised; border: 1px solid @line; border-radius: 6px; }
QFrame#card { background: @sunken; border: 1px solid @line; border-radius: 6px; }
QScrollArea { border: none; background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @hover; border-radius: 3px; margin: 2px; }
QScrollBar::handle:hover { background: @neutral; }
QScrollBar::handle:vertical { min-height: 28px; } QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:vertical { height: 6px; border-top: 1px solid @line; }
QSplitter::handle:horizontal { width: 6px; border-left: 1px solid @line; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QStatusBar { border-top: 1px solid @line; color: @secondary; }
QStatusBar::item { border: none; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 0.4em 0.7em; color: @secondary; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @accent; }
)"_L1;

} // namespace

QString styleSheetFor(bool dark)
{
    QString sheet = QString(kButtons) + kFields + kViews;
    const QPalette palette = paletteFor(dark);
    const auto put = [&sheet](QLatin1StringView name, const QColor& color) {
        sheet.replace(u'@' + QString(name) + u';', color.name(QColor::HexRgb) + u';');
    };
    const QColor primary = primaryFill(dark);
    // Longer names that begin like shorter ones need no order: the closing semicolon is part of the match.
    put("primaryHover"_L1, primary.lighter(112));
    put("primary"_L1, primary);
    put("base"_L1, palette.color(QPalette::Base));
    put("selection"_L1, palette.color(QPalette::Highlight));
    put("faint"_L1, toneColor(Theme::Tone::Neutral, dark));
    put("text"_L1, toneColor(Theme::Tone::Text, dark));
    put("secondary"_L1, toneColor(Theme::Tone::Secondary, dark));
    put("accent"_L1, toneColor(Theme::Tone::Accent, dark));
    put("neutral"_L1, toneColor(Theme::Tone::Neutral, dark));
    put("line"_L1, toneColor(Theme::Tone::Line, dark));
    put("raised"_L1, toneColor(Theme::Tone::Raised, dark));
    put("sunken"_L1, toneColor(Theme::Tone::Sunken, dark));
    put("hover"_L1, toneColor(Theme::Tone::Hover, dark));
    return sheet;
}

} // namespace proofreel
