#ifndef HUIZHI_CKERNELS_H
#define HUIZHI_CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// 1 when this processor has an instruction for CRC-32C, else 0.
int32_t huizhi_crc32c_is_supported(void);

/// Continues a CRC-32C over `count` bytes.
///
/// Takes and returns the value as it is stored, so a fresh checksum starts with 0. Call it only after
/// `huizhi_crc32c_is_supported` returned 1. `bytes` may have any alignment and may be null when `count` is 0.
uint32_t huizhi_crc32c(uint32_t checksum, const void *bytes, size_t count);

/// 1 when this processor has AVX2, POPCNT and BMI; only then may the functions below be called.
int32_t huizhi_has_avx2(void);

/// Writes `count` numbers of `width` bits, 1 to 25, laid end to end from bit `phase`, 0 to 7, of the first byte on.
///
/// `bytes` must be readable up to 32 bytes behind the last number.
void huizhi_unpack(const void *bytes, uint32_t phase, uint32_t width, size_t count, uint32_t *numbers);

/// Writes `count` ascending numbers: each is the one before, at first `previous`, plus 1 plus the next of the numbers of
/// `width` bits, 1 to 24, laid end to end from `bytes` on.
///
/// Sums that pass 32 bits start again at 0. `bytes` must be readable up to 32 bytes behind the last number.
void huizhi_unpack_ascending(const void *bytes, uint32_t width, size_t count, uint32_t previous, uint32_t *numbers);

/// A word that may stand at any address.
typedef uint64_t huizhi_unaligned_word __attribute__((aligned(1)));

/// Combine `count` words with as many others; those of `huizhi_bits_or` may stand at any address.
void huizhi_bits_or(uint64_t *words, const void *others, size_t count);
void huizhi_bits_and(uint64_t *words, const uint64_t *others, size_t count);
void huizhi_bits_and_not(uint64_t *words, const uint64_t *others, size_t count);
void huizhi_bits_xor(uint64_t *words, const uint64_t *others, size_t count);

/// The bits that are set in `count` words.
size_t huizhi_bits_count(const uint64_t *words, size_t count);

/// The same of words of 32 bits.
size_t huizhi_bits_count_small(const uint32_t *words, size_t count);

/// Writes the place of each bit that is set in `count` words, ascending, increased by `first`.
void huizhi_bits_list(const uint64_t *words, size_t count, uint32_t first, uint32_t *numbers);

/// Sets the bits of `count` numbers less `first`; all must lie within the words.
void huizhi_bits_mark(uint64_t *words, const uint32_t *numbers, size_t count, uint32_t first);

/// Clears the bits whose value is below `least` or no number; there are 64 values for each of `count` words.
void huizhi_bits_keep(uint64_t *words, size_t count, const double *values, double least);

/// Makes the bits 1 whose value is not below `least`, all others 0; there are 64 values for each of `count` words.
void huizhi_sums_reach(uint64_t *words, size_t count, const uint16_t *values, uint16_t least);

/// Adds to the value at each of `count` places, less `first`, what a table of 128 has for the lowest 7 bits of the
/// place's number; sums that pass 16 bits start again at 0.
void huizhi_sums_add(uint16_t *values, const uint32_t *places, uint32_t first, const uint32_t *numbers, size_t count,
                     const uint16_t *table);

/// Writes the sums of the bits that are set in the words so far: `count` sums, one behind each word.
void huizhi_bits_sums(const uint32_t *words, size_t count, uint32_t *sums);

/// How many of `count` numbers are below a bound.
size_t huizhi_count_below(const uint32_t *numbers, size_t count, uint32_t bound);

#endif
