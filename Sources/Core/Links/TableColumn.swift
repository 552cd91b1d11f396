/// A column of a table of records, on a page and in a CSV file, in the order in which a file has them.
package enum TableColumn: String, Sendable, Hashable, CaseIterable {
    /// The permanent name: register, slash, number.
    case record
    case right, sample, title
    case application, filed
    case publication, published
    case registration, registered
    case applicants, places, inventors, agencies
    /// The main class, or the first one.
    case `class`
    case classes
    case state
    /// The number a record is best known by: of the publication, else of the registration, else of the application.
    case number
    /// The date that the order by date uses: of the newest publication, else of the application or registration.
    case date

    /// The columns of a table on a page where the URL names none.
    package static let standard: [TableColumn] = [.number, .title, .applicants, .date, .class, .state]
    /// The columns of a CSV file where the URL names none: everything, each thing once.
    package static let file = allCases.filter { $0 != .number && $0 != .date }

    /// The orders that the head of the column offers: the first is the one it begins with.
    package var sorts: [SearchSort] {
        switch self {
        case .date: [.newest, .oldest]
        case .filed: [.filedLast, .filedFirst]
        default: []
        }
    }

    /// The columns that a URL names, each once; nil where it names none that there is.
    static func read(_ parameters: Parameters) -> [TableColumn]? {
        var columns: [TableColumn] = []
        // A form sends the name again for each of its fields; an address has one list.
        for (name, value) in parameters.pairs where name == "columns" {
            for column in value.split(separator: ",").compactMap({ TableColumn(rawValue: String($0)) })
            where !columns.contains(column) {
                columns.append(column)
            }
        }
        return columns.isEmpty ? nil : columns
    }
}
