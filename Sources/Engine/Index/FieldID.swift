/// The place of a text field in its schema: 0 to 31, also its bit in a `FieldMask`.
public struct FieldID: RawRepresentable, Sendable, Hashable, Comparable {
    /// The place, 0 for the first text field of the schema.
    public let rawValue: UInt8

    /// Names a text field by its place.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Orders fields as the schema does.
    public static func < (left: FieldID, right: FieldID) -> Bool { left.rawValue < right.rawValue }
}

/// A set of text fields, one bit each: bit n stands for the field with place n.
public struct FieldMask: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Takes the bits as they are.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The set of one field.
    public init(_ field: FieldID) { rawValue = 1 &<< UInt32(field.rawValue) }

    /// Every field a schema can have.
    public static let all = FieldMask(rawValue: .max)

    /// Whether a field is in the set.
    public func contains(_ field: FieldID) -> Bool { rawValue & (1 &<< UInt32(field.rawValue)) != 0 }
}
