// The C interface of libzstd (https://github.com/facebook/zstd), imported by Store only.
#include <zstd.h>
#include <zstd_errors.h>
