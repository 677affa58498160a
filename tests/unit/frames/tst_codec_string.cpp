// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frames/codec_string.h"

#include "frames/av_types.h"

#include <QTest>

using namespace proofreel;
using namespace Qt::StringLiterals;

class TestCodecString final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<int>("codec");
        QTest::addColumn<QByteArray>("extraData");
        QTest::addColumn<int>("profile");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, AVCodecID codec, const char* hex, int profile, int level,
                             const char* text) {
            QTest::newRow(name) << int(codec) << QByteArray::fromHex(hex) << profile << level
                                << QString::fromLatin1(text);
        };
        row("avcC", AV_CODEC_ID_H264, "0164401fffe10004676400", 100, 31, "avc1.64401F");
        row("SPS, with a delimiter before it", AV_CODEC_ID_H264, "0000000109f00000000167424015da", 66, 21,
            "avc1.424015");
        row("parameters alone", AV_CODEC_ID_H264, "", 100, 40, "avc1.640028");
        row("constrained baseline", AV_CODEC_ID_H264, "", 66 | (1 << 9), 30, "avc1.42401E");
        row("nothing", AV_CODEC_ID_H264, "", -99, -99, "");
        // Main 10, level 5.0: the example of ISO/IEC 14496-15 E.3 is of this form.
        row("hvcC", AV_CODEC_ID_HEVC, "010220000000b0000000000096f000fcfdf8f800000f", 2, 150, "hvc1.2.4.L150.B0");
        row("HEVC SPS, with emulation prevention", AV_CODEC_ID_HEVC, "000000014201010220000003009000000300000300785a",
            2, 120, "hvc1.2.4.L120.90");
        row("HEVC, nothing", AV_CODEC_ID_HEVC, "", 1, 93, "");
        row("AV1", AV_CODEC_ID_AV1, "", 0, 8, "av01.0.08M.08");
        row("VP9", AV_CODEC_ID_VP9, "", 0, 31, "vp09.00.31.08");
        row("AAC LC", AV_CODEC_ID_AAC, "", 1, -99, "mp4a.40.2");
        row("HE-AAC v2", AV_CODEC_ID_AAC, "", 28, -99, "mp4a.40.29");
        row("AAC, nothing", AV_CODEC_ID_AAC, "", -99, -99, "");
        row("MP3", AV_CODEC_ID_MP3, "", -99, -99, "mp4a.40.34");
        row("E-AC-3", AV_CODEC_ID_EAC3, "", -99, -99, "ec-3");
        row("another", AV_CODEC_ID_THEORA, "", 1, 1, "");
    }
    void says()
    {
        QFETCH(int, codec);
        QFETCH(QByteArray, extraData);
        QFETCH(int, profile);
        QFETCH(int, level);
        AVCodecParameters* parameters = avcodec_parameters_alloc();
        const auto free = qScopeGuard([&] { avcodec_parameters_free(&parameters); });
        parameters->codec_id = AVCodecID(codec);
        parameters->profile = profile;
        parameters->level = level;
        if (!extraData.isEmpty()) {
            parameters->extradata =
                static_cast<uint8_t*>(av_mallocz(size_t(extraData.size()) + AV_INPUT_BUFFER_PADDING_SIZE));
            parameters->extradata_size = int(extraData.size());
            std::copy(extraData.begin(), extraData.end(), parameters->extradata);
        }
        QTEST(codecString(*parameters), "text");
    }
};

QTEST_APPLESS_MAIN(TestCodecString)
#include "tst_codec_string.moc"
