// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/tls_identity.h"

#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace proofreel::sandbox {

namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};

std::unique_ptr<X509, Free> selfSigned(EVP_PKEY* key)
{
    std::unique_ptr<X509, Free> certificate(X509_new());
    X509* const raw = certificate.get();
    X509_set_version(raw, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(raw), 1);
    X509_gmtime_adj(X509_getm_notBefore(raw), -24 * 3600);
    X509_gmtime_adj(X509_getm_notAfter(raw), 7 * 24 * 3600);
    X509_set_pubkey(raw, key);
    X509_NAME* const name = X509_get_subject_name(raw);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
        reinterpret_cast<const unsigned char*>("Proofreel sandbox (self-signed)"), -1, -1, 0);
    X509_set_issuer_name(raw, name);
    const std::unique_ptr<X509_EXTENSION, Free> alternative(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost"));
    X509_add_ext(raw, alternative.get(), -1);
    return X509_sign(raw, key, EVP_sha256()) > 0 ? std::move(certificate) : nullptr;
}

} // namespace

TlsIdentity::TlsIdentity()
{
    const std::unique_ptr<EVP_PKEY, Free> key(EVP_EC_gen("P-256"));
    if (!key)
        return;
    const auto certificate = selfSigned(key.get());
    SSL_CTX* const context = SSL_CTX_new(TLS_server_method());
    if (certificate && SSL_CTX_use_certificate(context, certificate.get()) == 1
        && SSL_CTX_use_PrivateKey(context, key.get()) == 1) {
        m_context = context;
    } else {
        SSL_CTX_free(context);
    }
}

TlsIdentity::~TlsIdentity()
{
    SSL_CTX_free(m_context);
}

} // namespace proofreel::sandbox
