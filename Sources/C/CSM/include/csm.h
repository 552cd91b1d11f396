// A narrow view of the commercial cryptography of China in OpenSSL 3, imported by Store only.
#ifndef CSM_H
#define CSM_H

#include <stddef.h>
#include <stdint.h>

/// The SM3 digest of bytes (GB/T 32905-2016); 32 bytes go to `digest`. Returns 1, or 0 where libcrypto has no SM3.
int csm_sm3(const uint8_t *bytes, size_t count, uint8_t *digest);

#endif
