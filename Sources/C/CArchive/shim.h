// The C interface of libarchive (https://www.libarchive.org), imported by Formats only.
#include <archive.h>
#include <archive_entry.h>
