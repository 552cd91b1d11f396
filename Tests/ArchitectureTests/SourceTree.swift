import Foundation

/// The checkout as these tests read it: every Swift file below Sources and Tests, as text.
struct SourceTree {
    /// One source file.
    struct File {
        /// Path from the repository root, such as `Sources/Core/Domain/Failure.swift`.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

        /// The module whose folder holds the file: the component after the layer.
        var module: String {
            let parts = path.split(separator: "/")
            return parts.count > 3 ? String(parts[2]) : ""
        }

        /// Names of the modules that the file imports.
        var imports: [String] {
            lines.compactMap { line in
                var words = line.split(separator: " ")
                while let first = words.first, Self.importModifiers.contains(String(first)) { words.removeFirst() }
                guard words.count >= 2, words[0] == "import" else { return nil }
                let name = Self.declarationKinds.contains(String(words[1])) && words.count > 2 ? words[2] : words[1]
                return String(name.split(separator: ".")[0])
            }
        }

        /// The lines without line comments, so that prose cannot trip a rule about code.
        var code: [(number: Int, text: String)] {
            lines.enumerated().compactMap { index, line in
                let trimmed = line.drop { $0 == " " }
                return trimmed.hasPrefix("//") ? nil : (index + 1, String(line))
            }
        }

        private static let importModifiers: Set<String> = [
            "public", "package", "internal", "private", "fileprivate", "@preconcurrency", "@testable", "@_exported",
            "unsafe",
        ]
        private static let declarationKinds: Set<String> = [
            "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
        ]
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let sources: [File]
    let tests: [File]

    init() throws {
        sources = try Self.files(below: "Sources")
        tests = try Self.files(below: "Tests")
    }

    /// The text of a file at the repository root or below; throws when it is missing.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func files(below folder: String) throws -> [File] {
        let base = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
        let prefix = root.path(percentEncoded: false)
        return try walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map { url in
            let path = url.path(percentEncoded: false)
            let relative = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
            return File(
                path: relative.hasPrefix("/") ? String(relative.dropFirst()) : relative,
                text: try String(contentsOf: url, encoding: .utf8)
            )
        }.sorted { $0.path < $1.path }
    }
}
