// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediainfo/wire.h"

#include <QRandomGenerator>
#include <QTest>

using namespace proofreel::mediainfo;

//! What the helper tells is told whole, and nothing that is not it is believed.
class MediaInfoWire final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fieldsComeBack();
    void tooMuchIsLeftOut();
    void nonsenseIsNone_data();
    void nonsenseIsNone();
    void changedBytesStayInBounds();
};

namespace {

constexpr Kind allKinds[] = { Kind::General, Kind::Video, Kind::Audio, Kind::Text };

Fields sample()
{
    Fields fields { .streams = { 1, 2, 100, 3 } };
    for (const Kind kind : allKinds) {
        for (size_t field = 0; field < fieldNames(kind).size(); ++field)
            fields.values.push_back({ .kind = kind,
                .stream = static_cast<uint8_t>(askedStreams(kind) - 1),
                .field = static_cast<uint8_t>(field),
                .text = L"\u4e2d\U0001f3ac" + std::to_wstring(field) });
    }
    return fields;
}

} // namespace

void MediaInfoWire::fieldsComeBack()
{
    const Fields fields = sample();
    const auto again = decode(encode(fields));
    QVERIFY(again);
    QCOMPARE(again->streams, fields.streams);
    QCOMPARE(again->values.size(), fields.values.size());
    QCOMPARE(again->text(Kind::Audio, "Language", 99), std::wstring_view(L"\u4e2d\U0001f3ac9"));
    QVERIFY(again->text(Kind::Audio, "Language", 1).empty());
    QVERIFY(decode(encode({})));
}

void MediaInfoWire::tooMuchIsLeftOut()
{
    Fields fields;
    const Fields::Value value { .kind = Kind::Text, .text = std::wstring(longestText, L'x') };
    fields.values.assign(2000, value);
    const std::string bytes = encode(fields);
    QVERIFY(bytes.size() <= longestFields);
    const auto again = decode(bytes);
    QVERIFY(again && again->values.size() > 100 && again->values.size() < 2000);
}

void MediaInfoWire::nonsenseIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray none("\0\0\0\0", 4);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut counts") << none.left(3);
    QTest::newRow("too many streams") << QByteArray("\0\0\x65\0", 4);
    QTest::newRow("cut head") << none + "\1";
    QTest::newRow("unknown kind") << none + QByteArray("\4\0\0\0\1\0\0\0x\0\0\0", 12);
    QTest::newRow("unknown field") << none + QByteArray("\0\0\x50\0\1\0\0\0x\0\0\0", 12);
    QTest::newRow("unasked stream") << none + QByteArray("\0\1\0\0\1\0\0\0x\0\0\0", 12);
    QTest::newRow("no characters") << none + QByteArray("\0\0\0\0\0\0\0\0", 8);
    QTest::newRow("cut text") << none + QByteArray("\0\0\0\0\2\0\0\0x\0\0\0", 12);
    QTest::newRow("endless text") << none + QByteArray("\0\0\0\0\xff\xff\xff\xffx\0\0\0", 12);
}

void MediaInfoWire::nonsenseIsNone()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(!decode({ bytes.constData(), static_cast<size_t>(bytes.size()) }));
}

void MediaInfoWire::changedBytesStayInBounds()
{
    const std::string bytes = encode(sample());
    QRandomGenerator random(4711);
    int believed = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string changed = bytes;
        for (int i = random.bounded(1, 5); i > 0; --i)
            changed[random.bounded(quint32(changed.size()))] = static_cast<char>(random.bounded(256));
        changed.resize(random.bounded(2) ? changed.size() : random.bounded(quint32(changed.size())));
        const auto fields = decode(changed);
        if (!fields)
            continue;
        ++believed;
        for (const Fields::Value& value : fields->values) {
            QVERIFY(value.field < fieldNames(value.kind).size() && value.stream < askedStreams(value.kind));
            QVERIFY(!value.text.empty() && value.text.size() <= longestText);
        }
    }
    QVERIFY(believed > 100);
}

QTEST_APPLESS_MAIN(MediaInfoWire)
#include "tst_mediainfo_wire.moc"
