// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/palette.h"

namespace proofreel {

namespace {

struct Pair {
    QRgb light;
    QRgb dark;
    [[nodiscard]] QColor in(bool isDark) const { return QColor::fromRgb(isDark ? dark : light); }
};

constexpr Pair kBase { 0xffffff, 0x1a1c1f };
constexpr Pair kText { 0x1c1f24, 0xe7e8ea };
constexpr Pair kSecondary { 0x5a616b, 0x9da3ad };
constexpr Pair kAccent { 0x1d62d8, 0x6ea8ff };
constexpr Pair kPass { 0x137a47, 0x45c08a };
constexpr Pair kWarning { 0x8f5a00, 0xeab04a };
constexpr Pair kFailure { 0xc02a22, 0xff7a6e };
constexpr Pair kNeutral { 0x646b75, 0x979da6 };
constexpr Pair kLine { 0xdddfe4, 0x303338 };
constexpr Pair kRaised { 0xf0f1f4, 0x282b30 };
constexpr Pair kSunken { 0xf7f8f9, 0x151619 };
constexpr Pair kHover { 0xe5e7ec, 0x33373d };
constexpr Pair kSelection { 0xcfe0fd, 0x23406e };
constexpr Pair kPrimary { 0x1d62d8, 0x2f6fe4 };

} // namespace

QColor toneColor(Theme::Tone tone, bool dark)
{
    switch (tone) {
    case Theme::Tone::Text:
        return kText.in(dark);
    case Theme::Tone::Secondary:
        return kSecondary.in(dark);
    case Theme::Tone::Accent:
        return kAccent.in(dark);
    case Theme::Tone::Pass:
        return kPass.in(dark);
    case Theme::Tone::Warning:
        return kWarning.in(dark);
    case Theme::Tone::Failure:
        return kFailure.in(dark);
    case Theme::Tone::Neutral:
        return kNeutral.in(dark);
    case Theme::Tone::Line:
        return kLine.in(dark);
    case Theme::Tone::Raised:
        return kRaised.in(dark);
    case Theme::Tone::Sunken:
        return kSunken.in(dark);
    case Theme::Tone::Hover:
        return kHover.in(dark);
    case Theme::Tone::OnPrimary:
        return Qt::white; // as the style sheet has the text of primary buttons
    }
    return kText.in(dark);
}

QColor primaryFill(bool dark)
{
    return kPrimary.in(dark);
}

QPalette paletteFor(bool dark)
{
    const QColor base = kBase.in(dark);
    const QColor text = kText.in(dark);
    QColor faint = text;
    faint.setAlphaF(0.4F);

    QPalette palette(text, kRaised.in(dark), kHover.in(dark), kLine.in(dark), kSecondary.in(dark), text, base);
    palette.setColor(QPalette::Window, base);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, kSunken.in(dark));
    palette.setColor(QPalette::ToolTipBase, kRaised.in(dark));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, kSecondary.in(dark));
    palette.setColor(QPalette::Highlight, kSelection.in(dark));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, kAccent.in(dark));
    palette.setColor(QPalette::LinkVisited, kAccent.in(dark));
    palette.setColor(QPalette::BrightText, Qt::white);
    for (const auto role : { QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

} // namespace proofreel
