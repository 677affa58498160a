// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/search/match_help.h"

#include "ui/common/fonts.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <utility>

using namespace Qt::StringLiterals;

namespace proofreel {

MatchHelp::MatchHelp(QWidget* anchor)
    : FieldPopup(anchor)
{
    setObjectName(u"matchHelp"_s);
}

void MatchHelp::toggle()
{
    if (isVisible()) {
        hide();
        return;
    }
    if (!layout())
        build();
    popUp();
}

void MatchHelp::build()
{
    const std::pair<QString, QString> rows[] {
        { u"title = 'city'"_s, tr("contains; also description. At most 60 characters") },
        { u"tagList in ('night','car')"_s, tr("has one of these tags") },
        { u"cateId == '12'"_s, tr("is in that category, by its number") },
        { u"mediaId == '8643…'"_s, tr("is that asset") },
        { u"mediaType in ('video','audio')"_s,
            tr("video, audio, image, text. Without it only video is searched; image not together with others") },
        { u"status == '3'"_s,
            tr("0 initial, 1 preparing, 2 failed, 3 normal; also 10 uploading, 13 transcoding, 15 in review") },
        { u"utcCreate = ['a','b']"_s,
            tr("from a to b in milliseconds since 1970, with ( ) without the ends; also utcModified") },
        { u"fileInfo.storageLocation == '…'"_s, tr("is stored there") },
        { u"ocrInfo.tracks.content = '…'"_s, tr("text that was recognised in the picture contains it") },
        { u"… and …"_s, tr("both hold") },
        { u"(… or …)"_s, tr("one of them holds; the parentheses are needed") },
    };
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(Theme::kSpace, Theme::kSpace, Theme::kSpace, Theme::kSpace);
    grid->setHorizontalSpacing(2 * Theme::kSpace);
    grid->setVerticalSpacing(Theme::kSpace / 2);
    int row = 0;
    const auto say = [&](const QString& text, int column, int span) {
        auto* label = new QLabel(text, page);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        grid->addWidget(label, row, column, 1, span, Qt::AlignTop);
        return label;
    };
    say(tr("How a Match expression is written"), 0, 2)->setFont(scaled(font(), 1.0, QFont::DemiBold));
    ++row;
    for (const auto& [code, text] : rows) {
        QLabel* example = say(code, 0, 1);
        example->setFont(monospace(font()));
        example->setWordWrap(false);
        example->setTextInteractionFlags(Qt::TextSelectableByMouse);
        say(text, 1, 1);
        ++row;
    }
    say(tr("Values stand in single quotes; == is exactly, = contains. How a quote inside a value is written is not "
           "documented: leave it out. The help page is “Media asset search filter description”."),
        0, 2)
        ->setForegroundRole(QPalette::PlaceholderText);
    grid->setColumnStretch(1, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->setWidget(page);
    page->setAutoFillBackground(false); // setWidget() has turned it on
    scroll->viewport()->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(scroll);
}

} // namespace proofreel
