#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

#include <string.h>

enum {
    maximumScalars = 64,
    // No code point becomes more than 18 under NFKC; each is at most two units.
    maximumUnits = maximumScalars * 18 * 2,
};

static const UNormalizer2 *normalizer(int32_t form, UErrorCode *error) {
    switch (form) {
    case CICU_NFKC_CASEFOLD:
        return unorm2_getNFKCCasefoldInstance(error);
    case CICU_NFD:
        return unorm2_getNFDInstance(error);
    default:
        return unorm2_getNFCInstance(error);
    }
}

int32_t cicu_normalize(int32_t form, const uint32_t *scalars, int32_t count, uint32_t *output, int32_t capacity) {
    if (count < 0 || count > maximumScalars) {
        return -1;
    }
    UChar source[maximumScalars * 2];
    int32_t length = 0;
    for (int32_t i = 0; i < count; i++) {
        U16_APPEND_UNSAFE(source, length, scalars[i]);
    }
    UChar result[maximumUnits];
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer2 = normalizer(form, &error);
    if (U_FAILURE(error)) {
        return -1;
    }
    int32_t produced = unorm2_normalize(normalizer2, source, length, result, maximumUnits, &error);
    if (U_FAILURE(error)) {
        return -1;
    }
    int32_t written = 0;
    for (int32_t i = 0; i < produced;) {
        UChar32 scalar;
        U16_NEXT(result, i, produced, scalar);
        if (written == capacity) {
            return -1;
        }
        output[written++] = (uint32_t)scalar;
    }
    return written;
}

bool cicu_has_boundary_before(uint32_t scalar) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *normalizer2 = unorm2_getNFKCCasefoldInstance(&error);
    return U_SUCCESS(error) && unorm2_hasBoundaryBefore(normalizer2, (UChar32)scalar);
}

int32_t cicu_general_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

int32_t cicu_combining_class(uint32_t scalar) { return u_getCombiningClass((UChar32)scalar); }

bool cicu_is_white_space(uint32_t scalar) { return u_isUWhiteSpace((UChar32)scalar); }

int32_t cicu_script(uint32_t scalar) {
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)scalar, &error)) {
    case USCRIPT_HAN:
        return 1;
    case USCRIPT_HIRAGANA:
        return 2;
    case USCRIPT_KATAKANA:
        return 3;
    case USCRIPT_HANGUL:
        return 4;
    default:
        return 0;
    }
}

void *cicu_transliterator_open(const char *name) {
    UChar identifier[64];
    if (strlen(name) >= sizeof identifier / sizeof *identifier) {
        return NULL;
    }
    u_uastrcpy(identifier, name);
    UErrorCode error = U_ZERO_ERROR;
    UTransliterator *transliterator = utrans_openU(identifier, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    return U_SUCCESS(error) ? transliterator : NULL;
}

void cicu_transliterator_close(void *transliterator) { utrans_close(transliterator); }

int32_t cicu_transliterate(
    void *transliterator, const uint16_t *text, int32_t length, uint16_t *output, int32_t capacity) {
    if (length < 0 || length > capacity) {
        return -1;
    }
    memcpy(output, text, (size_t)length * sizeof *output);
    UErrorCode error = U_ZERO_ERROR;
    int32_t produced = length;
    int32_t limit = length;
    utrans_transUChars(transliterator, output, &produced, capacity, 0, &limit, &error);
    return U_SUCCESS(error) ? produced : -1;
}

void *cicu_words_open(const char *locale) {
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, locale, NULL, 0, &error);
    return U_SUCCESS(error) ? words : NULL;
}

void cicu_words_close(void *words) { ubrk_close(words); }

int32_t cicu_words(void *words, const uint16_t *text, int32_t length, int32_t *ends, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    ubrk_setText(words, text, length, &error);
    if (U_FAILURE(error)) {
        return -1;
    }
    int32_t count = 0;
    ubrk_first(words);
    for (int32_t end = ubrk_next(words); end != UBRK_DONE; end = ubrk_next(words)) {
        if (count == capacity) {
            count = -1;
            break;
        }
        ends[count++] = end;
    }
    // The iterator must not keep the caller's text.
    static const UChar empty[1] = {0};
    error = U_ZERO_ERROR;
    ubrk_setText(words, empty, 0, &error);
    return count;
}

void cicu_versions(uint8_t *icu, uint8_t *unicode) {
    UVersionInfo version;
    u_getVersion(version);
    memcpy(icu, version, 4);
    u_getUnicodeVersion(version);
    memcpy(unicode, version, 4);
}
