/// A password without the disguises that everybody uses, for comparing only.
///
/// Case is dropped, and characters that are written for one another become one: `@` and a; 0 and o; 1, `!`, l and i;
/// `$`, 5 and s; 3 and e. Both sides of a comparison are folded, so it does not matter that a folded number is no number.
struct FoldedPassword: Hashable {
    let scalars: [Unicode.Scalar]

    init(_ password: some StringProtocol) {
        scalars = password.lowercased().unicodeScalars.map(Self.fold)
    }

    /// The character that stands for a lower-case one.
    static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] ?? scalar }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = [
        "@": "a", "0": "o", "1": "i", "!": "i", "l": "i", "|": "i", "$": "s", "5": "s", "3": "e",
    ]
}
