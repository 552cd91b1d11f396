/// A page of the programs that sign people in through this system, for their administrator.
///
/// **Shape** `/admin/clients`, or `/admin/clients/ID`; then `page=NUMBER`, `done=WORD` and `lang`. A form adds what it
/// sends, which stands in no address.
package struct ClientLink: Sendable, Hashable {
    /// What was just done, which the page then says.
    package enum Done: String, Sendable, Hashable, CaseIterable {
        case removed, changed
    }

    /// The client; nil for the list of all.
    package var id: String?
    /// Counts from 1.
    package var page: Int
    package var done: Done?
    package var language: PageLanguage

    /// Clients of a page.
    package static let pageSize = 50
    private static let lastPage = 100

    package init(_ id: String? = nil, page: Int = 1, done: Done? = nil, language: PageLanguage = .zh) {
        self.id = id
        self.page = min(max(1, page), Self.lastPage)
        self.done = done
        self.language = language
    }

    init?(path: String, _ parameters: Parameters) {
        guard path.hasPrefix(Link.clientsPath) else { return nil }
        let rest = path.dropFirst(Link.clientsPath.count)
        let isID =
            rest.first == "/" && rest.count == 27
            && rest.dropFirst().allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
        guard rest.isEmpty || isID else { return nil }
        self.init(
            isID ? String(rest.dropFirst()) : nil,
            page: parameters["page"].flatMap(Int.init) ?? 1,
            done: parameters["done"].flatMap(Done.init),
            language: parameters.language
        )
    }

    var path: String { id.map { Link.clientsPath + "/" + $0 } ?? Link.clientsPath }

    var parameters: Parameters {
        var result = Parameters()
        if page > 1 { result.append("page", String(page)) }
        if let done { result.append("done", done.rawValue) }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
