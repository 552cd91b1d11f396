import Declarations
package import Index

/// What documents of declared registers consist of: the same for all of them, so that one index holds every register and a new one
/// needs no other.
///
/// What a register counts and sorts by stands in numbered columns; its ``RegisterPlan`` says which field has which.
package enum RegisterSchema {
    /// The text fields, in schema order.
    package enum Text: String, CaseIterable, Sendable {
        /// What people call the entry.
        case title
        /// All other words that are found.
        case text
        /// Codes and numbers as whole terms without positions, folded as names are.
        case codes

        /// The field alone.
        package var mask: FieldMask { FieldMask(id) }

        var id: FieldID { FieldID(rawValue: UInt8(Self.allCases.firstIndex(of: self) ?? 0)) }
    }

    /// The order column: when the version was made, in microseconds UTC.
    package static let time = "time"
    /// The name of the register.
    package static let register = "register"
    /// The state; none in registers without states.
    package static let state = "state"
    /// `yes` for samples (示例), else `no`.
    package static let sample = "sample"
    /// The division that the entry belongs to and those above it, six digits each.
    package static let region = "region"
    /// What people call the entry, as ``SortLabel`` writes it.
    package static let title = "title"

    /// Where a place lies, in millionths of a degree of WGS 84 as ``GeoPoint`` has them; none for what is no place.
    package static let latitude = "latitude"
    package static let longitude = "longitude"
    /// The hours of a place as they are stored; none for what is no place.
    package static let hours = "hours"

    /// The column of the values of a field that is counted.
    static func facet(_ slot: Int) -> String { "facet\(slot)" }
    /// The column of the numbers of a field that is sorted by.
    static func number(_ slot: Int) -> String { "number\(slot)" }
    /// The column of the texts of a field that is sorted by, as ``SortLabel`` writes them.
    static func label(_ slot: Int) -> String { "label\(slot)" }

    /// The schema of the index.
    package static let schema = Schema(
        textFields: [
            .init(name: Text.title.rawValue, weight: 3), .init(name: Text.text.rawValue),
            .init(name: Text.codes.rawValue, storesPositions: false),
        ],
        columns: [time, latitude, longitude].map { .init(name: $0, kind: .number) }
            + [register, state, sample, title, hours].map { .init(name: $0, kind: single) }
            + [.init(name: region, kind: several)]
            + (0..<RegisterDeclaration.mostFacets).map { .init(name: facet($0), kind: several) }
            + (0..<RegisterDeclaration.mostSorts).map { .init(name: number($0), kind: .number) }
            + (0..<RegisterDeclaration.mostSorts).map { .init(name: label($0), kind: single) },
        orderColumn: time
    )

    /// The place of a column in the schema.
    package static func place(_ column: String) -> Int { places[column] ?? 0 }

    /// Whether a column holds numbers.
    package static func isNumber(_ column: String) -> Bool { schema.columns[place(column)].kind == .number }

    private static let single = Schema.ColumnKind.ordinals(multiple: false, order: .lexicographic)
    private static let several = Schema.ColumnKind.ordinals(multiple: true, order: .lexicographic)
    private static let places = Dictionary(uniqueKeysWithValues: schema.columns.enumerated().map { ($1.name, $0) })
}
