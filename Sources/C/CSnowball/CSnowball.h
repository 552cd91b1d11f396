// libstemmer (Snowball), as Debian's libstemmer-dev installs it.
#ifndef HUIZHI_CSNOWBALL_H
#define HUIZHI_CSNOWBALL_H

#include <libstemmer.h>

#endif
