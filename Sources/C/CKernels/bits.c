#include "CKernels.h"

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,popcnt,bmi")))
#else
#define WIDE
#endif

WIDE void huizhi_bits_or(uint64_t *words, const void *others, size_t count) {
    const huizhi_unaligned_word *next = others;
    for (size_t place = 0; place < count; place++) words[place] |= next[place];
}

WIDE void huizhi_bits_and(uint64_t *words, const uint64_t *others, size_t count) {
    for (size_t place = 0; place < count; place++) words[place] &= others[place];
}

WIDE void huizhi_bits_and_not(uint64_t *words, const uint64_t *others, size_t count) {
    for (size_t place = 0; place < count; place++) words[place] &= ~others[place];
}

WIDE void huizhi_bits_xor(uint64_t *words, const uint64_t *others, size_t count) {
    for (size_t place = 0; place < count; place++) words[place] ^= others[place];
}

WIDE size_t huizhi_bits_count(const uint64_t *words, size_t count) {
    size_t sum = 0;
    for (size_t place = 0; place < count; place++) sum += (size_t)__builtin_popcountll(words[place]);
    return sum;
}

WIDE void huizhi_bits_mark(uint64_t *words, const uint32_t *numbers, size_t count, uint32_t first) {
    for (size_t place = 0; place < count; place++) {
        const uint32_t bit = numbers[place] - first;
        words[bit >> 6] |= (uint64_t)1 << (bit & 63);
    }
}

WIDE void huizhi_bits_list(const uint64_t *words, size_t count, uint32_t first, uint32_t *numbers) {
    for (size_t place = 0; place < count; place++, first += 64) {
        for (uint64_t rest = words[place]; rest != 0; rest &= rest - 1) {
            *numbers++ = first + (uint32_t)__builtin_ctzll(rest);
        }
    }
}

WIDE size_t huizhi_bits_count_small(const uint32_t *words, size_t count) {
    size_t sum = 0;
    for (size_t place = 0; place < count; place++) sum += (size_t)__builtin_popcount(words[place]);
    return sum;
}

WIDE void huizhi_bits_sums(const uint32_t *words, size_t count, uint32_t *sums) {
    uint32_t sum = 0;
    for (size_t place = 0; place < count; place++) {
        sum += (uint32_t)__builtin_popcount(words[place]);
        sums[place] = sum;
    }
}

#if defined(__x86_64__)

#include <immintrin.h>

// With fewer bits, asking for each takes less time than comparing all 64 values.
enum { FEW_BITS = 12 };

static inline uint64_t few(uint64_t word, const double *values, double least) {
    for (uint64_t rest = word; rest != 0; rest &= rest - 1) {
        if (!(values[__builtin_ctzll(rest)] >= least)) word ^= rest & -rest;
    }
    return word;
}

WIDE void huizhi_bits_keep(uint64_t *words, size_t count, const double *values, double least) {
    const __m256d bound = _mm256_set1_pd(least);
    for (size_t place = 0; place < count; place++, values += 64) {
        const uint64_t word = words[place];
        if (word == 0) continue;
        if (__builtin_popcountll(word) <= FEW_BITS) {
            words[place] = few(word, values, least);
            continue;
        }
        uint64_t kept = 0;
        for (size_t four = 0; four < 16; four++) {
            const __m256d reached = _mm256_cmp_pd(_mm256_loadu_pd(values + 4 * four), bound, _CMP_GE_OQ);
            kept |= (uint64_t)_mm256_movemask_pd(reached) << (4 * four);
        }
        words[place] = word & kept;
    }
}

#else

void huizhi_bits_keep(uint64_t *words, size_t count, const double *values, double least) {
    (void)words, (void)count, (void)values, (void)least;
}

#endif

WIDE size_t huizhi_count_below(const uint32_t *numbers, size_t count, uint32_t bound) {
    uint32_t sum = 0;
    for (size_t place = 0; place < count; place++) sum += numbers[place] < bound;
    return sum;
}
