// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace proofreel {

using namespace Qt::StringLiterals;

namespace {

// Tints at paint time, so that one QIcon is right in both themes and in every state.
class Engine final : public QIconEngine {
public:
    Engine(const QString& name, Theme::Tone tone)
        : m_name(name)
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = colorOf(mode);
        const QString key =
            u"proofreel/%1/%2/%3x%4"_s.arg(m_name, color.name(QColor::HexArgb)).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new Engine(m_name, m_tone); }
    QString iconName() override { return m_name; }
    bool isNull() override { return !QFile::exists(path()); }

private:
    [[nodiscard]] QString path() const { return u":/icons/"_s + m_name + u".svg"_s; }

    [[nodiscard]] QColor colorOf(QIcon::Mode mode) const
    {
        if (mode != QIcon::Disabled)
            return Theme::color(m_tone);
        // A primary button that is disabled is no longer blue: white on it would not be seen.
        QColor color = Theme::color(m_tone == Theme::Tone::OnPrimary ? Theme::Tone::Text : m_tone);
        color.setAlphaF(0.35F);
        return color;
    }

    [[nodiscard]] QPixmap render(const QSize& size, const QColor& color) const
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        QRectF target({}, QSizeF(size));
        const qreal side = std::min(target.width(), target.height());
        renderer.render(&painter, QRectF(target.center() - QPointF(side, side) / 2, QSizeF(side, side)));
        return pixmap;
    }

    QString m_name;
    Theme::Tone m_tone;
};

} // namespace

QIcon icon(const QString& name, Theme::Tone tone)
{
    return QIcon(new Engine(name, tone));
}

} // namespace proofreel
