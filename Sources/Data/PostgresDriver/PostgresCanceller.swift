internal import CPQ

/// What interrupts the statement that a connection runs; libpq lets any thread use it.
@safe final class PostgresCanceller: @unchecked Sendable {
    // Never changed, and freed with this object.
    private let pointer: OpaquePointer

    /// Takes over what libpq made.
    init(taking pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe PQfreeCancel(pointer)
    }

    /// Tells the server, on a connection of its own; whether it came in time shows in the statement's result.
    func cancel() {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = unsafe PQcancel(pointer, message.baseAddress, Int32(message.count))
        }
    }
}
