#include "CMail.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include <curl/curl.h>

struct cmail_call {
    CURL *curl;
    struct curl_slist *recipients;
    // The first option that could not be set.
    CURLcode fault;
    atomic_int is_stopped;

    const char *bytes;
    size_t length;
    size_t sent;

    cmail_step step;
    int reply;
    int is_signed_in;
    // The reply goes on on the next line.
    int is_open;
    // QUIT was said: the reply before it is the one that counts.
    int is_over;
    char said[1024];
    char protocol[16];
    char reason[CURL_ERROR_SIZE];
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start_library(void) {
    curl_global_init(CURL_GLOBAL_DEFAULT);
    // OpenSSL writes to sockets that the other side may have closed: an error to handle, not an end of the program.
    signal(SIGPIPE, SIG_IGN);
}

// MARK: What is heard

static int begins(const char *bytes, size_t length, const char *beginning) {
    size_t count = strlen(beginning);
    return length >= count && memcmp(bytes, beginning, count) == 0;
}

// What is sent to sign in is base64, which may spell a short command; it never holds a blank or colon.
static void note_command(cmail_call *call, const char *bytes, size_t length) {
    cmail_step step = call->step;
    if (begins(bytes, length, "EHLO ") || begins(bytes, length, "HELO ")) step = CMAIL_HELLO;
    else if (begins(bytes, length, "STARTTLS\r\n") && step == CMAIL_HELLO) step = CMAIL_STARTTLS;
    else if (begins(bytes, length, "AUTH ")) step = CMAIL_AUTH;
    else if (begins(bytes, length, "MAIL FROM:")) step = CMAIL_MAIL;
    else if (begins(bytes, length, "RCPT TO:")) step = CMAIL_RCPT;
    else if (begins(bytes, length, "DATA\r\n") && step == CMAIL_RCPT) step = CMAIL_DATA;
    else if (begins(bytes, length, "QUIT\r\n") && (step != CMAIL_AUTH || call->reply != 334)) {
        call->is_over = 1;
        return;
    }
    call->step = step;
    call->reply = 0;
    call->is_open = 0;
    call->said[0] = 0;
}

static void note_reply(cmail_call *call, const char *bytes, size_t length) {
    if (call->is_over || length < 3) return;
    for (size_t place = 0; place < 3; place++) {
        if (bytes[place] < '0' || bytes[place] > '9') return;
    }
    int goes_on = length > 3 && bytes[3] == '-';
    size_t used = call->is_open ? strlen(call->said) : 0;
    if (used > 0 && used + 1 < sizeof call->said) call->said[used++] = ' ';
    for (size_t place = 4; place < length && used + 1 < sizeof call->said; place++) {
        if (bytes[place] != '\r' && bytes[place] != '\n' && bytes[place] != 0) call->said[used++] = bytes[place];
    }
    call->said[used] = 0;
    call->is_open = goes_on;
    if (goes_on) return;
    call->reply = (bytes[0] - '0') * 100 + (bytes[1] - '0') * 10 + (bytes[2] - '0');
    if (call->step == CMAIL_AUTH && call->reply == 235) call->is_signed_in = 1;
}

// The version is for people to read; that the connection is encrypted at all is enforced by other means.
static void note_protocol(cmail_call *call, const char *bytes, size_t length) {
    static const char beginning[] = "SSL connection using ";
    if (!begins(bytes, length, beginning)) return;
    size_t used = 0;
    for (size_t place = sizeof beginning - 1; place < length && used + 1 < sizeof call->protocol; place++) {
        if (bytes[place] == ' ' || bytes[place] == '\n') break;
        call->protocol[used++] = bytes[place];
    }
    call->protocol[used] = 0;
}

static int hear(CURL *curl, curl_infotype type, char *bytes, size_t length, void *user) {
    (void)curl;
    switch (type) {
    case CURLINFO_TEXT: note_protocol(user, bytes, length); break;
    case CURLINFO_HEADER_OUT: note_command(user, bytes, length); break;
    case CURLINFO_HEADER_IN: note_reply(user, bytes, length); break;
    default: break;
    }
    return 0;
}

static size_t give(char *buffer, size_t size, size_t count, void *user) {
    cmail_call *call = user;
    if (call->step != CMAIL_TEXT) {
        call->step = CMAIL_TEXT;
        call->reply = 0;
        call->said[0] = 0;
    }
    size_t length = call->length - call->sent;
    if (length > size * count) length = size * count;
    memcpy(buffer, call->bytes + call->sent, length);
    call->sent += length;
    return length;
}

static int may_go_on(void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d) {
    (void)a, (void)b, (void)c, (void)d;
    return atomic_load(&((cmail_call *)user)->is_stopped);
}

// MARK: Setting up

static void note(cmail_call *call, CURLcode code) {
    if (call->fault == CURLE_OK) call->fault = code;
}

cmail_call *cmail_create(void) {
    pthread_once(&once, start_library);
    cmail_call *call = calloc(1, sizeof *call);
    if (call == NULL) return NULL;
    call->curl = curl_easy_init();
    if (call->curl == NULL) {
        free(call);
        return NULL;
    }
    CURL *curl = call->curl;
    note(call, curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps"));
    note(call, curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L));
    // The environment may name a proxy for other programs.
    note(call, curl_easy_setopt(curl, CURLOPT_PROXY, ""));
    note(call, curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2));
    note(call, curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L));
    note(call, curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L));
    note(call, curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L));
    note(call, curl_easy_setopt(curl, CURLOPT_READFUNCTION, give));
    note(call, curl_easy_setopt(curl, CURLOPT_READDATA, call));
    note(call, curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L));
    note(call, curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, hear));
    note(call, curl_easy_setopt(curl, CURLOPT_DEBUGDATA, call));
    note(call, curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L));
    note(call, curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, may_go_on));
    note(call, curl_easy_setopt(curl, CURLOPT_XFERINFODATA, call));
    note(call, curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, call->reason));
    return call;
}

