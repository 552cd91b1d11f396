/// What a text for everybody must not hold: ways to reach a person, and identity numbers.
///
/// Recognised are the usual prints; numbers of records, days and credit codes are none of them.
package enum ContactData: String, Hashable, Sendable, CaseIterable {
    /// An address of electronic mail.
    case email
    /// A mobile number of the mainland, a number with area code, a 400 or 800 number, or one that begins with `+`.
    case phone
    /// A citizen's identity number (GB 11643-1999).
    case identity

    /// The first kind found in a text; nil where there is none.
    package static func kind(in text: String) -> ContactData? {
        if ResidentNumber.isContained(in: text) { return .identity }
        let plain = FieldCharacters(text).bytes.map { $0 == FieldCharacters.other ? UInt8(ascii: "|") : $0 }.text
        if plain.contains(/[A-Z0-9._%+\-]@[A-Z0-9\-]+\.[A-Z]{2,}/) { return .email }
        // A run of letters and digits that goes on to the left or right is another number.
        let phones = [
            /(?:^|[^A-Z0-9.])(?:\+?86[ \-]?)?1[3-9][0-9][ \-]?[0-9]{4}[ \-]?[0-9]{4}(?![A-Z0-9]|\.[0-9])/,
            /(?:^|[^A-Z0-9.\-])\(?0[0-9]{2,3}\)?[ \-]?[1-9][0-9]{6,7}(?![A-Z0-9]|\.[0-9])/,
            /(?:^|[^A-Z0-9.])[48]00[ \-]?[0-9]{3}[ \-]?[0-9]{4}(?![A-Z0-9]|\.[0-9])/,
            /\+[1-9][0-9]{0,2}(?:[ \-]?[0-9]){7,12}(?![0-9])/,
        ]
        return phones.contains { plain.contains($0) } ? .phone : nil
    }
}
