#include "CKernels.h"

#include <string.h>

#if defined(__x86_64__)

#include <immintrin.h>

int32_t huizhi_crc32c_is_supported(void) { return __builtin_cpu_supports("sse4.2") ? 1 : 0; }

__attribute__((target("sse4.2"))) uint32_t huizhi_crc32c(uint32_t checksum, const void *bytes, size_t count) {
    const unsigned char *next = bytes;
    uint64_t state = (uint32_t)~checksum;
    for (; count >= 8; count -= 8, next += 8) {
        uint64_t word;
        memcpy(&word, next, sizeof word);
        state = _mm_crc32_u64(state, word);
    }
    for (; count > 0; count--, next++) {
        state = _mm_crc32_u8((uint32_t)state, *next);
    }
    return ~(uint32_t)state;
}

#elif defined(__aarch64__) && defined(__linux__)

#include <arm_acle.h>
#include <asm/hwcap.h>
#include <sys/auxv.h>

int32_t huizhi_crc32c_is_supported(void) { return (getauxval(AT_HWCAP) & HWCAP_CRC32) ? 1 : 0; }

__attribute__((target("crc"))) uint32_t huizhi_crc32c(uint32_t checksum, const void *bytes, size_t count) {
    const unsigned char *next = bytes;
    uint32_t state = ~checksum;
    for (; count >= 8; count -= 8, next += 8) {
        uint64_t word;
        memcpy(&word, next, sizeof word);
        state = __crc32cd(state, word);
    }
    for (; count > 0; count--, next++) {
        state = __crc32cb(state, *next);
    }
    return ~state;
}

#else

int32_t huizhi_crc32c_is_supported(void) { return 0; }

uint32_t huizhi_crc32c(uint32_t checksum, const void *bytes, size_t count) {
    (void)bytes;
    (void)count;
    return checksum;
}

#endif
