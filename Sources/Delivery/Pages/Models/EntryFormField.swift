/// A field of the form of an entry, in the language of the page, with what stands in it.
package struct EntryFormField: Sendable, Hashable {
    /// The name of the field in the register.
    package var field: String
    package var label: String
    package var help: String?
    /// How it is written, by the names of texts.
    package var hints: [Hint]
    package var isRequired: Bool
    /// Whether everybody reads it, also without signing in.
    package var isPublic: Bool
    /// What is wrong with it, and with its parts by their names.
    package var error: String?
    package var input: Input

    package init(
        field: String,
        label: String,
        help: String?,
        hints: [Hint] = [],
        isRequired: Bool,
        isPublic: Bool,
        error: String?,
        input: Input
    ) {
        self.field = field
        self.label = label
        self.help = help
        self.hints = hints
        self.isRequired = isRequired
        self.isPublic = isPublic
        self.error = error
        self.input = input
    }

    /// How a value is written.
    package enum Hint: String, Sendable, Hashable, CaseIterable {
        case many
        case manyParts = "many.parts"
        case manyTexts = "many.texts"
        case rich, hours, region, date, entry, file
    }

    /// How it is filled in.
    package enum Input: Sendable, Hashable {
        /// One line; `mode` is the keyboard of a phone.
        case line(String, mode: String?)
        /// Several lines.
        case area(String, rows: Int)
        /// One of some.
        case select([Option])
        /// Any of some.
        case checks([Option])
        /// A line for each part.
        case parts([Part])
        /// Files: those that are there, chosen where they are to go, and what may be added, by endings of names.
        case files([Option], accept: String, isMany: Bool)
    }

    /// What may be chosen.
    package struct Option: Sendable, Hashable {
        package var value: String
        package var text: String
        package var isChosen: Bool

        package init(_ value: String, _ text: String, isChosen: Bool) {
            self.value = value
            self.text = text
            self.isChosen = isChosen
        }
    }

    /// A part of a value.
    package struct Part: Sendable, Hashable {
        package var name: String
        package var value: String
        package var isWrong: Bool

        package init(_ name: String, _ value: String, isWrong: Bool) {
            self.name = name
            self.value = value
            self.isWrong = isWrong
        }
    }

    /// Its name in what the form sends: `v.NAME`, `v.NAME.PART` for a part.
    package static func sentName(_ field: String, part: String? = nil) -> String {
        "v." + field + (part.map { "." + $0 } ?? "")
    }

    /// The name under which a form says which files are to go.
    package static func dropName(_ field: String) -> String { "d." + field }

    /// Its id on the page, which is that of the part or choice that comes first where it has several.
    var anchor: String {
        switch input {
        case .line, .area, .select, .files: Self.id(field)
        case .checks(let options): Self.id(field) + "." + (options.first?.value ?? "")
        case .parts(let parts): Self.id(field) + "." + (parts.first { $0.isWrong } ?? parts.first).map(\.name, or: "")
        }
    }

    static func id(_ field: String) -> String { "f." + field }
}

extension Optional {
    fileprivate func map(_ path: KeyPath<Wrapped, String>, or other: String) -> String {
        self.map { $0[keyPath: path] } ?? other
    }
}
