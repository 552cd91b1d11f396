import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses what a streamed answer writes, and passes on what has become of it.
struct GzipWriter: ResponseBodyWriter {
    private var base: any ResponseBodyWriter
    private let stream: GzipStream

    init(_ base: any ResponseBodyWriter) throws {
        self.base = base
        stream = try GzipStream()
    }

    @concurrent mutating func write(_ buffer: ByteBuffer) async throws {
        let bytes = stream.add(Array(buffer.readableBytesView))
        if !bytes.isEmpty { try await base.write(ByteBuffer(bytes: bytes)) }
    }

    @concurrent consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await base.write(ByteBuffer(bytes: stream.add([], isLast: true)))
        try await base.finish(trailingHeaders)
    }
}
