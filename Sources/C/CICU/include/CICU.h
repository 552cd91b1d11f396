// Thin C functions around ICU4C, so that ICU's versioned symbol names stay out of Swift.
//
// Scalars are Unicode code points in uint32_t; text is UTF-16 where ICU wants it so. No function keeps a
// pointer it was given. Functions that can fail return a negative number or NULL and change nothing.
#ifndef HUIZHI_CICU_H
#define HUIZHI_CICU_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

enum {
    CICU_NFKC_CASEFOLD = 0,
    CICU_NFD = 1,
    CICU_NFC = 2,
};

// Normalises at most 64 code points; returns how many were written, or -1 when `capacity` is too small.
int32_t cicu_normalize(int32_t form, const uint32_t *scalars, int32_t count, uint32_t *output, int32_t capacity);

// False when a character can change, or vanish into, what stands before it (marks, jamo, zero-width characters).
bool cicu_has_boundary_before(uint32_t scalar);

// The general category as ICU numbers it (U_UPPERCASE_LETTER = 1 ...).
int32_t cicu_general_category(uint32_t scalar);

// The canonical combining class.
int32_t cicu_combining_class(uint32_t scalar);

bool cicu_is_white_space(uint32_t scalar);

// 1 Han, 2 Hiragana, 3 Katakana, 4 Hangul, 0 any other script.
int32_t cicu_script(uint32_t scalar);

// A transliterator by its ICU name in ASCII, or NULL. One thread at a time may use it.
void *_Nullable cicu_transliterator_open(const char *name);
void cicu_transliterator_close(void *transliterator);

// Transliterates UTF-16; returns the length of the result, or -1 when it does not fit `capacity`.
int32_t cicu_transliterate(
    void *transliterator, const uint16_t *text, int32_t length, uint16_t *output, int32_t capacity);

// A word break iterator for a locale, or NULL. One thread at a time may use it.
void *_Nullable cicu_words_open(const char *locale);
void cicu_words_close(void *words);

// The UTF-16 offsets at which a word of `text` ends; returns how many were written, or -1 when they do not fit.
int32_t cicu_words(void *words, const uint16_t *text, int32_t length, int32_t *ends, int32_t capacity);

// Versions as four numbers each.
void cicu_versions(uint8_t *icu, uint8_t *unicode);

#pragma clang assume_nonnull end

#endif
