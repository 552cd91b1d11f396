import Bytes
import Federation
import HTTPTypes
import Hummingbird
import NIOCore

/// The index for other nodes to copy.
extension Site {
    /// The manifest of the newest snapshot, which names its files.
    func snapshot() async throws -> Answer {
        let manifest = try await services.snapshots.manifest()
        return Answer(type: Self.binary, body: .bytes(manifest), caching: .none)
    }

    /// A file of a snapshot that is held, or a part of it; its bytes never change under its name.
    func snapshotFile(_ name: String, _ visit: Visit) throws -> Answer {
        guard let file = services.snapshots.file(name) else { throw RequestFailure.nowhere }
        switch ByteRange(visit.range, count: file.count) {
        case .whole: return part(0..<file.count, of: file, name)
        case .part(let range):
            var answer = part(range, of: file, name)
            answer.status = .partialContent
            answer.headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.count)"
            return answer
        case .beyond:
            var answer = Answer(type: Self.binary, body: .bytes([]), caching: .none)
            answer.status = .rangeNotSatisfiable
            answer.headers[.contentRange] = "bytes */\(file.count)"
            return answer
        }
    }

    private func part(_ range: Range<Int>, of file: MappedFile, _ name: String) -> Answer {
        let snapshots = services.snapshots
        var answer = Answer(
            type: Self.binary,
            body: .stream(length: range.count) { @concurrent writer in
                for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.pieceBytes) {
                    let piece = start..<min(start + Self.pieceBytes, range.upperBound)
                    let bytes = try await snapshots.bytes(piece, of: file, named: name)
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
                try await writer.finish(nil)
            },
            caching: .none
        )
        answer.headers[.acceptRanges] = "bytes"
        return answer
    }

    private static let binary = "application/octet-stream"
    private static let pieceBytes = 1 << 18
}
