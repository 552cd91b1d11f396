#include "csm.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/param_build.h>

int csm_sm3(const uint8_t *bytes, size_t count, uint8_t *digest) {
    unsigned int length = 32;
    return EVP_Digest(bytes, count, digest, &length, EVP_sm3(), NULL) == 1 && length == 32;
}

// The id of every signer, where none was agreed: GB/T 35276-2017 section 10.
static const char signer[] = "1234567812345678";

int csm_sm2_public(const uint8_t *secret, uint8_t *point) {
    EC_GROUP *group = EC_GROUP_new_by_curve_name(NID_sm2);
    BIGNUM *number = BN_bin2bn(secret, 32, NULL);
    EC_POINT *product = group ? EC_POINT_new(group) : NULL;
    int done = 0;
    if (number && product) {
        BIGNUM *most = BN_dup(EC_GROUP_get0_order(group));
        // A secret is from 1 to n - 2: GB/T 32918.1-2016 section 6.1.
        done = most && BN_sub_word(most, 2) && !BN_is_zero(number) && BN_cmp(number, most) <= 0
            && EC_POINT_mul(group, product, number, NULL, NULL, NULL)
            && EC_POINT_point2oct(group, product, POINT_CONVERSION_UNCOMPRESSED, point, 65, NULL) == 65;
        BN_free(most);
    }
    EC_POINT_free(product);
    BN_clear_free(number);
    EC_GROUP_free(group);
    return done;
}

// A key of its public point and, where that is known, its secret; NULL where they are none.
static EVP_PKEY *key(const uint8_t *secret, const uint8_t *point) {
    EVP_PKEY *made = NULL;
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "SM2", NULL);
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    BIGNUM *number = secret ? BN_bin2bn(secret, 32, NULL) : NULL;
    OSSL_PARAM *values = NULL;
    if (context && builder && (!secret || number)
        && OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0)
        && OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point, 65)
        && (!secret || OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_PRIV_KEY, number))) {
        values = OSSL_PARAM_BLD_to_param(builder);
    }
    if (values && EVP_PKEY_fromdata_init(context) == 1
        && EVP_PKEY_fromdata(context, &made, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, values) != 1) {
        EVP_PKEY_free(made);
        made = NULL;
    }
    OSSL_PARAM_free(values);
    BN_clear_free(number);
    OSSL_PARAM_BLD_free(builder);
    EVP_PKEY_CTX_free(context);
    return made;
}

int csm_sm2_sign(const uint8_t *secret, const uint8_t *bytes, size_t count, uint8_t *signature, size_t *length) {
    uint8_t point[65];
    if (!csm_sm2_public(secret, point)) return 0;
    EVP_PKEY *pair = key(secret, point);
    EVP_PKEY_CTX *context = pair ? EVP_PKEY_CTX_new(pair, NULL) : NULL;
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    int done = 0;
    *length = 72;
    if (context && digest && EVP_PKEY_CTX_set1_id(context, signer, sizeof signer - 1) == 1) {
        EVP_MD_CTX_set_pkey_ctx(digest, context);
        done = EVP_DigestSignInit(digest, NULL, EVP_sm3(), NULL, pair) == 1
            && EVP_DigestSign(digest, signature, length, bytes, count) == 1;
    }
    EVP_MD_CTX_free(digest);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(pair);
    return done;
}

int csm_sm2_verify(const uint8_t *point, const uint8_t *bytes, size_t count, const uint8_t *signature, size_t length) {
    EVP_PKEY *holder = key(NULL, point);
    EVP_PKEY_CTX *context = holder ? EVP_PKEY_CTX_new(holder, NULL) : NULL;
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    int fits = 0;
    if (context && digest && EVP_PKEY_CTX_set1_id(context, signer, sizeof signer - 1) == 1) {
        EVP_MD_CTX_set_pkey_ctx(digest, context);
        fits = EVP_DigestVerifyInit(digest, NULL, EVP_sm3(), NULL, holder) == 1
            && EVP_DigestVerify(digest, signature, length, bytes, count) == 1;
    }
    EVP_MD_CTX_free(digest);
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(holder);
    return fits;
}
