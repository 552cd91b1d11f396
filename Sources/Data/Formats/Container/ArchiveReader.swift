import CArchive
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The members of an archive in the order of the file, each read once.
///
/// Every call takes the lock, so that one thread may walk the archive and another read the member it is handed. The
/// library's state belongs to this object alone and is freed with it.
@safe
final class ArchiveReader: @unchecked Sendable {
    /// One member as the archive lists it.
    struct Member: Hashable {
        /// Which of the members, from 1; bytes can be had only while it is the current one.
        var number: Int
        /// The path inside the archive, for names alone; nothing is ever written under it.
        var path: String
        /// Length of its content where the archive states it beforehand.
        var length: Int64?
        /// False for folders, links and devices.
        var isFile: Bool
        var isEncrypted: Bool
    }

    let file: OpenFile
    let kind: ArchiveKind
    private let options: ContainerOptions
    private let lock = Mutex(())
    private var archive: OpaquePointer?
    private var number = 0
    private var expanded: Int64 = 0
    private var hasRest = false
    /// What is wrong with the current member, said again to whoever asks again.
    private var memberFailure: FormatFailure?

    /// Opens an archive.
    ///
    /// - Throws: `FormatFailure.damaged` when its beginning cannot be read.
    init(_ file: OpenFile, kind: ArchiveKind, options: ContainerOptions) throws {
        self.file = file
        self.kind = kind
        self.options = options
        unsafe archive = archive_read_new()
        guard let archive = unsafe archive else { throw FormatFailure.unreadable(reason: "out of memory") }
        switch kind {
        case .zip:
            unsafe archive_read_support_format_zip(archive)
        case .compressed, .tar:
            unsafe archive_read_support_format_tar(archive)
            unsafe archive_read_support_format_raw(archive)
            unsafe archive_read_support_format_empty(archive)
            unsafe archive_read_support_filter_gzip(archive)
            unsafe archive_read_support_filter_bzip2(archive)
            unsafe archive_read_support_filter_xz(archive)
            unsafe archive_read_support_filter_zstd(archive)
        }
        file.rewind()
        guard unsafe archive_read_open_fd(archive, file.descriptor, 64 << 10) == ARCHIVE_OK else {
            throw failure()
        }
    }

    deinit {
        unsafe archive_read_free(archive)
    }

    /// Goes on to the next member; nil after the last one.
    ///
    /// - Throws: `FormatFailure.damaged` when the archive breaks off, `FormatFailure.limit` when it expands beyond
    ///   what the options allow.
    func next() throws -> Member? {
        try lock.withLock { _ in
            try drain()
            memberFailure = nil
            guard number < options.maximumEntries else {
                throw FormatFailure.limit(
                    setting: "maximumEntries",
                    reason: "the archive has more than \(options.maximumEntries) members"
                )
            }
            // Names marked as UTF-8 come through only under a locale that has it; the locale is this thread's for now.
            let previous = unsafe uselocale(Self.locale)
            defer { unsafe uselocale(previous) }
            var entry: OpaquePointer?
            var status = ARCHIVE_RETRY
            for _ in 0..<3 where status == ARCHIVE_RETRY { status = unsafe archive_read_next_header(archive, &entry) }
            if status == ARCHIVE_EOF { return nil }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { throw failure() }
            number += 1
            return unsafe member(entry)
        }
    }

    /// The next bytes of a member, as many as the library unpacks at once; empty at its end.
    ///
    /// - Throws: `FormatFailure` when the member is damaged or no longer the current one, or a limit is passed.
    func bytes(of member: Member) throws -> [UInt8] {
        try lock.withLock { _ in
            guard member.number == number else {
                throw FormatFailure.unreadable(reason: "\(member.path) can be read only before the next member")
            }
            if let memberFailure { throw memberFailure }
            return try block()
        }
    }

    private func block() throws -> [UInt8] {
        let bytes = try rawBlock()
        expanded += Int64(bytes.count)
        hasRest = !bytes.isEmpty
        guard expanded <= options.maximumExpandedBytes else {
            throw FormatFailure.limit(
                setting: "maximumExpandedBytes",
                reason: "the archive expands to more than \(options.maximumExpandedBytes) bytes"
            )
        }
        let rated = file.length.multipliedReportingOverflow(by: options.maximumExpansionRatio)
        guard expanded <= options.unratedBytes || rated.overflow || expanded <= rated.partialValue else {
            throw FormatFailure.limit(
                setting: "maximumExpansionRatio",
                reason: "the archive expands to more than \(options.maximumExpansionRatio) times its length"
            )
        }
        return bytes
    }

    /// The next block as the library delivers it, which keeps what stands before damage.
    private func rawBlock() throws -> [UInt8] {
        while true {
            var start: UnsafeRawPointer?
            var count = 0
            var offset: Int64 = 0
            let status = unsafe archive_read_data_block(archive, &start, &count, &offset)
            if status == ARCHIVE_EOF { return [] }
            guard status == ARCHIVE_OK else {
                hasRest = false
                let failure = failure()
                memberFailure = failure
                throw failure
            }
            // The library keeps `count` bytes in place until the next call.
            if count > 0 { return unsafe Array(UnsafeRawBufferPointer(start: start, count: count)) }
        }
    }

    /// Reads what is left of a member whose end is known only by expanding it, so that it counts.
    private func drain() throws {
        while hasRest { _ = try block() }
    }

    private func member(_ entry: OpaquePointer) -> Member {
        let isSized = unsafe archive_entry_size_is_set(entry) != 0
        let isFile = unsafe archive_entry_filetype(entry) == S_IFREG
        hasRest = isFile && (!isSized || (unsafe archive_filter_count(archive)) > 1)
        var path = ""
        if let text = unsafe archive_entry_pathname(entry) {
            // The library ends the name with a zero.
            path = unsafe Self.name(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
        }
        return Member(
            number: number,
            path: path,
            length: isSized ? unsafe archive_entry_size(entry) : nil,
            isFile: isFile,
            isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0
        )
    }

    private func failure() -> FormatFailure {
        let code = unsafe archive_errno(archive)
        let words = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "cannot be read"
        let place = number == 0 ? "at the beginning" : "member \(number)"
        // The library's own codes are -1 and EILSEQ; others come from the operating system.
        guard code == Self.miscellaneous || code == EILSEQ || code == EINVAL || code == ENOMEM || code == 0 else {
            return .unreadable(reason: words)
        }
        return .damaged(position: place, reason: words)
    }

    /// A name in UTF-8, or in GB 18030 as Chinese archives without the mark have it.
    private static func name(_ bytes: [UInt8]) -> String {
        TextEncoding.utf8.text(bytes) ?? TextEncoding.gb18030.text(bytes) ?? String(decoding: bytes, as: UTF8.self)
    }

    // The C library keeps this locale for the life of the process; it is never changed after it is made.
    nonisolated(unsafe) private static let locale = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    // The library calls it ARCHIVE_ERRNO_MISC.
    private static let miscellaneous: Int32 = -1
}

/// How an archive is packed, as its first bytes tell.
enum ArchiveKind: Hashable, Sendable {
    case zip
    /// A tar file as it is.
    case tar
    /// gzip, bzip2, xz or zstd around a tar file or a single file.
    case compressed
}
