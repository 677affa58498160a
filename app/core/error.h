// SPDX-FileCopyrightText: 2026 Proofreel contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace proofreel {

//! What kind of trouble it is; decides icon, advice and the exit code of the command line.
enum class ErrorKind {
    Network, //!< no connection: DNS, refused, reset
    Timeout, //!< connected or connecting, but silent for too long
    Tls, //!< certificate or handshake; never ignored
    Proxy, //!< the proxy refused or is unreachable
    Credentials, //!< no key, unknown key, inactive key, missing or expired token
    Signature, //!< the secret does not fit the key, or the canonical request differs
    Permission, //!< RAM denies the action, or the service is not activated
    ClockSkew, //!< this PC's clock is off by more than the service tolerates
    Throttled, //!< too many requests, also after retries
    NotFound, //!< no such asset, rendition or object
    InvalidRequest, //!< the arguments are wrong; nothing was or will be accepted
    Service, //!< the service failed (5xx) or answered with a code that we do not know
    Protocol, //!< a reply that is not what the API promises
    TooLarge, //!< a reply over the limit
    Cancelled, //!< the user or the program stopped it
    Keychain, //!< the OS keychain is absent, locked or refused
    Media, //!< the media cannot be opened or decoded
    Expired, //!< a signed URL is past its time
    Unsupported, //!< known, and not possible here (AliyunVoDEncryption, missing plugin)
    Io, //!< a local file
};

//! A failure that a person can meet: what happened, why, and what to do. Holds no secret (see redaction.h).
struct Error {
    ErrorKind kind = ErrorKind::Service;
    QString code {}; //!< the service's or library's own code, verbatim; may be empty
    QString message {}; //!< what happened and why; translated, one or two short sentences
    QString advice {}; //!< what to do next; translated; may be empty
    QString requestId {}; //!< of the service, if it answered
    QString host {}; //!< host[:port] that was spoken to, if any
    int httpStatus = 0; //!< 0 where there was no HTTP reply
    int tries = 1; //!< how often it was attempted

    //! Nobody answered: what was saved may stand in.
    [[nodiscard]] bool meansNoNetwork() const
    {
        return kind == ErrorKind::Network || kind == ErrorKind::Timeout || kind == ErrorKind::Proxy;
    }
    //! All of it as lines of text for "Copy details": safe to paste into a ticket.
    [[nodiscard]] QString details() const;
    //! Stable name of the kind, e.g. "Throttled": for logs, JSON and tests; not translated.
    [[nodiscard]] static QString kindName(ErrorKind kind);
};

} // namespace proofreel
