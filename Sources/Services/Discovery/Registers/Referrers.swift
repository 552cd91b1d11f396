package import Declarations
package import Domain
package import Registers

/// The entries that refer to another by a field that everybody reads and by which its register is counted.
///
/// Registers that only some read are not looked through, so that nothing tells of them.
/// **Cost** A count for each such field of a register, without other facets.
package struct Referrers: Sendable {
    /// Those of one field.
    package struct Group: Sendable {
        /// The register in which they are.
        package let register: RegisterDeclaration
        /// The field by which they refer.
        package let field: FieldDeclaration
        /// How many there are that are no samples, and samples.
        package let records: Int
        package let samples: Int
        /// The first of them by title, at most ``Referrers/mostNamed``.
        package let entries: [EntryView]

        /// What they are called on the page of the entry to which they refer.
        package var label: Bilingual { field.inverse ?? register.label }
    }

    /// The most entries of a field that are named.
    package static let mostNamed = 10

    private let list: ListEntries

    /// Takes the lists of declared registers.
    package init(_ list: ListEntries) {
        self.list = list
    }

    /// The groups that are not empty, in the order of registers and fields; a register that is being indexed is left out.
    ///
    /// - Parameters:
    ///   - view: the entry to which they refer.
    ///   - reader: who asks.
    /// - Returns: the groups.
    /// - Throws: `Failure.tooMany`; what index and store throw.
    package func callAsFunction(_ view: EntryView, _ reader: EntryReader) async throws -> [Group] {
        var groups: [Group] = []
        for register in try await list.entries.registers(reader) where register.read == .everyone {
            for field in register.fields where refers(field, to: view.register.name, register) {
                if let group = try await group(field, of: register, view.id, reader) { groups.append(group) }
            }
        }
        return groups
    }

    private func refers(_ field: FieldDeclaration, to name: String, _ register: RegisterDeclaration) -> Bool {
        guard case .entry(let names) = field.type, names.contains(name), field.uses.contains(.facet) else {
            return false
        }
        return register.readers(of: field) == .everyone && field.personal == nil
    }

    private func group(
        _ field: FieldDeclaration,
        of register: RegisterDeclaration,
        _ id: String,
        _ reader: EntryReader
    ) async throws -> Group? {
        let question = ListEntries.Question(
            register: register.name,
            filters: [field.name: [id]],
            size: Self.mostNamed
        )
        let search: EntrySearch
        do {
            search = try await list.prepare(question, register).narrowed([]) { _ in false }
        } catch Failure.unavailable, Failure.invalid {
            return nil
        }
        let found = try await list.pool.run { try search.found() }
        guard found.total > 0 else { return nil }
        return Group(
            register: register,
            field: field,
            records: found.total - found.samples,
            samples: found.samples,
            entries: try await list.entries.show(found.ids, reader)
        )
    }
}
