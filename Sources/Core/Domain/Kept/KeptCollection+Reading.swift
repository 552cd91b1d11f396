package import Foundation

extension KeptCollection {
    /// Reads a file of kept things, every member of everything in it.
    ///
    /// - Throws: `Failure.invalid`, whose reason names the place, such as `records[2].tags`.
    package init(json data: Data) throws {
        do {
            self = try JSONDecoder().decode(KeptCollection.self, from: data)
        } catch let error as DecodingError {
            throw Self.wrong(Self.place(of: error))
        }
        guard format == Self.format else { throw Self.wrong("format") }
        guard version == Self.version else { throw Self.wrong("version") }
        for (place, record) in records.enumerated() {
            guard Self.isRecord(record.id) else { throw Self.wrong("records[\(place)].id") }
            guard KeptItem.record(record).time != nil else { throw Self.wrong("records[\(place)].kept") }
        }
        for (place, search) in searches.enumerated() {
            guard KeptItem.search(search).time != nil else { throw Self.wrong("searches[\(place)].kept") }
            for (name, value) in [
                ("total", search.total), ("samples", search.samples), ("sequence", search.sequence),
            ] where value < 0 { throw Self.wrong("searches[\(place)].\(name)") }
        }
        for (place, queries) in sets.enumerated() {
            guard KeptItem.queries(queries).time != nil else { throw Self.wrong("sets[\(place)].kept") }
        }
    }

    /// Whether a text is the id of an entry of a right: register, slash, letters, digits and hyphens.
    private static func isRecord(_ id: String) -> Bool {
        let halves = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, Register(rawValue: String(halves[0])) != nil, !halves[1].isEmpty else { return false }
        return halves[1].utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
            default: false
            }
        }
    }

    private static func wrong(_ place: String) -> Failure { .invalid(field: "kept", reason: place) }

    /// Where a file is not of the shape; the whole of it where it is no JSON.
    private static func place(of error: DecodingError) -> String {
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            @unknown default: []
            }
        let place = path.reduce("") { text, key in
            key.intValue.map { text + "[\($0)]" } ?? (text.isEmpty ? key.stringValue : text + "." + key.stringValue)
        }
        return place.isEmpty ? "JSON" : place
    }
}
