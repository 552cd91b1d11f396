import Domain
import Foundation

@testable import Formats

/// A stream over bytes in memory, handed out in pieces of a given size.
final class MemoryStream: ByteStream {
    let name = "memory.xml"
    private(set) var offset: Int64 = 0
    private let bytes: [UInt8]
    private let pieceSize: Int

    init(_ bytes: [UInt8], pieceSize: Int = 1 << 20) {
        self.bytes = bytes
        self.pieceSize = pieceSize
    }

    var length: Int64? { Int64(bytes.count) }

    func next() -> [UInt8] {
        let start = Int(offset)
        let end = min(start + pieceSize, bytes.count)
        offset = Int64(end)
        return Array(bytes[start..<end])
    }
}

/// Everything a reader made of a file.
struct XMLReading {
    var records: [SourceRecord] = []
    var rejects: [Reject] = []
    var failure: FormatFailure?

    init(_ text: String, as format: SourceFormat, options: XMLOptions = XMLOptions(), pieceSize: Int = 1 << 20) {
        self.init(Array(text.utf8), as: format, options: options, pieceSize: pieceSize)
    }

    init(_ bytes: [UInt8], as format: SourceFormat, options: XMLOptions = XMLOptions(), pieceSize: Int = 1 << 20) {
        self.init(MemoryStream(bytes, pieceSize: pieceSize), as: format, options: options)
    }

    init(_ stream: any ByteStream, as format: SourceFormat, options: XMLOptions = XMLOptions()) {
        do {
            guard let reader = XMLFormats.reader(for: format, options: options) else { return }
            try reader.read(stream) { item in
                switch item {
                case .record(let record): records.append(record)
                case .reject(let reject): rejects.append(reject)
                }
            }
        } catch {
            failure = error as? FormatFailure ?? .unreadable(reason: "\(error)")
        }
    }

    var bibliography: Bibliography? { records.first?.right.bibliography }

    var patent: Patent.Details? {
        guard case .patent(let patent) = records.first?.right else { return nil }
        return patent.details
    }

    var design: Design.Details? {
        guard case .design(let design) = records.first?.right else { return nil }
        return design.details
    }

    var trademark: Trademark.Details? {
        guard case .trademark(let mark) = records.first?.right else { return nil }
        return mark.details
    }

    var indication: GeographicalIndication.Details? {
        guard case .gi(let indication) = records.first?.right else { return nil }
        return indication.details
    }
}

/// Real files beside the repository, which are not part of it.
enum SharedData {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "data").path)

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "data").appending(path: path)))
    }

    static func read(_ path: String, as format: SourceFormat) throws -> XMLReading {
        XMLReading(try bytes(path), as: format)
    }
}

/// Repeatable random numbers (xorshift64*).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
