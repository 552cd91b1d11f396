/// The page that puts records side by side.
///
/// **Shape** `/compare?record=REGISTER/NUMBER&record=NUMBER...`, then `lang`. Any number of a record may stand in the place of
/// its id.
package struct CompareLink: Sendable, Hashable {
    /// Records beside each other at most.
    package static let most = 6

    /// Ids or numbers of records as they were given, each once, in the order of the columns; the first ``most`` of them.
    package let records: [String]
    /// How many more were given.
    package let unread: Int
    package var language: PageLanguage

    package init(_ records: [String] = [], language: PageLanguage = .zh) {
        var seen: Set<String> = []
        let given = records.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty && $0.utf8.count <= Self.longest && seen.insert($0).inserted }
        self.records = Array(given.prefix(Self.most))
        unread = given.count - self.records.count
        self.language = language
    }

    init(_ parameters: Parameters) {
        self.init(
            parameters.pairs.filter { $0.name == Self.name }.map(\.value),
            language: parameters.language
        )
    }

    /// The same without one record.
    package func removing(_ record: String) -> CompareLink {
        CompareLink(records.filter { $0 != record }, language: language)
    }

    package var parameters: Parameters {
        var result = Parameters()
        for record in records { result.append(Self.name, record) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }

    /// No id and no number of any office comes near it; bytes.
    private static let longest = 100

    /// The name under which each record stands in an address.
    private static let name = "record"
}
