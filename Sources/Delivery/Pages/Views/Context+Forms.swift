/// Contexts of the forms and facts of accounts and of who administers them.
extension Context {
    /// A form that changes something, as the component `act` has it.
    ///
    /// - Parameters:
    ///   - address: Where it is sent.
    ///   - hidden: What is sent besides what is typed.
    ///   - text: What it does.
    ///   - fields: What is asked.
    ///   - picks: Boxes to tick.
    ///   - agree: The box that has to be ticked.
    ///   - kind: `go`, or `bad` for what is grave; nil for neither.
    ///   - doing: What it asks the node to do; nil where the form does one thing.
    ///   - go: The text of the button.
    /// - Returns: The form.
    static func act(
        to address: String,
        hidden: [Context],
        text: String? = nil,
        fields: [Context] = [],
        picks: Context? = nil,
        agree: Context? = nil,
        kind: String? = "go",
        doing: String? = nil,
        go: String
    ) -> Context {
        [
            "action": address, "hidden": hidden, "text": text, "fields": fields, "picks": picks, "agree": agree,
            "kind": kind, "doing": doing, "go": go,
        ]
    }

    /// What a form sends besides what is typed.
    static func hidden(_ pairs: [(name: String, value: String)]) -> [Context] {
        pairs.map { ["name": $0.name, "value": $0.value] }
    }

    /// A field with one line, whose id says too which of the page's forms it is in.
    static func field(
        _ name: String,
        _ label: String,
        hint: String?,
        input: Context,
        id: String? = nil,
        isOptional: Bool = false,
        isWrong: Bool
    ) -> Context {
        let id = id ?? name
        let about = [hint == nil ? nil : id + "-hint", isWrong ? "refused" : nil].compactMap(\.self)
        let all: Context = [
            "id": id, "name": name, "isOptional": isOptional, "isWrong": isWrong,
            "about": about.isEmpty ? nil : about.joined(separator: " "),
        ]
        return [
            "id": id, "label": label, "hint": hint, "area": nil, "select": nil, "input": input.adding(all),
        ]
    }

    /// Facts, as the component `facts` has them; what is nil is left out.
    static func facts(_ facts: [Context?]) -> Context { ["isWide": false, "facts": facts.compactMap(\.self)] }

    /// A fact of one value.
    static func fact(_ name: String, _ value: String, aside: String? = nil, href: String? = nil) -> Context {
        fact(name, [["text": value, "href": href, "aside": aside, "joint": nil]])
    }

    /// A fact of several values with a sign between; nil where there are none.
    static func fact(_ name: String, _ values: [String], joint: String) -> Context? {
        guard !values.isEmpty else { return nil }
        return fact(
            name,
            values.enumerated().map { index, text in
                ["text": text, "href": nil, "aside": nil, "joint": index + 1 < values.count ? joint : nil]
            }
        )
    }

    private static func fact(_ name: String, _ values: [Context]) -> Context {
        ["name": name, "isNumber": false, "mark": nil, "others": nil, "values": values]
    }
}
