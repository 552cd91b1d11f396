/// The number of an application, publication or registration as an office prints it, with its date.
///
/// Written to JSON with a computed `id`: country + number without signs + kind, leading zeros off in publications, so
/// that programs can compare numbers that people print differently.
package struct DocumentID: Hashable, Sendable {
    /// Two letters of WIPO ST.3; nil where the source does not say.
    package var country: String?
    /// As printed, trimmed: `201910302430.1`, `60/984,910`.
    package var number: String
    /// Kind code of WIPO ST.16, such as `A`, `B2`, `U`.
    package var kind: String?
    package var date: PartialDate?

    package init(country: String? = nil, number: String, kind: String? = nil, date: PartialDate? = nil) {
        self.country = country
        self.number = number
        self.kind = kind
        self.date = date
    }

    /// Letters and digits of the number only, upper case; leading zeros go when a kind says it is a publication.
    package var bareNumber: String {
        // Letters beyond ASCII may become ASCII in upper case.
        guard number.utf8.allSatisfy({ $0 < 0x80 }) else { return Self.bare(number.uppercased()) }
        return Self.bare(number)
    }

    private static func bare(_ number: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(number.utf8.count)
        for byte in number.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A: bytes.append(byte)
            case 0x61...0x7A: bytes.append(byte - 0x20)
            default: break
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `CN110083831A`, `US8936998B2`; nil without a country.
    package var id: String? {
        guard let country else { return nil }
        var bare = bareNumber
        if bare.hasPrefix(country), bare.count > country.count { bare.removeFirst(country.count) }
        let trimmed = bare.drop { $0 == "0" }
        if !trimmed.isEmpty, kind != nil { bare = String(trimmed) }
        if let kind, !bare.hasSuffix(kind) || bare.allSatisfy(\.isNumber) { bare += kind }
        return country + bare
    }
}

extension DocumentID: Codable {
    private enum Key: String, CodingKey { case country, number, kind, date, id }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        country = try container.decodeIfPresent(String.self, forKey: .country)
        number = try container.decode(String.self, forKey: .number)
        kind = try container.decodeIfPresent(String.self, forKey: .kind)
        date = try container.decodeIfPresent(PartialDate.self, forKey: .date)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(country, forKey: .country)
        try container.encode(number, forKey: .number)
        try container.encodeIfPresent(kind, forKey: .kind)
        try container.encodeIfPresent(date, forKey: .date)
        try container.encodeIfPresent(id, forKey: .id)
    }
}