void cmail_free(cmail_call *call) {
    // Ending says QUIT, which is still heard.
    curl_easy_cleanup(call->curl);
    curl_slist_free_all(call->recipients);
    free(call);
}

void cmail_server(cmail_call *call, const char *url, int32_t needs_tls) {
    note(call, curl_easy_setopt(call->curl, CURLOPT_URL, url));
    note(call, curl_easy_setopt(call->curl, CURLOPT_USE_SSL, (long)(needs_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE)));
}

void cmail_sign_in(cmail_call *call, const char *user, const char *password) {
    note(call, curl_easy_setopt(call->curl, CURLOPT_USERNAME, user));
    note(call, curl_easy_setopt(call->curl, CURLOPT_PASSWORD, password));
    // Others would ask for a ticket of Kerberos or a domain of Windows first when the user has an @.
    note(call, curl_easy_setopt(call->curl, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN"));
}

void cmail_authorities(cmail_call *call, const char *path) {
    note(call, curl_easy_setopt(call->curl, CURLOPT_CAINFO, path));
    // Those of the system lie in a folder too.
    note(call, curl_easy_setopt(call->curl, CURLOPT_CAPATH, NULL));
}

void cmail_envelope(cmail_call *call, const char *from, const char *to) {
    note(call, curl_easy_setopt(call->curl, CURLOPT_MAIL_FROM, from));
    curl_slist_free_all(call->recipients);
    call->recipients = curl_slist_append(NULL, to);
    if (call->recipients == NULL) note(call, CURLE_OUT_OF_MEMORY);
    note(call, curl_easy_setopt(call->curl, CURLOPT_MAIL_RCPT, call->recipients));
}

void cmail_times(cmail_call *call, int64_t until_open, int64_t whole) {
    note(call, curl_easy_setopt(call->curl, CURLOPT_CONNECTTIMEOUT_MS, (long)until_open));
    note(call, curl_easy_setopt(call->curl, CURLOPT_TIMEOUT_MS, (long)whole));
}

// MARK: Sending

static cmail_end end_of(CURLcode code) {
    switch (code) {
    case CURLE_OK: return CMAIL_SENT;
    case CURLE_COULDNT_RESOLVE_HOST: return CMAIL_NO_SUCH_HOST;
    case CURLE_COULDNT_CONNECT:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR: return CMAIL_NO_CONNECTION;
    case CURLE_OPERATION_TIMEDOUT: return CMAIL_TIME;
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR: return CMAIL_NO_TLS;
    case CURLE_PEER_FAILED_VERIFICATION: return CMAIL_CERTIFICATE;
    case CURLE_SSL_CACERT_BADFILE: return CMAIL_AUTHORITIES;
    case CURLE_LOGIN_DENIED: return CMAIL_SIGN_IN;
    case CURLE_ABORTED_BY_CALLBACK: return CMAIL_STOPPED;
    case CURLE_OUT_OF_MEMORY:
    case CURLE_FAILED_INIT:
    case CURLE_UNKNOWN_OPTION:
    case CURLE_NOT_BUILT_IN:
    case CURLE_UNSUPPORTED_PROTOCOL: return CMAIL_UNUSABLE;
    default: return CMAIL_OTHER;
    }
}

cmail_end cmail_send(cmail_call *call, const void *bytes, size_t length) {
    call->bytes = bytes;
    call->length = length;
    call->sent = 0;
    note(call, curl_easy_setopt(call->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length));
    if (call->fault != CURLE_OK) {
        strncpy(call->reason, curl_easy_strerror(call->fault), sizeof call->reason - 1);
        return CMAIL_UNUSABLE;
    }
    CURLcode code = curl_easy_perform(call->curl);
    call->bytes = NULL;
    call->length = 0;
    call->sent = 0;
    if (code != CURLE_OK && call->reason[0] == 0) {
        strncpy(call->reason, curl_easy_strerror(code), sizeof call->reason - 1);
    }
    // A handshake that ended in a refusal of the certificate encrypted nothing.
    if (code == CURLE_PEER_FAILED_VERIFICATION) call->protocol[0] = 0;
    return end_of(code);
}

void cmail_stop(cmail_call *call) { atomic_store(&call->is_stopped, 1); }

int32_t cmail_is_connected(const cmail_call *call) {
    curl_off_t microseconds = 0;
    return curl_easy_getinfo(call->curl, CURLINFO_CONNECT_TIME_T, &microseconds) == CURLE_OK && microseconds > 0;
}

const char *cmail_protocol(const cmail_call *call) { return call->protocol; }

int32_t cmail_is_signed_in(const cmail_call *call) { return call->is_signed_in; }

cmail_step cmail_last_step(const cmail_call *call) { return call->step; }

int32_t cmail_reply(const cmail_call *call) { return call->reply; }

const char *cmail_said(const cmail_call *call) { return call->said; }

const char *cmail_reason(const cmail_call *call) { return call->reason; }
