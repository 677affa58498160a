// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSyntaxHighlighter>

namespace proofreel {

//! TOML, quietly: comments recede, heads of tables stand out, texts are tinted. After a change of the theme:
//! rehighlight().
class PolicyHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyHighlighter)
public:
    explicit PolicyHighlighter(QTextDocument* document);

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace proofreel
