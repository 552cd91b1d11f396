internal import Bytes
internal import Foundation
package import SQLCore

extension Store {
    /// Writes a consistent copy of the store into a new or empty folder, while others go on reading and writing.
    ///
    /// Beside the database the copy holds the keys of the node, so keep it as safe as the data folder.
    ///
    /// - Parameters:
    ///   - folder: the data folder of this store.
    ///   - target: the folder of the backup.
    /// - Returns: what was written.
    /// - Throws: `StoreError.exists` when the target is not empty; `DatabaseError`.
    @discardableResult
    package func backup(of folder: StoreFolder, to target: String) async throws -> BackupManifest {
        let files = FileManager.default
        if files.fileExists(atPath: target), try !files.contentsOfDirectory(atPath: target).isEmpty {
            throw StoreError.exists(target)
        }
        let copy = StoreFolder(path: target)
        try Self.makeFolder((copy.logKey as NSString).deletingLastPathComponent)
        let madeAt = options.now()
        try await database.backup(toFile: copy.database)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copy.database)
        var names = [StoreFolder.databaseName]
        for name in StoreFolder.secretNames where files.fileExists(atPath: folder.file(name)) {
            try Self.copySecret(folder.file(name), to: copy.file(name))
            names.append(name)
        }
        let manifest = BackupManifest(
            format: 1,
            madeAt: madeAt,
            files: try names.map { try Self.describe($0, in: copy) }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try encoder.encode(manifest).write(to: URL(fileURLWithPath: copy.file(StoreFolder.manifestName)))
        return manifest
    }

    /// Makes a data folder from a backup, after checking every file of it.
    ///
    /// - Throws: `StoreError.exists` when the folder already has a store; `.badBackup` when the backup is incomplete or
    ///   was changed.
    package static func restore(from backup: String, to folder: StoreFolder) throws {
        try unpack(from: backup, to: folder)
        try FileManager.default.moveItem(atPath: folder.restoring, toPath: folder.database)
    }

    /// Makes a data folder from a backup as it was when its log had `size` lines; see ``rewind(to:draft:)``.
    ///
    /// - Parameters:
    ///   - backup: the folder of the backup.
    ///   - folder: the data folder to make.
    ///   - size: how many lines of the log stay.
    ///   - open: opens the copy of the database, whose path it gets.
    ///   - draft: what is worked out from the content of an entry.
    /// - Returns: what going back did.
    /// - Throws: As ``restore(from:to:)``, and `StoreError.notFound` when the log of the backup is shorter.
    package static func restore(
        from backup: String,
        to folder: StoreFolder,
        upTo size: Int64,
        open: (String) throws -> any Database,
        draft: @escaping @Sendable (StoredEntry) throws -> Draft
    ) async throws -> Rewound {
        try unpack(from: backup, to: folder)
        do {
            let store = try await Store.open(open(folder.restoring))
            let result = try await store.rewind(to: size, draft: draft)
            try await store.close()
            try FileManager.default.moveItem(atPath: folder.restoring, toPath: folder.database)
            return result
        } catch {
            // So that another line can be asked for in the same folder.
            try remove(folder.leftovers + StoreFolder.secretNames.map(folder.file))
            throw error
        }
    }

    // Copies the files of a backup, the database under a name under which nobody takes it for a store.
    private static func unpack(from backup: String, to folder: StoreFolder) throws {
        let files = FileManager.default
        let source = StoreFolder(path: backup)
        let kept = [folder.database, folder.database + "-wal"] + StoreFolder.secretNames.map(folder.file)
        for path in kept where files.fileExists(atPath: path) {
            throw StoreError.exists(path)
        }
        let manifest = try manifest(of: source)
        for file in manifest.files where try describe(file.name, in: source) != file {
            throw StoreError.badBackup("\(file.name) is not as it was written")
        }
        try makeFolder((folder.logKey as NSString).deletingLastPathComponent)
        try remove(folder.leftovers)
        for file in manifest.files {
            let target = file.name == StoreFolder.databaseName ? folder.restoring : folder.file(file.name)
            try copySecret(source.file(file.name), to: target)
        }
    }

    private static func manifest(of source: StoreFolder) throws -> BackupManifest {
        guard let data = FileManager.default.contents(atPath: source.file(StoreFolder.manifestName)) else {
            throw StoreError.badBackup("\(source.path) has no \(StoreFolder.manifestName)")
        }
        let manifest: BackupManifest
        do {
            manifest = try JSONDecoder().decode(BackupManifest.self, from: data)
        } catch {
            throw StoreError.badBackup("\(StoreFolder.manifestName) cannot be read: \(error)")
        }
        let known = [StoreFolder.databaseName] + StoreFolder.secretNames
        guard manifest.format == 1, manifest.files.allSatisfy({ known.contains($0.name) }),
            manifest.files.contains(where: { $0.name == StoreFolder.databaseName })
        else { throw StoreError.badBackup("\(StoreFolder.manifestName) describes something else") }
        return manifest
    }

    private static func describe(_ name: String, in folder: StoreFolder) throws -> BackupManifest.File {
        guard let handle = FileHandle(forReadingAtPath: folder.file(name)) else {
            throw StoreError.badBackup("\(name) is missing")
        }
        defer {
            // Closing a file that was only read cannot lose anything.
            try? handle.close()
        }
        var hasher = SHA256Hasher()
        var bytes: Int64 = 0
        while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
            hasher.update(Array(data))
            bytes += Int64(data.count)
        }
        return BackupManifest.File(name: name, bytes: bytes, sha256: hasher.finish().description)
    }

    private static func remove(_ paths: [String]) throws {
        for path in paths where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    private static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    // Copied under another name first, so that a copy that breaks off is never taken for the file.
    private static func copySecret(_ source: String, to target: String) throws {
        let files = FileManager.default
        let partial = target + ".partial"
        if files.fileExists(atPath: partial) { try files.removeItem(atPath: partial) }
        try files.copyItem(atPath: source, toPath: partial)
        try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: partial)
        try files.moveItem(atPath: partial, toPath: target)
    }
}
