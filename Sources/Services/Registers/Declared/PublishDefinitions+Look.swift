package import Declarations
package import Domain
package import Identity
package import Store

extension PublishDefinitions {
    /// How the file in the folder of the node stands to what is in force.
    package enum Standing: String, Sendable, Hashable {
        /// It says the same.
        case same
        /// It says something else.
        case differs
        /// There is none.
        case none
    }

    /// A declaration in force, in short.
    package struct Line: Sendable {
        /// What it declares, and its name.
        package let kind: DeclarationFile.Kind
        package let name: String
        /// What people call it; nil where the version in force cannot be read.
        package let label: Bilingual?
        /// The version in force, and when it was published in microseconds UTC.
        package let version: Int64
        package let published: Int64
        /// How many entries a register has; nil for other kinds.
        package let entries: Int64?
        /// The file in the folder of the node.
        package let standing: Standing
    }

    /// A version of a declaration with who published it.
    package struct Version: Sendable {
        /// The version with its text.
        package let definition: Definition
        /// Who published it and why; nil where that was not kept then.
        package let publication: Publication?
    }

    /// A declaration with all that was published of it.
    package struct Look: Sendable {
        /// The newest first; none where nothing was published under the name.
        package let versions: [Version]
        /// The text in the folder of the node; nil where there is none.
        package let folderText: String?
    }

    /// What is in force, by kinds and names, and the files of the folder that are not.
    ///
    /// - Throws: `Failure.notAllowed`; what the store and reading the folder throw.
    package func list(_ administrator: Administrator) async throws -> (lines: [Line], waiting: [DeclarationFile]) {
        try permitReading(administrator)
        let set = try await cache.current().set
        let counts = Dictionary(try await store.counts().map { ($0.register, $0.entries) }) { first, _ in first }
        var files: [String: DeclarationFile] = [:]
        for file in try folder?.files() ?? [] { files["\(file.kind.folder)/\(file.name)"] = file }
        var lines: [Line] = []
        for kind in DeclarationFile.Kind.allCases {
            for definition in try await store.definitions(kind: kind.rawValue) {
                let file = files.removeValue(forKey: "\(kind.folder)/\(definition.name)")
                lines.append(
                    Line(
                        kind: kind,
                        name: definition.name,
                        label: set.label(of: definition.name, kind),
                        version: definition.version,
                        published: definition.publishedAt,
                        entries: kind == .register ? counts[definition.name] ?? 0 : nil,
                        standing: file.map { $0.text == definition.text ? .same : .differs } ?? .none
                    )
                )
            }
        }
        return (lines, files.sorted { $0.key < $1.key }.map(\.value))
    }

    /// A declaration with its versions.
    ///
    /// - Throws: `Failure.notAllowed`; what the store and reading the folder throw.
    package func look(
        at kind: DeclarationFile.Kind,
        _ name: String,
        _ administrator: Administrator
    ) async throws -> Look {
        try permitReading(administrator)
        let history = try await store.definitionHistory(kind: kind.rawValue, name: name)
        let publications = try await store.publications(of: history)
        let file = try folder?.files().first { $0.kind == kind && $0.name == name }
        return Look(
            versions: zip(history, publications).map(Version.init).reversed(),
            folderText: file?.text
        )
    }

    /// What people call what is in force; nil where nothing is, or it cannot be read.
    ///
    /// - Throws: What the store throws.
    package func label(of kind: DeclarationFile.Kind, _ name: String) async throws -> Bilingual? {
        try await cache.current().set.label(of: name, kind)
    }

    /// Refuses whoever may not publish: drafts and reasons are of those who keep the registers.
    package func permitReading(_ administrator: Administrator) throws {
        guard case .caller(let caller, _) = administrator else { return }
        let action = Action.publishDefinitions
        guard caller.mayDo(action, at: store.now), caller.role(for: action, on: .everything, at: store.now) != nil
        else { throw Failure.notAllowed(action: action.rawValue) }
    }
}
