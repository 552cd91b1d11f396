// A narrow view of libvips (https://www.libvips.org), linked by the program huizhi-images alone.
//
// Pictures come from outside and are hostile until they are read: what reads them has little memory and time, writes no
// byte to any file, opens few files at once, and is ended by whoever started it. These are limits of resources and no
// sandbox: code that took the process over could still read, rename and delete what its user may, and connect to others.
// Filters of system calls and paths (seccomp, Landlock) are not set yet.
#ifndef CVIPS_H
#define CVIPS_H

#include <stddef.h>
#include <stdint.h>

/// What the process may use from now on.
typedef struct {
    /// Bytes of address space.
    uint64_t memory;
    /// Seconds of processor time in its whole life.
    uint64_t seconds;
    /// Open files.
    uint64_t files;
} cvips_limits;

/// A picture as PNG; the bytes are the library's own until `cvips_free`.
typedef struct {
    void *bytes;
    size_t length;
    int32_t width;
    int32_t height;
} cvips_picture;

/// Starts the library, shuts every reader but those of TIFF, PNG, JPEG, GIF and WebP, and then
/// sets the limits.
///
/// Returns 0, or -1 with the reason in `cvips_reason`.
int cvips_start(const char *program, cvips_limits limits);

/// Reads a picture and writes it as PNG, made smaller where a side is longer than `side` pixels.
///
/// One of more than `pixels` pixels is refused by its header. What is transparent becomes white; a picture of one bit a
/// pixel stays one where its size stays. Returns 0, or -1 with the reason in `cvips_reason`.
int cvips_png(const void *bytes, size_t length, uint64_t pixels, uint32_t side, cvips_picture *picture);

/// Gives the bytes of a picture back.
void cvips_free(cvips_picture *picture);

/// Why the last call failed, in the library's words; valid until the next call.
const char *cvips_reason(void);

#endif
