/// The URL of one record, alone (its permanent address) or as the n-th hit of a search.
///
/// **Shape** `/REGISTER/NUMBER`, then the search as in ``SearchState`` and `at=N` (from 1), then `lang`.
package struct RecordLink: Sendable, Hashable {
    package var register: RegisterName
    /// The entry id after its register and slash: country and normalised number.
    package var number: String
    package var language: PageLanguage
    /// The search this record was opened from.
    package var search: SearchState?
    /// The place of the record among the hits of that search, from 1.
    package var position: Int?

    package init(
        _ register: RegisterName,
        _ number: String,
        language: PageLanguage = .zh,
        search: SearchState? = nil,
        position: Int? = nil
    ) {
        self.register = register
        self.number = number
        self.language = language
        // The page of hits is not part of the address: the position says where the record stands.
        self.search = search?.going(to: 1).opening(nil).inLanguage(language)
        self.position = position
    }

    /// A record by its entry id (`patent/CN2021...`); nil where the register is none of ours.
    package init?(entry: String, language: PageLanguage = .zh) {
        let parts = entry.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let register = RegisterName(rawValue: String(parts[0])) else { return nil }
        self.init(register, String(parts[1]), language: language)
    }

    /// Reads what stands after the path.
    init(_ register: RegisterName, _ number: String, parameters: Parameters, options: SearchState.Options) {
        let state = SearchState(parameters, options: options)
        let position = parameters["at"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        self.init(
            register,
            number,
            language: state.language,
            search: position == nil ? nil : state,
            position: position
        )
    }

    /// The id of the entry.
    package var entry: String { register.rawValue + "/" + number }

    /// The address without search and language: what to cite and to bookmark.
    package var permanent: RecordLink { RecordLink(register, number) }

    /// The n-th hit of a search.
    package func found(by search: SearchState, at position: Int) -> RecordLink {
        RecordLink(register, number, language: search.language, search: search, position: position)
    }

    /// The path without its query.
    package var path: String {
        "/" + register.rawValue + "/" + Parameters.encoded(number, blankIsPlus: false)
    }

    var parameters: Parameters {
        var result = Parameters()
        if let search, let position {
            result = search.searchParameters
            result.append("at", String(position))
        }
        if language != .zh { result.append("lang", language.rawValue) }
        return result
    }
}
