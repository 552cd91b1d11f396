import Dispatch

/// A thread on which an actor runs that computes long or blocks on files, so that no cooperative thread does.
final class LogThread: SerialExecutor {
    private let queue: DispatchQueue

    /// Names the thread for debuggers; it works in the background, and searches go before it.
    init(name: String) {
        queue = DispatchQueue(label: name, qos: .background)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        queue.async { [self] in
            unsafe unowned.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}
