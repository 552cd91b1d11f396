/// Writes one encodable value; a value that encodes nothing is an empty object.
///
/// A value of its own is a place in the stack of values that have begun, so that parts cost no memory of their own.
struct CanonicalEncoder: Encoder {
    let output: CanonicalOutput
    /// Which of the values that have begun it is, the outermost being 0.
    let depth: Int

    // Paths are put together only when something is refused.
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// An encoder for a whole value with bytes of its own.
    init() {
        output = CanonicalOutput()
        depth = output.buffer.begin()
    }

    private init(part output: CanonicalOutput) {
        self.output = output
        depth = output.buffer.begin()
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        // A value may ask several times, to lay the members of its parts side by side.
        output.buffer.becomeObject(depth)
        return KeyedEncodingContainer(CanonicalKeyedContainer(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        output.buffer.becomeArray(depth)
        return CanonicalUnkeyedContainer(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { CanonicalSingleContainer(encoder: self) }

    /// Writes a part of the value, which ends before anything else is written.
    ///
    /// - Throws: `CanonicalJSON.Refusal` with the path from this value on.
    func write(_ value: some Encodable, at key: @autoclosure () -> String) throws {
        let part = CanonicalEncoder(part: output)
        do {
            try value.encode(to: part)
        } catch let refusal as CanonicalJSON.Refusal {
            throw refusal.within(key())
        }
        output.buffer.end()
    }

    /// The digits of an integer.
    ///
    /// - Throws: `CanonicalJSON.Refusal` when it is beyond what every JSON reader keeps exactly.
    static func literal(_ integer: some BinaryInteger, at key: @autoclosure () -> String) throws -> String {
        guard integer.magnitude <= CanonicalJSON.largestInteger else {
            throw CanonicalJSON.Refusal.integerTooLarge(path: key())
        }
        return String(integer)
    }

    /// All bytes of a whole value, which ends here.
    var finished: [UInt8] {
        output.buffer.end()
        return output.buffer.bytes
    }
}

/// One buffer for an encoder and those of its parts: they write one after the other, the inner ones ending before the
/// outer ones go on.
final class CanonicalOutput {
    var buffer = CanonicalBuffer()
}

extension CanonicalJSON.Refusal {
    /// The refusal with a path that begins one value further out.
    fileprivate func within(_ key: String) -> CanonicalJSON.Refusal {
        func joined(_ path: String) -> String { path.isEmpty ? key : key + "." + path }
        switch self {
        case .floatingPoint(let path): return .floatingPoint(path: joined(path))
        case .integerTooLarge(let path): return .integerTooLarge(path: joined(path))
        }
    }
}
