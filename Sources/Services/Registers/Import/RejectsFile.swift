import Bytes
import Formats
import Foundation

/// The list of rejected records of one source file: one JSON object a line with file, position and reason.
struct RejectsFile {
    private struct Line: Codable {
        var file: String
        var index: Int64
        var position: String
        var reason: String
        var excerpt: String
    }

    /// Path of the list.
    let path: String
    private let source: String
    private let encoder: JSONEncoder

    /// Names the list of a source file in a folder.
    init(folder: String, source: String) {
        let name = source.split(separator: "/").last.map(String.init) ?? "source"
        let mark = sha256(Array(source.utf8)).description.prefix(8)
        path = folder + "/" + name + "-" + mark + ".jsonl"
        self.source = source
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Begins the list anew, keeping lines up to a place where an interrupted import goes on.
    ///
    /// - Returns: Whether lines were kept.
    func begin(keepingUpTo index: Int64) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        let decoder = JSONDecoder()
        let kept = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { line in
            // A line cut off by a crash is not kept: its record comes again.
            ((try? decoder.decode(Line.self, from: Data(line.utf8)))?.index ?? .max) <= index
        }
        if kept.isEmpty {
            try FileManager.default.removeItem(atPath: path)
            return false
        }
        try (kept.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        return true
    }

    /// Appends rejects.
    func append(_ rejects: [(index: Int64, reject: Reject)]) throws {
        guard !rejects.isEmpty else { return }
        var data = Data()
        for (index, reject) in rejects {
            let line = Line(
                file: source,
                index: index,
                position: reject.position.description,
                reason: reject.reason,
                excerpt: reject.excerpt
            )
            data.append(try encoder.encode(line))
            data.append(0x0A)
        }
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if !FileManager.default.fileExists(atPath: path) {
            try Data().write(to: URL(filePath: path))
        }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        defer { try? handle.close() }  // Closing a file that was written and synced has nothing left to lose.
        try handle.seekToEnd()
        try handle.write(contentsOf: data)
        try handle.synchronize()
    }
}
