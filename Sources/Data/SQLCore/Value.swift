/// One value bound to a parameter of a statement.
///
/// Truth values are the integers 0 and 1; a moment is an integer of microseconds UTC.
package enum Value: Sendable, Hashable {
    /// A whole number of 64 bits with sign.
    case integer(Int64)
    /// A floating-point number of 64 bits.
    case real(Double)
    /// Text without U+0000, which a driver refuses because PostgreSQL cannot keep it.
    case text(String)
    /// Opaque bytes.
    case bytes([UInt8])
    /// No value.
    case null
}

extension Value {
    /// The integer, or no value.
    package static func integer(optional value: Int64?) -> Value {
        value.map(Value.integer) ?? .null
    }

    /// The text, or no value.
    package static func text(optional value: String?) -> Value {
        value.map(Value.text) ?? .null
    }

    /// A name by which something is looked up, as it came from outside: with U+0000 in it it is the name of nothing.
    package static func sought(_ name: String) -> Value {
        .text(name.utf8.contains(0) ? "" : name)
    }

    /// The bytes, or no value.
    package static func bytes(optional value: [UInt8]?) -> Value {
        value.map(Value.bytes) ?? .null
    }

    /// 1 for true, 0 for false.
    package static func boolean(_ value: Bool) -> Value {
        .integer(value ? 1 : 0)
    }
}
