import Dispatch
import Foundation
import Logging
import ServiceLifecycle

/// Ends the program when something keeps it from ending by itself, such as a COMMIT that waits for a standby in vain.
///
/// Nothing is lost by it that ending by itself would keep: store and index survive a crash at any moment.
struct EndInTime: Service {
    /// How long after it was told to end.
    let limit: DispatchTimeInterval
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        // A thread of its own, because those of the tasks may all be waiting.
        DispatchQueue(label: "end-in-time").asyncAfter(deadline: .now() + limit) {
            logger.error("the node did not end in time and is cut off")
            _exit(1)
        }
    }
}
