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

    /// The id that somebody before us gave to a request, or a new one where that is none that a log could hold.
    func keep(_ given: String?) -> String {
        guard let given, (8...64).contains(given.utf8.count), given.utf8.allSatisfy(Self.isPlain) else { return make() }
        return given
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func digits(_ value: UInt32) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: 8 - text.count) + text
    }
}
