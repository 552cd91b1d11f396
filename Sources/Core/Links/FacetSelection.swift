/// One chosen or excluded value of one facet; chosen values of one field are alternatives, fields are conditions, and
/// what has an excluded value is left out.
///
/// The field is a name of the index (`status`, `applicant`, ...), the value is the label as the index keeps it.
package struct FacetSelection: Sendable, Hashable, Comparable {
    package var field: String
    package var value: String
    /// Whether records with the value are left out, in the place of all others.
    package var isExcluded: Bool

    package init(_ field: String, _ value: String, isExcluded: Bool = false) {
        self.field = field
        self.value = value
        self.isExcluded = isExcluded
    }

    /// Canonical order: what is chosen first, then by field, then by value, bytewise, so that one selection has one URL.
    package static func < (left: FacetSelection, right: FacetSelection) -> Bool {
        guard left.isExcluded == right.isExcluded else { return right.isExcluded }
        guard left.field == right.field else { return precedes(left.field, right.field) }
        return precedes(left.value, right.value)
    }

    /// Swift orders strings by normalised scalars; bytes are what other programs can repeat.
    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// A field name begins with a letter and holds only ASCII letters and digits.
    package static func isField(_ name: String) -> Bool {
        guard let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
