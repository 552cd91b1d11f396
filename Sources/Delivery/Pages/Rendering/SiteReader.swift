import Foundation

/// Reads the files of the site's folder; paths are relative to it.
struct SiteReader {
    let folder: URL

    func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    func text(_ path: String) throws -> String {
        do {
            return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
        } catch {
            throw SiteFailure.unreadable(file: path, reason: "\(error.localizedDescription)")
        }
    }

    /// The files of a folder with this ending, by name.
    func files(in path: String, suffix: String) throws -> [String] {
        try names(in: path).filter { $0.hasSuffix(suffix) }.map { path + "/" + $0 }
    }

    /// The folders in a folder, by name.
    func folders(in path: String) throws -> [String] {
        try names(in: path).filter { has("\(path)/\($0)/template.mustache") }
    }

    private func names(in path: String) throws -> [String] {
        let place = folder.appendingPathComponent(path)
        guard has(path) else { throw SiteFailure.missingFolder(place.path) }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
        } catch {
            throw SiteFailure.unreadable(file: path, reason: "\(error.localizedDescription)")
        }
    }
}
