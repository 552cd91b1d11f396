package import Index

/// The columns of the index of rights, in schema order.
package enum Column: String, CaseIterable, Sendable {
    // Dates as yyyymmdd with 00 for an unknown month or day.
    /// The order column: date of the newest publication, else of the application, else of the registration.
    case date
    case applicationDate
    case expiryDate
    // Dates of which a record has several: labels of eight digits, so that a period is a range of labels.
    case publicationDates
    case grantDates
    case registrationDates
    case priorityDates
    case eventDates
    case internationalApplicationDates
    case internationalPublicationDates
    case nationalPhaseDates
    // Single facts.
    case register
    case right
    case state
    case sample
    // Lists.
    case country
    case origin
    case kind
    case region
    case ipc
    case ipcSubclass
    case cpc
    case locarno
    case nice
    case vienna
    /// FT, FI and UC symbols with their scheme in front, as `ft:3C100AA22`.
    case otherClass
    case industry
    case postcode
    case applicant
    case inventor
    case agency
    case language
    case family

    /// The column's place in the schema.
    package var place: Int { Self.places[self] ?? 0 }

    /// Whether the column holds at most one number a record.
    package var isNumber: Bool {
        switch self {
        case .date, .applicationDate, .expiryDate: true
        default: false
        }
    }

    private var columnKind: Schema.ColumnKind {
        switch self {
        case .date, .applicationDate, .expiryDate: .number
        case .register, .right, .state, .sample, .family: .ordinals(multiple: false, order: .lexicographic)
        case .applicant, .inventor, .agency: .ordinals(multiple: true, order: .frequency)
        default: .ordinals(multiple: true, order: .lexicographic)
        }
    }

    /// The schema of the index of rights.
    package static let schema = Schema(
        textFields: TextField.allCases.map {
            Schema.TextField(name: $0.rawValue, weight: $0.weight, storesPositions: $0 != .numbers)
        },
        columns: allCases.map { Schema.Column(name: $0.rawValue, kind: $0.columnKind, isUpdatable: $0 == .state) },
        orderColumn: Column.date.rawValue
    )

    private static let places = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
