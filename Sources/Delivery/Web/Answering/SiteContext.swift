package import Hummingbird
import NIOCore

/// What Hummingbird knows of a request; everything else is in the visit.
package struct SiteContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address at the other end of the connection; nil where there is no network.
    package var peer: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }
}
