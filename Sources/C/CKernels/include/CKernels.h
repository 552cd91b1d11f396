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

#endif
