import Declarations
import Foundation
import Links
import Testing

/// The declarations that come with the program.
enum Shipped {
    /// Their files.
    static func files() throws -> [DeclarationFile] {
        var root = URL(filePath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        return try DeclarationFile.Kind.allCases.flatMap { kind in
            let folder = root.appending(path: "Definitions").appending(path: kind.folder)
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
                try #require(name.hasSuffix(".yaml"), "\(kind.folder)/\(name) is no .yaml file")
                let url = folder.appending(path: name)
                return DeclarationFile(
                    kind: kind,
                    name: String(name.dropLast(5)),
                    path: "Definitions/\(kind.folder)/\(name)",
                    text: String(decoding: try Data(contentsOf: url), as: UTF8.self)
                )
            }
        }
    }

    /// All of them together.
    static func set() throws -> DeclarationSet {
        DeclarationSet(
            try files(),
            vocabulary: Vocabulary(
                roles: ["staff", "system-administrator", "security-administrator", "audit-administrator"],
                rights: ["patent", "design", "trademark", "gi", "layout"],
                reserved: [],
                pages: LivePage.allCases.map(\.rawValue)
            )
        )
    }
}
