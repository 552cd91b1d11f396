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
