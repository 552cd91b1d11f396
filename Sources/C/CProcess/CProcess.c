// Both functions are extensions, which the headers show only under this name; Swift does not set it.
#define _GNU_SOURCE

#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

int32_t huizhi_process_temporary(char *pattern) {
    int descriptor = mkostemp(pattern, O_CLOEXEC);
    return descriptor < 0 ? -errno : descriptor;
}

int32_t huizhi_process_close_from(posix_spawn_file_actions_t *actions, int32_t first) {
#ifdef __GLIBC__
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
#else
    (void)actions;
    (void)first;
    return 0;
#endif
}
