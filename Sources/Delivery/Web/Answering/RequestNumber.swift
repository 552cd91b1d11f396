import Synchronization

/// Ids of requests: unlikely to meet again, short enough to be read out on the telephone.
final class RequestNumber: Sendable {
    private let next = Atomic<UInt32>(0)
    private let start: UInt32

    init() {
        start = UInt32.random(in: 0...UInt32.max)
    }

    /// Sixteen hexadecimal digits: the start of the program and a running number.
    func make() -> String {
        let number = next.wrappingAdd(1, ordering: .relaxed).newValue
        return Self.digits(start) + Self.digits(number)
    }

    private static func digits(_ value: UInt32) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 8 - text.count) + text
    }
}
