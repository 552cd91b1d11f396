#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__)

#include <immintrin.h>

int32_t huizhi_has_avx2(void) {
    // A virtual machine may hide any of them.
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi") ? 1 : 0;
}

// Eight numbers of `width` bits begin in every `width` bytes, so that the same shuffle and the same shifts serve all the
// way: four numbers come from the sixteen bytes at the first one, four from those at the fifth.
typedef struct {
    __m256i shuffle, shifts, mask;
    size_t fifth;
} Plan;

__attribute__((target("avx2"))) static inline Plan plan(uint32_t phase, uint32_t width) {
    const __m256i lanes = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    const __m256i bits =
        _mm256_add_epi32(_mm256_mullo_epi32(lanes, _mm256_set1_epi32((int)width)), _mm256_set1_epi32((int)phase));
    Plan plan;
    plan.fifth = (phase + 4 * width) >> 3;
    const __m256i starts =
        _mm256_setr_epi32(0, 0, 0, 0, (int)plan.fifth, (int)plan.fifth, (int)plan.fifth, (int)plan.fifth);
    const __m256i bytes = _mm256_sub_epi32(_mm256_srli_epi32(bits, 3), starts);
    plan.shuffle = _mm256_add_epi32(_mm256_mullo_epi32(bytes, _mm256_set1_epi32(0x01010101)),
                                    _mm256_set1_epi32(0x03020100));
    plan.shifts = _mm256_and_si256(bits, _mm256_set1_epi32(7));
    plan.mask = _mm256_set1_epi32((int)((1u << width) - 1));
    return plan;
}

__attribute__((target("avx2"))) static inline __m256i eight(const unsigned char *bytes, const Plan *plan) {
    const __m256i both = _mm256_loadu2_m128i((const __m128i *)(bytes + plan->fifth), (const __m128i *)bytes);
    return _mm256_and_si256(_mm256_srlv_epi32(_mm256_shuffle_epi8(both, plan->shuffle), plan->shifts), plan->mask);
}

__attribute__((target("avx2"))) void huizhi_unpack(const void *bytes, uint32_t phase, uint32_t width, size_t count,
                                                   uint32_t *numbers) {
    const unsigned char *next = bytes;
    const Plan steps = plan(phase, width);
    size_t done = 0;
    for (; done + 8 <= count; done += 8, next += width) {
        _mm256_storeu_si256((__m256i *)(numbers + done), eight(next, &steps));
    }
    if (done < count) {
        uint32_t rest[8];
        _mm256_storeu_si256((__m256i *)rest, eight(next, &steps));
        memcpy(numbers + done, rest, (count - done) * sizeof *rest);
    }
}

__attribute__((target("avx2"))) void huizhi_unpack_ascending(const void *bytes, uint32_t width, size_t count,
                                                             uint32_t previous, uint32_t *numbers) {
    const unsigned char *next = bytes;
    const Plan steps = plan(0, width);
    const __m256i ones = _mm256_set1_epi32(1), last = _mm256_set1_epi32(7);
    __m256i before = _mm256_set1_epi32((int)previous);
    for (size_t done = 0; done < count; done += 8, next += width) {
        __m256i sums = _mm256_add_epi32(eight(next, &steps), ones);
        sums = _mm256_add_epi32(sums, _mm256_slli_si256(sums, 4));
        sums = _mm256_add_epi32(sums, _mm256_slli_si256(sums, 8));
        const __m256i low = _mm256_permutevar8x32_epi32(sums, _mm256_set1_epi32(3));
        sums = _mm256_add_epi32(sums, _mm256_blend_epi32(_mm256_setzero_si256(), low, 0xF0));
        sums = _mm256_add_epi32(sums, before);
        before = _mm256_permutevar8x32_epi32(sums, last);
        if (done + 8 <= count) {
            _mm256_storeu_si256((__m256i *)(numbers + done), sums);
        } else {
            uint32_t rest[8];
            _mm256_storeu_si256((__m256i *)rest, sums);
            memcpy(numbers + done, rest, (count - done) * sizeof *rest);
        }
    }
}

#else

int32_t huizhi_has_avx2(void) { return 0; }

void huizhi_unpack(const void *bytes, uint32_t phase, uint32_t width, size_t count, uint32_t *numbers) {
    (void)bytes, (void)phase, (void)width, (void)count, (void)numbers;
}

void huizhi_unpack_ascending(const void *bytes, uint32_t width, size_t count, uint32_t previous, uint32_t *numbers) {
    (void)bytes, (void)width, (void)count, (void)previous, (void)numbers;
}

#endif
