// A narrow view of the commercial cryptography of China in OpenSSL 3, imported by Store only.
//
// Signatures are those of SM2 over SM3 with the signer's id 1234567812345678 (GB/T 32918.2-2016, GB/T 35276-2017), as DER of
// the two numbers r and s. Every function returns 1, or 0 where something is no key, does not fit, or libcrypto lacks it.
#ifndef CSM_H
#define CSM_H

#include <stddef.h>
#include <stdint.h>

/// The SM3 digest of bytes (GB/T 32905-2016); 32 bytes go to `digest`.
int csm_sm3(const uint8_t *bytes, size_t count, uint8_t *digest);

/// The public point of a secret of 32 bytes; 65 bytes go to `point`: 4, x, y.
int csm_sm2_public(const uint8_t *secret, uint8_t *point);

/// Signs bytes with a secret of 32 bytes; at most 72 bytes go to `signature`, and how many to `length`.
int csm_sm2_sign(const uint8_t *secret, const uint8_t *bytes, size_t count, uint8_t *signature, size_t *length);

/// Whether a signature of `length` bytes over bytes is by who has the secret of a point of 65 bytes.
int csm_sm2_verify(const uint8_t *point, const uint8_t *bytes, size_t count, const uint8_t *signature, size_t length);

#endif
