package import Domain

/// One code of a list, with the time in which it may be used.
package struct Code: Sendable, Hashable {
    /// What is stored: `tisc`, `510100`.
    package let code: String
    /// What people read.
    package let label: Bilingual
    /// What it means, where the label does not say it.
    package let help: Bilingual?
    /// The first day on which it may be given; nil from the beginning.
    package let from: PartialDate?
    /// The last day; nil where it has not ended.
    package let until: PartialDate?
    /// The code that it is a part of.
    package let broader: String?

    /// Whether it may be given on a day.
    package func isInForce(on day: PartialDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
}
