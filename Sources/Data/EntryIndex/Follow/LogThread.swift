import Dispatch

/// A thread on which an actor runs that computes long or blocks on files, so that no cooperative thread does.
final class LogThread: SerialExecutor {
    private let queue: DispatchQueue

    /// Names the thread for debuggers.
    init(name: String) {
        queue = DispatchQueue(label: name)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        queue.async { [self] in
            unsafe unowned.runSynchronously(on: asUnownedSerialExecutor())
        }
    }
}
