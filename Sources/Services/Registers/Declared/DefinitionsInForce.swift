package import Declarations
import Domain
package import EntryIndex
import Identity
import Links
package import Store

/// The declarations that are published.
package struct DefinitionsInForce: Sendable {
    /// The declarations.
    package let set: DeclarationSet
    /// The version of each by kind and name.
    package let versions: [DeclarationFile.Kind: [String: Int64]]

    /// What the index of registers is of.
    package let source: RegisterSource

    /// What declarations may refer to.
    package static let vocabulary = Vocabulary(
        roles: Role.allCases.filter { PermissionTable.roles(for: .writeEntries).contains($0) }.map(\.rawValue),
        rights: Register.allCases.map(\.rawValue),
        reserved: IdentityContent.registers + [ProposalContent.register, "case"],
        pages: LivePage.allCases.map(\.rawValue)
    )

    /// The registers that everybody may at least see a part of, in the order of their names.
    package var registers: [RegisterDeclaration] { Array(set.registers.values).sorted { $0.name < $1.name } }

    /// The declaration of a register.
    ///
    /// - Throws: `Failure.notFound`.
    package func register(_ name: String) throws -> RegisterDeclaration {
        guard let register = set.registers[name] else { throw Failure.notFound(what: "a register \(name)") }
        return register
    }
}

extension Store {
    /// Reads the declarations that are published.
    ///
    /// - Throws: What the store throws. Faults of declarations, which an earlier program may have taken for right, are in the set.
    package func definitionsInForce() async throws -> DefinitionsInForce {
        var files: [DeclarationFile] = []
        var versions: [DeclarationFile.Kind: [String: Int64]] = [:]
        for kind in DeclarationFile.Kind.allCases {
            for definition in try await definitions(kind: kind.rawValue) {
                versions[kind, default: [:]][definition.name] = definition.version
                files.append(
                    DeclarationFile(
                        kind: kind,
                        name: definition.name,
                        path: "\(kind.folder)/\(definition.name), version \(definition.version)",
                        text: definition.text
                    )
                )
            }
        }
        let set = DeclarationSet(files, vocabulary: DefinitionsInForce.vocabulary)
        return DefinitionsInForce(
            set: set,
            versions: versions,
            source: try RegisterSource(Array(set.registers.values), codes: set.codes)
        )
    }
}
