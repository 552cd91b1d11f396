import Foundation

extension RecognisedSource {
    /// Reads files that lie beside the source, in its folder or below: the pictures of a document.
    ///
    /// - Parameters:
    ///   - names: names as the source has them, relative to its folder; none leads out of it or through a symbolic link.
    ///   - limit: most bytes of one file.
    ///   - total: most bytes of all of them.
    /// - Returns: What became of each name.
    package func neighbours(_ names: [String], limit: Int, total: Int) -> [String: Result<[UInt8], FormatFailure>] {
        var found: [String: Result<[UInt8], FormatFailure>] = [:]
        var rest = total
        /// Takes a file while there is room for it.
        func take(_ path: String, _ bytes: Result<[UInt8], any Error>) {
            switch bytes {
            case .failure(let error): found[path] = .failure(FormatFailure(error))
            case .success(let bytes) where bytes.count > rest:
                found[path] = .failure(.unreadable(reason: "the pictures of the record are more than \(total) bytes"))
            case .success(let bytes):
                rest -= bytes.count
                found[path] = .success(bytes)
            }
        }
        let paths = Set(names.compactMap(Self.relative))
        switch origin {
        case .file:
            let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
            for path in paths.sorted() { take(path, Result { try Self.read(folder, path, limit) }) }
        case .member(let archive, let member, let neighbours):
            do {
                guard archive.kind == .zip else {
                    throw FormatFailure.unreadable(reason: "pictures inside a tar archive are not read; unpack it")
                }
                let own = ArchiveNeighbours.plain(member.path)
                let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
                try neighbours.find(Set(paths.map { folder + $0 }), limit: limit) { path, bytes in
                    take(String(path.dropFirst(folder.count)), bytes)
                }
            } catch {
                for path in paths where found[path] == nil { found[path] = .failure(FormatFailure(error)) }
            }
        }
        let strayed = FormatFailure.unreadable(reason: "the name leads out of the folder")
        let pairs = Set(names).map { name in
            (name, Self.relative(name).map { found[$0] ?? .failure(Self.missing) } ?? .failure(strayed))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private static let missing = FormatFailure.unreadable(reason: "no such file beside the document")

    /// A name without steps that do nothing; nil for one that leads out of the folder.
    private static func relative(_ name: String) -> String? {
        let parts = name.split(separator: "/").filter { $0 != "." }
        guard !name.hasPrefix("/"), !parts.isEmpty, !parts.contains(".."), !name.utf8.contains(0) else { return nil }
        return parts.joined(separator: "/")
    }

    private static func read(_ folder: String, _ path: String, _ limit: Int) throws -> [UInt8] {
        var place = folder
        for part in path.split(separator: "/") {
            place += place.isEmpty || place.hasSuffix("/") ? String(part) : "/" + part
            guard let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
            else {
                throw missing
            }
            guard type != .typeSymbolicLink else {
                throw FormatFailure.unreadable(reason: "a symbolic link, which is not followed")
            }
        }
        let file = try OpenFile(path: place)
        guard file.length <= Int64(limit) else { throw FormatFailure.unreadable(reason: "larger than \(limit) bytes") }
        return try file.read(at: 0, count: Int(file.length))
    }
}
