/// Writes a new file front to back in pages of 64 KiB, keeping the CRC-32C of each page and the SHA-256 of all bytes.
///
/// For one thread. The file is durable only after `FileLayer.sync` and `syncFolder`.
public final class FileSink {
    /// The bytes that share one checksum.
    public static let pageSize = 65_536

    /// The path written to.
    public let path: String
    /// The bytes taken so far, also the offset of the next one.
    public private(set) var count = 0

    private let layer: any FileLayer
    private var handle: FileHandleNumber?
    private var page: [UInt8] = []
    private var checksums: [UInt32] = []
    private var hasher = SHA256Hasher()

    /// Creates the file.
    ///
    /// - Throws: `FileFailure.system`.
    public init(_ path: String, layer: any FileLayer) throws(FileFailure) {
        self.path = path
        self.layer = layer
        handle = try layer.create(path)
        page.reserveCapacity(FileSink.pageSize)
    }

    deinit {
        // Only an abandoned file is still open here; whoever abandoned it reports why, and removes it.
        if let handle { try? layer.close(handle, path: path) }
    }

    /// Appends bytes.
    public func append(_ bytes: [UInt8]) throws(FileFailure) {
        count += bytes.count
        if page.count + bytes.count < FileSink.pageSize {
            page.append(contentsOf: bytes)
            return
        }
        var start = 0
        while start < bytes.count {
            let step = min(FileSink.pageSize - page.count, bytes.count - start)
            page.append(contentsOf: bytes[start..<start + step])
            start += step
            if page.count == FileSink.pageSize { try flushPage() }
        }
    }

    /// Ends the last page and returns the checksums of all pages; what follows belongs to none.
    public func sealPages() throws(FileFailure) -> [UInt32] {
        if !page.isEmpty { try flushPage() }
        return checksums
    }

    /// Writes what is held back and closes the file.
    ///
    /// - Returns: The SHA-256 of all bytes.
    public func close() throws(FileFailure) -> Digest256 {
        if !page.isEmpty { try flushPage() }
        if let open = handle {
            handle = nil
            try layer.close(open, path: path)
        }
        return hasher.finish()
    }

    private func flushPage() throws(FileFailure) {
        guard let handle else { throw .system(operation: "write to closed", path: path, code: 9) }
        checksums.append(CRC32C.checksum(page))
        hasher.update(page)
        try layer.append(page, to: handle, path: path)
        page.removeAll(keepingCapacity: true)
    }
}
