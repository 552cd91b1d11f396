// A narrow view of the SMTP client of libcurl (https://curl.se/libcurl), imported by Mail only.
//
// One call sends one message over a connection of its own. Certificates are always verified, TLS is 1.2 or later, no
// proxy, .netrc or other protocol is ever used, and nothing is printed.
#ifndef CMAIL_H
#define CMAIL_H

#include <stddef.h>
#include <stdint.h>

typedef struct cmail_call cmail_call;

/// What a call ended with.
typedef enum {
    CMAIL_SENT = 0,
    /// The name of the server is not found.
    CMAIL_NO_SUCH_HOST,
    /// Nothing listens there, or the connection broke off.
    CMAIL_NO_CONNECTION,
    /// It took too long.
    CMAIL_TIME,
    /// TLS is required and the server does not offer it, or it could not be begun.
    CMAIL_NO_TLS,
    /// The certificate is not signed by a trusted authority, or names another host.
    CMAIL_CERTIFICATE,
    /// The file of authorities cannot be used.
    CMAIL_AUTHORITIES,
    /// Signing in was refused.
    CMAIL_SIGN_IN,
    /// `cmail_stop` was called.
    CMAIL_STOPPED,
    /// Memory is short or libcurl lacks SMTP.
    CMAIL_UNUSABLE,
    /// Something else; the reply of the server says what.
    CMAIL_OTHER,
} cmail_end;

/// Which command was sent last (RFC 5321 section 4.1.1).
typedef enum {
    CMAIL_GREETING = 0,
    CMAIL_HELLO,
    CMAIL_STARTTLS,
    CMAIL_AUTH,
    CMAIL_MAIL,
    CMAIL_RCPT,
    CMAIL_DATA,
    /// The bytes of the message.
    CMAIL_TEXT,
} cmail_step;

/// A call to be set up, sent once and freed; NULL when memory is short. Texts given to it are copied.
cmail_call *cmail_create(void);
void cmail_free(cmail_call *call);

/// Where to: `smtp://host:port/name` or `smtps://host:port/name`, the name being what this side says of itself. With
/// `needs_tls` nothing is sent before STARTTLS has worked; without, STARTTLS is not used.
void cmail_server(cmail_call *call, const char *url, int32_t needs_tls);
/// Signs in by PLAIN or LOGIN (RFC 4616), where the server offers one of them.
void cmail_sign_in(cmail_call *call, const char *user, const char *password);
/// Trusts the authorities of a PEM file in the place of those of the system.
void cmail_authorities(cmail_call *call, const char *path);
/// The sender and the recipient of the envelope, as `local@host`.
void cmail_envelope(cmail_call *call, const char *from, const char *to);
/// Bounds the time until the session is open, and that of the whole call, in milliseconds.
void cmail_times(cmail_call *call, int64_t until_open, int64_t whole);

/// Sends a message, which blocks; its lines end with CR LF, dots at their beginning are doubled on the way.
cmail_end cmail_send(cmail_call *call, const void *bytes, size_t length);
/// Lets `cmail_send` end within about a second; may be called from any thread while the call lives.
void cmail_stop(cmail_call *call);

// What happened, to be asked after `cmail_send`; texts live as long as the call.

/// Whether there was a connection.
int32_t cmail_is_connected(const cmail_call *call);
/// The version of TLS, such as "TLSv1.3"; empty where nothing was encrypted.
const char *cmail_protocol(const cmail_call *call);
/// Whether the server took user and password.
int32_t cmail_is_signed_in(const cmail_call *call);
/// The last command before the end; QUIT does not count.
cmail_step cmail_last_step(const cmail_call *call);
/// The server's reply code to that command; 0 where none came.
int32_t cmail_reply(const cmail_call *call);
/// The words of that reply without its code, lines joined by blanks, in the bytes of the server.
const char *cmail_said(const cmail_call *call);
/// Why a call failed, in the words of libcurl; may be empty.
const char *cmail_reason(const cmail_call *call);

#endif
