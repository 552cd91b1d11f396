import Bytes
import Formats
import Foundation

/// The list of rejected records of one source file: one JSON object a line with file, position and reason.
struct RejectsFile: Sendable {
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

    /// Names the list of a source file in a folder.
    init(folder: String, source: String) {
        let name = source.split(separator: "/").last.map(String.init) ?? "source"
        let mark = sha256(Array(source.utf8)).description.prefix(8)
        path = folder + "/" + name + "-" + mark + ".jsonl"
        self.source = source
    }

    /// Begins the list anew, keeping lines up to a place where an interrupted import goes on.
    ///
    /// - Throws: What the file system throws.
    func begin(keepingUpTo index: Int64) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard index > 0 else { return try FileManager.default.removeItem(atPath: path) }
        let handle = try FileHandle(forUpdating: URL(filePath: path))
        defer { Self.close(handle) }
        try handle.truncate(atOffset: try Self.length(of: handle, keepingUpTo: index))
    }

    /// Appends rejects, which are on disk when it returns.
    ///
    /// - Throws: What the file system throws.
    func append(_ rejects: [(index: Int64, reject: Reject)]) throws {
        guard !rejects.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
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
        if !FileManager.default.fileExists(atPath: path) {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: path))
        }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        defer { Self.close(handle) }
        try handle.seekToEnd()
        try handle.write(contentsOf: data)
        try handle.synchronize()
    }

    /// Bytes up to the last whole line of a record up to `index`; the lines are in the order of the file.
    private static func length(of handle: FileHandle, keepingUpTo index: Int64) throws -> UInt64 {
        let decoder = JSONDecoder()
        var length: UInt64 = 0
        var rest: [UInt8] = []
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
            rest += chunk
            var start = 0
            while let end = rest[start...].firstIndex(of: 0x0A) {
                // A line cut off by a crash is not kept: its record comes again.
                guard let line = try? decoder.decode(Line.self, from: Data(rest[start..<end])), line.index <= index
                else { return length }
                length += UInt64(end + 1 - start)
                start = end + 1
            }
            rest.removeFirst(start)
        }
        return length
    }

    private static func close(_ handle: FileHandle) {
        // A file that was written and synced has nothing left to lose.
        try? handle.close()
    }
}
