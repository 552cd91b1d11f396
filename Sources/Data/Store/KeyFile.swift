internal import Bytes
internal import Foundation

/// A file of one line that holds a secret and that only its owner may read, such as the key of the log.
package struct KeyFile: Sendable, Hashable {
    /// The longest file that is read, in bytes; every key of ours is far shorter.
    package static let longest = 4096

    /// Where it lies; its folder is made when absent.
    package let path: String

    /// Names a file, whether it is there or not.
    package init(path: String) {
        self.path = path
    }

    /// The line of the file without its line end; the file is made first when it is absent.
    ///
    /// Two processes that start at once agree on one line: that of the faster.
    ///
    /// - Parameter make: gives the line of a new file, without a line end.
    /// - Returns: the line.
    /// - Throws: `StoreError.badKeyFile` when others may read the file or it cannot be read or made; what `make` throws.
    package func line(orMake make: () throws -> String) throws -> String {
        if !FileManager.default.fileExists(atPath: path) {
            let line = try make()
            do {
                try write(line + "\n")
            } catch let error as StoreError {
                throw error
            } catch {
                throw failure("it cannot be made: \(error.localizedDescription); check owner and mode")
            }
        }
        return try read()
    }

    /// The error that says what is wrong with this file, with the remedy.
    package func failure(_ reason: String) -> StoreError {
        .badKeyFile(path, reason)
    }

    // Written whole and made durable under another name, then linked: the link fails when another process was faster.
    private func write(_ text: String) throws {
        let files = FileManager.default
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, !files.fileExists(atPath: folder) {
            try files.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        let temporary = path + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16)
        // Nobody else may read it before it holds anything.
        guard files.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: temporary)
        else { throw failure("it cannot be written; check owner and mode of its folder") }
        defer {
            // It stays behind at worst as a copy that only the owner can read.
            try? files.removeItem(atPath: temporary)
        }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
        try handle.close()
        do {
            try files.linkItem(atPath: temporary, toPath: path)
        } catch  where files.fileExists(atPath: path) {
            return
        }
        try DiskLayer().syncFolder(folder.isEmpty ? "." : folder)
    }

    private func read() throws -> String {
        let attributes: [FileAttributeKey: Any]
        do {
            attributes = try FileManager.default.attributesOfItem(atPath: path)
        } catch {
            throw failure("it cannot be read: \(error.localizedDescription); check owner and mode")
        }
        guard let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0 else {
            throw failure("others may read it; run chmod 600")
        }
        guard let size = attributes[.size] as? NSNumber, size.intValue <= Self.longest else {
            throw failure("it is too long for a key; restore the file from a backup")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw failure("it cannot be read; check owner and mode")
        }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
