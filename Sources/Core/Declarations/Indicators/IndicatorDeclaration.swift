package import Domain

/// A figure that tells how far a plan has come, as its file declares it: `Definitions/indicators/NAME.yaml`.
package struct IndicatorDeclaration: Sendable, Hashable {
    /// What the figure is divided by.
    package struct Denominator: Sendable, Hashable {
        /// What it is, because there may be two that both can be defended.
        package let label: Bilingual
        /// All divisions of this level.
        package let level: RegionCode.Level
        /// The code list of divisions that do not count; nil where all do.
        package let without: String?
    }

    /// What is to be reached.
    package struct Target: Sendable, Hashable {
        /// The least figure: a count, or percent.
        package let least: Int
        /// The day by which it is to be reached.
        package let by: PartialDate
    }

    /// Its name, that of its file.
    package let name: String
    /// What people read.
    package let label: Bilingual
    /// What it counts, and what it does not.
    package let help: Bilingual?
    /// The plan that it tells of; nil where any plan with the clause is meant.
    package let plan: String?
    /// The clause of the plan, a code of the list `clause`.
    package let clause: String?
    /// Who answers for the figure; nil where only the plan says who.
    package let owner: Bilingual?
    /// Codes of the lists `plan-goal`, `plan-direction` and `plan-result`, by the names of the lists.
    package let tags: [String: String]
    /// The register whose entries count.
    package let register: String
    /// Which of them count; nil for all.
    ///
    /// Samples never do, nor entries in a state that is over unless the condition names states.
    package let condition: Condition?
    /// The level of divisions that are counted, each once, in the place of entries; nil for entries.
    package let distinct: RegionCode.Level?
    /// What it is divided by; none for a count.
    package let denominators: [Denominator]
    /// The field that chooses a code by which a count is told apart; nil where it is not.
    package let parts: String?
    /// The field with the day from which an entry counts, where that lies before it was entered here; nil where months follow the log
    /// alone.
    package let date: String?
    /// What one that is counted is called, as 家; nil where it has no word of its own.
    package let unit: Bilingual?
    /// What is to be reached; nil where there is no number.
    package let target: Target?

    /// Whether another version counts the same, whatever its words and target are.
    package func counts(as other: IndicatorDeclaration) -> Bool {
        (register, condition, distinct, date) == (other.register, other.condition, other.distinct, other.date)
            && denominators.map(\.level) == other.denominators.map(\.level)
            && denominators.map(\.without) == other.denominators.map(\.without)
    }

    /// The lists from which tags are.
    package static let tagLists = ["plan-goal", "plan-direction", "plan-result"]
}
