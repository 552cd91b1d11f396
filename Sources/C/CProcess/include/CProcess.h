#ifndef HUIZHI_CPROCESS_H
#define HUIZHI_CPROCESS_H

#include <spawn.h>
#include <stdint.h>

/// Opens a new temporary file that no program started meanwhile inherits.
///
/// `pattern` ends with six letters X and a zero; the letters are replaced. Returns the descriptor, or the errno of the
/// refusal as a negative number.
int32_t huizhi_process_temporary(char *pattern);

/// Has a program that is to be started close every descriptor from `first` on.
///
/// Returns 0, or an errno. C libraries other than glibc have no such action; there descriptors are closed by their own
/// flag O_CLOEXEC alone, and the answer is 0.
int32_t huizhi_process_close_from(posix_spawn_file_actions_t *actions, int32_t first);

#endif
