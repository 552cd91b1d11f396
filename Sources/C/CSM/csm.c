#include "csm.h"

#include <openssl/evp.h>

int csm_sm3(const uint8_t *bytes, size_t count, uint8_t *digest) {
    unsigned int length = 32;
    return EVP_Digest(bytes, count, digest, &length, EVP_sm3(), NULL) == 1 && length == 32;
}
