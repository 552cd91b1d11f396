#include "CListener.h"

#include <errno.h>
#include <linux/filter.h>
#include <stddef.h>
#include <sys/socket.h>

// A filter on a TCP socket sees each packet from its TCP header on (Linux, Documentation/networking/filter.rst). Octet
// 13 of that header holds the flags (RFC 9293 section 3.1); SYN, which only begins a connection, is 2. Packets of
// connections whose handshake is under way pass, so that these get into the queue too.
int32_t huizhi_listener_stop(int32_t descriptor) {
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, 13),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x02, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0),
        BPF_STMT(BPF_RET | BPF_K, 0xFFFFFFFF),
    };
    struct sock_fprog program = {.len = sizeof code / sizeof code[0], .filter = code};
    // The system copies the program before the call returns.
    if (setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program) != 0) return errno;
    return 0;
}
