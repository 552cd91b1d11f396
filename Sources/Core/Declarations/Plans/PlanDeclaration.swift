package import Domain

/// A plan of public services as its file declares it, `Definitions/plans/NAME.yaml`: what its clauses ask, who answers for each as
/// printed, and what carries it out here.
///
/// Chinese titles stand as the paper prints them; English ones are translations that the authors of the file made.
package struct PlanDeclaration: Sendable, Hashable {
    /// A part of the plan with its clauses; a part of general words has none.
    package struct Part: Sendable, Hashable {
        /// Its place, from 1, and its title.
        package let number: Int
        package let title: Bilingual
        /// Its clauses in their order.
        package let clauses: [PlanClause]
    }

    /// Where measures for the clauses are kept: entries of a register with a field that chooses a clause by its key.
    package struct Measures: Sendable, Hashable {
        package let register: String
        package let field: String
        /// Where the file says so.
        package let line: Int
    }

    /// Where what turns up while the plan is carried out is kept: a register, of which entries are counted by state.
    package struct Issues: Sendable, Hashable {
        package let register: String
        /// Where the file says so.
        package let line: Int
    }

    /// The most clauses of a plan; as many as ``PlanClause/numeral(_:)`` can number.
    package static let mostClauses = 99

    /// Its name, that of its file.
    package let name: String
    /// Its title.
    package let title: Bilingual
    /// The number of the paper; nil where it is not known.
    package let number: String?
    /// Who issued it, and the day on which it was published, as far as they are known.
    package let issuer: Bilingual?
    package let published: PartialDate?
    /// Its first and its last year, month or day.
    package let from: PartialDate
    package let until: PartialDate
    /// Where measures are kept; nil where nobody keeps any.
    package let measures: Measures?
    /// Where issues are kept; nil where nobody keeps any.
    package let issues: Issues?
    /// Its parts in their order.
    package let parts: [Part]

    /// All its clauses in their order.
    package var clauses: [PlanClause] { parts.flatMap(\.clauses) }
}
