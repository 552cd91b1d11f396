/// A file of declarations.
package struct DeclarationFile: Sendable, Hashable {
    /// What it declares.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case codes, calendar, register, indicator, plan

        /// The folder of its files below `Definitions`.
        package var folder: String {
            switch self {
            case .codes: "codes"
            case .calendar: "calendars"
            case .register: "registers"
            case .indicator: "indicators"
            case .plan: "plans"
            }
        }
    }

    /// What it declares.
    package let kind: Kind
    /// The name of what it declares, that of the file without its ending.
    package let name: String
    /// How it is named in problems.
    package let path: String
    /// Its text.
    package let text: String

    /// Names a file.
    package init(kind: Kind, name: String, path: String, text: String) {
        self.kind = kind
        self.name = name
        self.path = path
        self.text = text
    }
}
