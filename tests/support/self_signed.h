// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace proofreel::test {

//! A fresh self-signed identity for 127.0.0.1, made in memory: no key lies in the repository.
//! \a daysLeft negative: expired already.
inline QSslConfiguration selfSignedIdentity(int daysLeft = 1, const char* name = "IP:127.0.0.1")
{
    EVP_PKEY* key = EVP_EC_gen("P-256");
    X509* certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    constexpr long day = 86'400;
    X509_gmtime_adj(X509_getm_notBefore(certificate), -10 * day);
    X509_gmtime_adj(X509_getm_notAfter(certificate), daysLeft * day);
    X509_set_pubkey(certificate, key);
    X509_NAME* subject = X509_get_subject_name(certificate);
    X509_NAME_add_entry_by_txt(
        subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("Proofreel test"), -1, -1, 0);
    X509_set_issuer_name(certificate, subject);
    for (const auto& [nid, value] : { std::pair(NID_subject_alt_name, name), { NID_basic_constraints, "CA:TRUE" } }) {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
    X509_sign(certificate, key, EVP_sha256());

    const auto pem = [](auto write) {
        BIO* bio = BIO_new(BIO_s_mem());
        write(bio);
        char* data = nullptr;
        const long size = BIO_get_mem_data(bio, &data);
        const QByteArray text(data, size);
        BIO_free(bio);
        return text;
    };
    const QByteArray certificatePem = pem([&](BIO* bio) { PEM_write_bio_X509(bio, certificate); });
    const QByteArray keyPem =
        pem([&](BIO* bio) { PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
    X509_free(certificate);
    EVP_PKEY_free(key);

    QSslConfiguration identity = QSslConfiguration::defaultConfiguration();
    identity.setLocalCertificate(QSslCertificate(certificatePem, QSsl::Pem));
    identity.setPrivateKey(QSslKey(keyPem, QSsl::Ec, QSsl::Pem));
    return identity;
}

} // namespace proofreel::test
