/// What is asked of the list of a register: words, what it is narrowed to, order and page.
///
/// **Shape** `q=WORDS`, `f=FIELD:CODE` as often as wanted, `in=REGION`, `samples=no`, `sort=FIELD` or `sort=-FIELD`, `view=map`,
/// `page=N`.
package struct RegisterList: Sendable, Hashable {
    /// A value of a field to which the list is narrowed.
    package struct Choice: Sendable, Hashable {
        /// The field; `state` for the state.
        package let field: String
        /// The code.
        package let code: String

        package init(field: String, code: String) {
            self.field = field
            self.code = code
        }
    }

    package var text = ""
    /// Each once, in the order in which they were chosen.
    package var choices: [Choice] = []
    /// A division by its code or name.
    package var region: String?
    package var withoutSamples = false
    /// The field to sort by, `-` before it for descending.
    package var sort: String?
    /// Whether the places are shown beside the entries.
    package var isMap = false
    /// From 1.
    package var page = 1

    /// The most choices of an address.
    private static let mostChoices = 50

    package init() {}

    init(_ parameters: Parameters) {
        text = parameters["q"] ?? ""
        for pair in parameters.pairs where pair.name == "f" && choices.count < Self.mostChoices {
            let halves = pair.value.split(separator: ":", maxSplits: 1).map(String.init)
            guard halves.count == 2 else { continue }
            let choice = Choice(field: halves[0], code: halves[1])
            if !choices.contains(choice) { choices.append(choice) }
        }
        region = parameters["in"].flatMap { $0.isEmpty ? nil : $0 }
        withoutSamples = parameters["samples"] == "no"
        sort = parameters["sort"].flatMap { $0.isEmpty ? nil : $0 }
        isMap = parameters["view"] == "map"
        page = max(1, parameters["page"].flatMap { Int($0) } ?? 1)
    }

    /// Whether it asks for anything but a page of all entries.
    package var isNarrowed: Bool { !text.isEmpty || !choices.isEmpty || region != nil || withoutSamples }

    /// The codes that are chosen, by their fields.
    package var filters: [String: [String]] {
        Dictionary(grouping: choices, by: \.field).mapValues { $0.map(\.code) }
    }

    /// The list with a choice, or without it where it has it; from its first page.
    package func toggling(_ choice: Choice) -> RegisterList {
        var list = going(to: 1)
        if let place = list.choices.firstIndex(of: choice) {
            list.choices.remove(at: place)
        } else {
            list.choices.append(choice)
        }
        return list
    }

    /// The list of another division, or of all; from its first page.
    package func within(_ region: String?) -> RegisterList {
        var list = going(to: 1)
        list.region = region
        return list
    }

    /// The list with its places, or without them.
    package func showing(map isMap: Bool) -> RegisterList {
        var list = self
        list.isMap = isMap
        return list
    }

    /// The list as it is kept under a name: what is found in which order, whatever page is open.
    package var kept: RegisterList { going(to: 1).showing(map: false) }

    /// Another page of the list.
    package func going(to page: Int) -> RegisterList {
        var list = self
        list.page = page
        return list
    }

    func append(to parameters: inout Parameters) {
        if !text.isEmpty { parameters.append("q", text) }
        for choice in choices { parameters.append("f", "\(choice.field):\(choice.code)") }
        if let region { parameters.append("in", region) }
        if withoutSamples { parameters.append("samples", "no") }
        if let sort { parameters.append("sort", sort) }
        if isMap { parameters.append("view", "map") }
        if page > 1 { parameters.append("page", String(page)) }
    }
}
