import Links
import Query

/// Sort keys as they stand in an address.
///
/// **Shape** `s` and sixteen hexadecimal digits: a score by its bits; `n` and a decimal number; `l` and the bytes of a label
/// in hexadecimal; `m`: nothing to sort by; `i`: the id alone.
extension Cursor {
    /// The place behind which an address begins; nil where its key is none.
    init?(_ cursor: PageCursor) {
        guard let key = SortKey(text: cursor.key) else { return nil }
        self.init(key: key, id: cursor.entry)
    }

    /// The place as an address names it.
    func page(at sequence: UInt64) -> PageCursor {
        PageCursor(key: key.text, sequence: sequence, entry: id)
    }
}

extension SortKey {
    fileprivate init?(text: String) {
        let rest = text.dropFirst()
        switch text.first {
        case "s":
            // A score that is no number would make no order.
            guard let bits = UInt64(rest, radix: 16), !Double(bitPattern: bits).isNaN else { return nil }
            self = .score(Double(bitPattern: bits))
        case "n":
            guard let number = Int64(rest) else { return nil }
            self = .number(number)
        case "l":
            let digits = Array(rest.utf8)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
            }
            guard 2 * bytes.count == digits.count else { return nil }
            self = .label(bytes)
        case "m" where rest.isEmpty: self = .missing
        case "i" where rest.isEmpty: self = .identifier
        default: return nil
        }
    }

    fileprivate var text: String {
        switch self {
        case .score(let score): "s" + String(score.bitPattern, radix: 16)
        case .number(let number): "n" + String(number)
        case .label(let bytes): "l" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        case .missing: "m"
        case .identifier: "i"
        }
    }
}
