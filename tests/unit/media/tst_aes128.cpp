// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/aes128.h"

#include <QTest>

using namespace proofreel;

//! The vectors of NIST SP 800-38A, F.2.1, and what openssl makes of a short text.
class TestAes128 final : public QObject {
    Q_OBJECT
private:
    const QByteArray m_key = QByteArray::fromHex("2b7e151628aed2a6abf7158809cf4f3c");
    const QByteArray m_iv = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    const QByteArray m_blocks = QByteArray::fromHex("7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2");
    const QByteArray m_clear = QByteArray::fromHex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
    // printf 'a segment of HLS' | openssl enc -aes-128-cbc -K … -iv …
    const QByteArray m_padded = QByteArray::fromHex("cf3761d710d81a25f3c2925b16adb5747c834d3f3bb923981453e394e1a0fe5e");

    //! In pieces of \a size bytes; nullopt: it cannot be opened.
    static std::optional<QByteArray> opened(
        const QByteArray& bytes, const QByteArray& key, const QByteArray& iv, qsizetype size = 1000)
    {
        auto aes = Aes128::open(key, iv);
        QByteArray all;
        for (qsizetype at = 0; aes && at < bytes.size(); at += size)
            all += aes->add(bytes.mid(at, size)).value_or("?");
        const auto last = aes ? aes->finish() : std::nullopt;
        return last ? std::optional(all + *last) : std::nullopt;
    }

private Q_SLOTS:
    void opensTheBeginning()
    {
        auto aes = Aes128::open(m_key, m_iv);
        QVERIFY(aes);
        QCOMPARE(aes->add({}), QByteArray());
        QCOMPARE(aes->add(m_blocks.left(20)), m_clear.left(16));
        QCOMPARE(aes->add(m_blocks.mid(20)), QByteArray()); // held back
        QCOMPARE(aes->add(m_blocks.left(16)), m_clear.mid(16));
    }
    void opensTheWhole()
    {
        for (const qsizetype size : { 1, 15, 16, 17, 31, 1000 })
            QCOMPARE(opened(m_padded, m_key, m_iv, size), QByteArray("a segment of HLS"));
    }
    void seesWhatDoesNotFit()
    {
        QCOMPARE(opened(m_padded, m_iv, m_iv), std::nullopt); // another key
        QCOMPARE(opened(m_padded.chopped(16), m_key, m_iv), std::nullopt); // its end is missing
        QCOMPARE(opened(m_padded.chopped(3), m_key, m_iv), std::nullopt);
        QCOMPARE(opened({}, m_key, m_iv), std::nullopt);
        QCOMPARE(opened(m_padded, m_key.left(15), m_iv), std::nullopt);
        QCOMPARE(opened(m_padded, m_key, {}), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestAes128)
#include "tst_aes128.moc"
