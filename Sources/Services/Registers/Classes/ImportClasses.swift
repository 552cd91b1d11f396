package import Domain
import Formats
package import Store

/// Takes editions of classifications in, and says which are in force.
///
/// An edition is kept as a versioned definition. A file adds to what other files said of the same scheme: a Chinese file
/// gives Chinese titles, an English one English titles; what a file says of a class replaces what was said before.
package struct ImportClasses: Sendable {
    private let store: Store

    package init(store: Store) {
        self.store = store
    }

    /// An edition in force.
    package struct Edition: Codable, Sendable, Hashable {
        /// `ipc`, `cpc`, `field`, `industry`, `locarno`, `nice`, `vienna`, `region`.
        package var scheme: String
        /// The edition's name, where it has one.
        package var edition: String?
        /// Which version of the scheme is in force, from 1; 0 for what is built in.
        package var version: Int64
        package var symbols: Int
        /// Classes with a title in Chinese and in English.
        package var chinese: Int
        package var english: Int
    }

    /// Takes files in, in the order given; each is published by itself.
    ///
    /// - Parameters:
    ///   - paths: The files.
    ///   - scheme: Their scheme, where the files do not tell.
    ///   - edition: The edition's name in the place of one that a file names.
    /// - Returns: What is then in force of each scheme, a line a file.
    /// - Throws: `Failure.invalid` naming file and place; what the store throws.
    package func callAsFunction(
        _ paths: [String],
        scheme: ClassScheme? = nil,
        edition: String? = nil
    ) async throws -> [Edition] {
        var taken: [Edition] = []
        for path in paths {
            let file = try Self.file(path, scheme)
            let kind = ClassTable.definitionKind
            let known = try await store.definitions(kind: kind).first { $0.name == file.scheme.rawValue }
            let before = try known.map { try ClassTable(file.scheme, text: $0.text) }
            let table = ClassTable(
                file.scheme,
                loaded: (before?.entries ?? []) + file.entries,
                edition: edition ?? file.edition ?? before?.edition
            )
            let definition = try await store.publish(
                kind: kind,
                name: file.scheme.rawValue,
                text: ClassTable.text(table.entries, edition: table.edition)
            )
            taken.append(Self.edition(table, version: definition.version))
        }
        return taken
    }

    private static func file(_ path: String, _ scheme: ClassScheme?) throws -> ClassFile {
        do {
            return try ClassFile(path: path, scheme: scheme)
        } catch let failure as FormatFailure {
            throw Failure.invalid(field: path, reason: failure.message)
        }
    }

    /// What is in force of every scheme.
    ///
    /// - Throws: What the store throws; `Failure.invalid` for a definition that is damaged.
    package func editions() async throws -> [Edition] {
        let loaded = try await store.definitions(kind: ClassTable.definitionKind)
        return try ClassScheme.allCases.map { scheme in
            guard let definition = loaded.first(where: { $0.name == scheme.rawValue }) else {
                return Self.edition(ClassTable(scheme), version: 0)
            }
            return Self.edition(try ClassTable(scheme, text: definition.text), version: definition.version)
        }
    }

    private static func edition(_ table: ClassTable, version: Int64) -> Edition {
        Edition(
            scheme: table.scheme.rawValue,
            edition: table.edition,
            version: version,
            symbols: table.entries.count,
            chinese: table.entries.count { $0.zh != nil },
            english: table.entries.count { $0.en != nil }
        )
    }
}
