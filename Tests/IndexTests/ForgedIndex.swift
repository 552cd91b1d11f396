import Bytes
import Foundation

@testable import Index

/// An index whose bytes were changed on purpose and whose checksums were then made right again.
///
/// No checksum protects against whoever can write the folder, so only the readers' own checks stand before such bytes.
struct ForgedIndex {
    let folder: String
    /// The bytes of every file as its writer left them.
    let files: [String: [UInt8]]

    init(_ folder: String) throws {
        self.folder = folder
        var files: [String: [UInt8]] = [:]
        for name in try Folder.names(folder) where name != FileKind.lockName {
            files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
        }
        self.files = files
    }

    /// Where the changeable bytes of a file end: behind them come only checksums and lengths.
    static func bodyEnd(_ bytes: [UInt8]) -> Int {
        bytes[(bytes.count - IndexFile.footerSize)...].prefix(8).enumerated()
            .reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    }

    /// Writes a file with other bytes in its body, and a manifest that knows it.
    func write(_ changed: [UInt8], as name: String) throws {
        let sealed = Self.sealed(changed)
        try Data(sealed).write(to: URL(fileURLWithPath: folder + "/" + name))
        guard name != FileKind.manifestName, var manifest = try? IndexManifest.read(folder) else { return }
        let checksum = sealed[(sealed.count - 8)..<(sealed.count - 4)].enumerated()
            .reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
        for index in manifest.segments.indices {
            for file in manifest.segments[index].files.indices where manifest.segments[index].files[file].name == name {
                manifest.segments[index].files[file].checksum = checksum
            }
            if manifest.segments[index].live?.name == name { manifest.segments[index].live?.checksum = checksum }
        }
        let written = try manifest.write(UnfinishedFiles(folder: folder, layer: UnsyncedLayer()))
        try UnsyncedLayer().rename(written, to: folder + "/" + FileKind.manifestName)
    }

    /// Puts every file back as it was.
    func restore() throws {
        for name in try Folder.names(folder) where files[name] == nil {
            try UnsyncedLayer().remove(folder + "/" + name)
        }
        for (name, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    }

    private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let end = bodyEnd(bytes)
        var tail: [UInt8] = []
        for start in stride(from: 0, to: end, by: FileSink.pageSize) {
            appendLittleEndian(CRC32C.checksum(Array(bytes[start..<min(start + FileSink.pageSize, end)])), to: &tail)
        }
        let footer = bytes.count - IndexFile.footerSize
        tail += bytes[footer..<(footer + 24)]
        appendLittleEndian(CRC32C.checksum(tail), to: &tail)
        return bytes[..<end] + tail + IndexFile.endMagic
    }
}
