// The C interface of libpq (https://www.postgresql.org/docs/current/libpq.html), imported by PostgresDriver only.
#include <libpq-fe.h>
