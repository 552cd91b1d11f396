// The C interface of zlib (https://zlib.net), imported by Web only.
#define ZLIB_CONST
#include <zlib.h>

// deflateInit2 is a macro, which Swift cannot see. 15 + 16 asks for the largest window and the frame of gzip (RFC 1952).
static inline int huizhi_gzip_begin(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
