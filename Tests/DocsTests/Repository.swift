import Foundation

/// The files of the repository that these tests read as text.
enum Repository {
    /// The folder that holds Package.swift.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func url(_ path: String) -> URL { root.appending(path: path) }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).path) }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: url(path), encoding: .utf8)
    }

    /// The paths of all files below a folder whose names end so, in order.
    static func files(below folder: String, ending suffix: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url(folder).resolvingSymlinksInPath().path)
            .filter { $0.hasSuffix(suffix) }.map { folder + "/" + $0 }.sorted()
    }

    /// Every page of documentation.
    static func pages() throws -> [String] {
        ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
            + (try files(below: "Docs", ending: ".md"))
    }
}
