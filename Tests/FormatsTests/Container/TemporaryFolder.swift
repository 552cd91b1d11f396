import Foundation

@testable import Formats

/// A folder for one test, removed with this object.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "formats-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        // What is left in the folder of temporary files does no harm.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, with the folders above it, and gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let file = path + "/" + name
        let folder = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: file))
        return file
    }

    /// Writes a text file and gives its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    /// What a walk over the folder finds, each file with its name below the folder.
    func found(_ options: ReadOptions = ReadOptions()) -> [String] {
        SourceFiles([path], options: options).map { describe($0) }
    }

    /// One found file in one line.
    func describe(_ file: SourceFile) -> String {
        let name = String(file.name.dropFirst(path.count + 1))
        return switch file {
        case .recognised(let source): name + ": " + source.format.rawValue
        case .skipped(_, let reason): name + " skipped: " + reason
        case .broken(_, .limit(let setting, _)): name + " broken: " + setting
        case .broken(_, .damaged): name + " broken: damaged"
        case .broken(_, let failure): name + " broken: \(failure)"
        }
    }
}
