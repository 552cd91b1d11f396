#ifndef HUIZHI_CLISTENER_H
#define HUIZHI_CLISTENER_H

#include <stdint.h>

/// Has a listening TCP socket take no new connections, while those that stand in its queue can still be accepted.
///
/// Closing the socket at once would reset the connections in the queue, on which clients may have sent requests by then.
/// Who tries to connect from now on waits, as if the packet had been lost, until the socket is closed, and is then
/// refused.
///
/// Returns 0, or the errno of the refusal; `descriptor` may be any number.
int32_t huizhi_listener_stop(int32_t descriptor);

#endif
