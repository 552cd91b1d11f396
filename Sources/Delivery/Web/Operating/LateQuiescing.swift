import NIOCore

/// Lets a connection live a moment longer when the server closes, because a request may be on its way on it.
///
/// Without this a connection that was accepted just before, and on which nothing has been read yet, would be closed as
/// an idle one.
final class LateQuiescing: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    /// How long a request has time to arrive.
    static let patience = TimeAmount.milliseconds(250)

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.patience) {
            context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        }
    }
}
