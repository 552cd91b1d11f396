#include "CKernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

// A bit for each of 32 values that is not below the bound.
__attribute__((target("avx2"))) static inline uint32_t reached(const uint16_t *values, __m256i bound) {
    const __m256i low = _mm256_loadu_si256((const __m256i *)values);
    const __m256i high = _mm256_loadu_si256((const __m256i *)(values + 16));
    const __m256i is_low = _mm256_cmpeq_epi16(_mm256_max_epu16(low, bound), low);
    const __m256i is_high = _mm256_cmpeq_epi16(_mm256_max_epu16(high, bound), high);
    // Packing works within halves; the quarters are put in their order again.
    return (uint32_t)_mm256_movemask_epi8(_mm256_permute4x64_epi64(_mm256_packs_epi16(is_low, is_high), 0xD8));
}

__attribute__((target("avx2"))) void huizhi_sums_reach(uint64_t *words, size_t count, const uint16_t *values,
                                                       uint16_t least) {
    const __m256i bound = _mm256_set1_epi16((short)least);
    for (size_t place = 0; place < count; place++, values += 64) {
        words[place] = reached(values, bound) | (uint64_t)reached(values + 32, bound) << 32;
    }
}

#else

void huizhi_sums_reach(uint64_t *words, size_t count, const uint16_t *values, uint16_t least) {
    (void)words, (void)count, (void)values, (void)least;
}

#endif

void huizhi_sums_add(uint16_t *values, const uint32_t *places, uint32_t first, const uint32_t *numbers, size_t count,
                     const uint16_t *table) {
    for (size_t next = 0; next < count; next++) values[places[next] - first] += table[numbers[next] & 0x7F];
}
