// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/quality/policy_text_view.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/quality/check_look.h"
#include "ui/quality/policy_highlighter.h"
#include "ui/quality/policy_undo.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace proofreel {

PolicyTextView::PolicyTextView(QWidget* parent)
    : QWidget(parent)
    , m_edit(new QPlainTextEdit(this))
{
    setObjectName(u"policyTextView"_s);
    m_edit->setObjectName(u"policyText"_s);
    m_edit->setAccessibleName(tr("The policy as TOML"));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setFont(monospace(font()));
    m_edit->setTabChangesFocus(true);
    m_edit->setUndoRedoEnabled(false);
    leaveUndoToEditor(m_edit);
    m_highlighter = new PolicyHighlighter(m_edit->document());
    setFocusProxy(m_edit);

    m_bar = new QWidget(this);
    m_sign = new QLabel(m_bar);
    m_message = new QLabel(m_bar);
    m_message->setObjectName(u"policyProblem"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_go = new QToolButton(m_bar);
    m_go->setObjectName(u"goToPolicyProblem"_s);
    m_go->setText(tr("Go there"));
    m_go->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(Theme::kSpace, 0, Theme::kSpace, Theme::kSpace / 2);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addWidget(m_message, 1);
    row->addWidget(m_go, 0, Qt::AlignTop);
    m_bar->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::kSpace / 2);
    column->addWidget(m_edit, 1);
    column->addWidget(m_bar);

    connect(m_go, &QAbstractButton::clicked, this, &PolicyTextView::goToProblem);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited(text());
    });
}

QString PolicyTextView::text() const
{
    return m_edit->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void PolicyTextView::setText(const QString& text)
{
    const QString before = this->text();
    if (before == text)
        return;
    const QScopedValueRollback setting(m_setting, true);
    // Only what differs is put in, so that cursor and scroll bar stay.
    qsizetype head = 0, tail = 0;
    const qsizetype most = std::min(before.size(), text.size());
    while (head < most && before.at(head) == text.at(head))
        ++head;
    while (tail < most - head && before.at(before.size() - 1 - tail) == text.at(text.size() - 1 - tail))
        ++tail;
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
    mark();
}

void PolicyTextView::setProblem(const std::optional<Error>& problem)
{
    m_line = problem ? problem->code.section(u':', 0, 0).toInt() : 0;
    m_column = problem ? problem->code.section(u':', 1).toInt() : 0;
    m_bar->setVisible(problem.has_value());
    if (problem) {
        const int side = fontMetrics().height();
        m_sign->setPixmap(markIcon(CheckMark::Fail).pixmap(QSize(side, side) * devicePixelRatioF()));
        m_message->setText(problem->message);
    }
    mark();
}

void PolicyTextView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QTextBlock block = m_edit->document()->findBlockByNumber(m_line - 1);
    if (m_line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(block);
        line.format.setBackground(markFill(CheckMark::Fail));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        QTextEdit::ExtraSelection word;
        word.cursor = QTextCursor(block);
        // At least one character, also behind the end of the line.
        const int at = std::clamp(m_column - 1, 0, std::max(0, block.length() - 2));
        word.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::MoveAnchor, at);
        word.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!word.cursor.hasSelection())
            word.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        word.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        word.format.setUnderlineColor(Theme::color(Theme::Tone::Failure));
        marks = { line, word };
    }
    m_edit->setExtraSelections(marks);
}

void PolicyTextView::goToProblem()
{
    const QTextBlock block = m_edit->document()->findBlockByNumber(m_line - 1);
    if (m_line <= 0 || !block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(
        QTextCursor::NextCharacter, QTextCursor::MoveAnchor, std::clamp(m_column - 1, 0, block.length() - 1));
    m_edit->setTextCursor(cursor);
    m_edit->setFocus();
}

void PolicyTextView::goTo(const QString& words)
{
    const QTextCursor found = m_edit->document()->find(words);
    if (!found.isNull())
        m_edit->setTextCursor(found);
    m_edit->setFocus();
}

void PolicyTextView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        const QScopedValueRollback setting(m_setting, true); // formats are no edit
        m_highlighter->rehighlight();
        mark();
    } else if (event->type() == QEvent::FontChange) {
        m_edit->setFont(monospace(font()));
    }
}

} // namespace proofreel
