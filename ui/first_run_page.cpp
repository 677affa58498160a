// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/first_run_page.h"

#include "ui/common/fonts.h"
#include "ui/common/icons.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

QLabel* words(QWidget* parent, const QString& text)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

//! The icon in the colours of the theme in force.
class Picture final : public QWidget {
public:
    Picture(const QString& name, QWidget* parent)
        : QWidget(parent)
        , m_icon(icon(name, Theme::Tone::Accent))
    {
        setFixedSize(32, 32);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

FirstRunPage::FirstRunPage(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"firstRunPage"_s);
    auto* title = words(this, tr("See what Intelligent Media Services made of your media"));
    title->setFont(scaled(font(), 20.0 / 13.0, QFont::DemiBold));
    title->setAlignment(Qt::AlignHCenter);
    auto* text = words(
        this, tr("Browse the assets of an account, list every stream by definition, format and HDR, and play it."));
    text->setAlignment(Qt::AlignHCenter);

    auto* cards = new QHBoxLayout;
    cards->setSpacing(2 * Theme::kSpace);
    cards->addStretch();
    cards->addWidget(card(u"demoButton"_s, u"play"_s, tr("Try the demo"),
        tr("A local service with sample assets, inside this program. Nothing leaves this PC and nothing is kept."),
        tr("Open the demo"), true, &FirstRunPage::demoRequested));
    cards->addWidget(card(u"addAccountButton"_s, u"key"_s, tr("Add account"),
        tr("An AccessKey pair, with a security token if it is temporary. The secret goes into the keychain of your "
           "desktop."),
        tr("Add account…"), false, &FirstRunPage::addAccountRequested));
    cards->addWidget(card(u"openUrlButton"_s, u"link"_s, tr("Play a URL"),
        tr("Any http or https URL of an mp4, m3u8 or mp3. It needs no account."), tr("Paste a URL"), false,
        &FirstRunPage::openRequested));
    cards->addStretch();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::kSpace, 2 * Theme::kSpace, 3 * Theme::kSpace, 2 * Theme::kSpace);
    column->setSpacing(Theme::kSpace);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(3 * Theme::kSpace);
    column->addLayout(cards);
    column->addStretch(3);
}

QWidget* FirstRunPage::card(const QString& name, const QString& iconName, const QString& title, const QString& text,
    const QString& button, bool primary, void (FirstRunPage::*signal)())
{
    auto* card = new QFrame(this);
    card->setObjectName(u"card"_s);
    card->setFrameShape(QFrame::StyledPanel);
    card->setMinimumWidth(std::min(fontMetrics().averageCharWidth() * 28, 300));
    card->setMaximumWidth(std::max(280, fontMetrics().averageCharWidth() * 44));
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(2 * Theme::kSpace, 2 * Theme::kSpace, 2 * Theme::kSpace, 2 * Theme::kSpace);
    column->setSpacing(Theme::kSpace);
    column->addWidget(new Picture(iconName, card));
    auto* heading = words(card, title);
    heading->setFont(scaled(font(), kTitleSize, QFont::DemiBold));
    column->addWidget(heading);
    column->addWidget(words(card, text), 1);
    auto* press = new QPushButton(button, card);
    press->setObjectName(name);
    press->setProperty("primary", primary);
    press->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(press, &QPushButton::clicked, this, signal);
    column->addSpacing(Theme::kSpace);
    column->addWidget(press, 0, Qt::AlignLeft);
    return card;
}

} // namespace proofreel
