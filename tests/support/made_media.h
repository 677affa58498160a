// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "frames/av_types.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace proofreel::test {

//! Media that the ffmpeg program makes for one test, and what its filters say of them.
class MadeMedia {
public:
    [[nodiscard]] static QString program() { return QStandardPaths::findExecutable(QStringLiteral("ffmpeg")); }

    //! Arguments before the output's name, as one line of words; spaces within a word are written as "%20". The path;
    //! empty if ffmpeg fails.
    QString make(const QString& name, const QString& arguments) const
    {
        QStringList words { QStringLiteral("-nostdin"), QStringLiteral("-v"), QStringLiteral("error"),
            QStringLiteral("-y") };
        for (const QString& word : arguments.split(u' ', Qt::SkipEmptyParts))
            words << QString(word).replace(QStringLiteral("%20"), QStringLiteral(" "));
        const QString path = m_folder.filePath(name);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program(), words << path);
        return process.waitForFinished(60'000) && process.exitCode() == 0 ? path : QString();
    }

    //! What ffmpeg writes on both channels while it decodes to nothing.
    static QString said(const QStringList& arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        QStringList words { QStringLiteral("-nostdin"), QStringLiteral("-hide_banner"), QStringLiteral("-nostats") };
        words << arguments << QStringLiteral("-f") << QStringLiteral("null") << QStringLiteral("-");
        process.start(program(), words);
        process.waitForFinished(120'000);
        return QString::fromUtf8(process.readAll());
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    static QString demo(const QString& name)
    {
        return QDir(qEnvironmentVariable("PROOFREEL_DEMO_MEDIA")).filePath(name);
    }

    //! A local file, as libavformat opens it by itself; nullptr: it cannot.
    static FormatPtr open(const QString& path)
    {
        AVFormatContext* context = nullptr;
        if (avformat_open_input(&context, path.toUtf8().constData(), nullptr, nullptr) < 0)
            return {};
        FormatPtr owned(context);
        return avformat_find_stream_info(context, nullptr) < 0 ? FormatPtr() : std::move(owned);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace proofreel::test
