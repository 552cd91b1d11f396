package import Domain

/// What must hold for the entries of a register beyond single fields.
package struct RegisterRule: Sendable, Hashable {
    /// What it asks.
    package enum Sort: Sendable, Hashable {
        /// No two entries agree in all of these fields; with `across` none in all registers that name it. With `since` those from
        /// before may agree among themselves, and none that comes later with any.
        case unique(fields: [String], across: String?, since: Since?)
        /// The first date or number is not after the second.
        case order(first: String, second: String)
        /// What an entry must not be.
        case refuse
    }

    /// From when a rule holds: for entries whose date is not before a day, and for those without a date.
    package struct Since: Sendable, Hashable {
        /// The field with the date.
        package let field: String
        /// The first day.
        package let day: PartialDate
    }

    /// The line of the file that declares it.
    package let line: Int
    /// What it asks.
    package let sort: Sort
    /// The entries for which it holds, or with ``Sort/refuse`` those that are refused; nil for all.
    package let condition: Condition?
    /// What people read who break it.
    package let message: Bilingual?
}
