import Declarations
package import Domain
import Store

/// The measures that are taken for the clauses of a plan: entries of the register of measures.
package struct PlanMeasures: Sendable {
    /// The measures of one clause.
    package struct Clause: Sendable {
        /// How many there are, examples apart.
        package fileprivate(set) var records = 0
        package fileprivate(set) var samples = 0
        /// The last that were entered or changed, the newest first.
        package fileprivate(set) var newest: [Measure] = []
    }

    /// A measure in short.
    package struct Measure: Sendable {
        /// Its entry.
        package let id: String
        /// What it is called.
        package let title: String
        /// Its state; nil where the register has none.
        package let state: Bilingual?
        /// Whether it is an example (示例).
        package let isSample: Bool
        /// When its version was made, in microseconds UTC.
        package let time: Int64
    }

    /// The most measures of a plan that are read; where there are more, counts are "at least".
    package static let most = 20_000
    /// The most measures of a clause that are named.
    package static let mostNamed = 3

    private var count = 0
    private var clauses: [String: Clause] = [:]

    /// The measures of a clause by its key.
    package subscript(clause: String) -> Clause { clauses[clause] ?? Clause() }

    /// Whether all measures were read.
    package var isWhole: Bool { count < Self.most }

    /// Adds an entry of the register of measures.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - register: the register.
    ///   - field: its field that names the clause.
    /// - Throws: `StoreError.damaged`.
    mutating func add(_ entry: StoredEntry, _ register: RegisterDeclaration, field: String) throws {
        let content = try DeclaredContent.read(entry)
        count += 1
        let isSample = content.sample ?? false
        let measure = Measure(
            id: entry.entry,
            title: register.title(of: content) ?? entry.entry,
            state: content.state.flatMap(register.state)?.label,
            isSample: isSample,
            time: entry.time
        )
        for key in content.fields[field]?.items.compactMap(\.text) ?? [] {
            var clause = self[key]
            if isSample { clause.samples += 1 } else { clause.records += 1 }
            let place = clause.newest.firstIndex { ($0.time, $0.id) < (measure.time, measure.id) }
            clause.newest.insert(measure, at: place ?? clause.newest.endIndex)
            clause.newest = Array(clause.newest.prefix(Self.mostNamed))
            clauses[key] = clause
        }
    }
}
