internal import Bytes
internal import SQLCore

extension Verifier {
    private struct OldVersion {
        let version: Int64
        let digest: Digest256
        let salt: [UInt8]?
        let content: [UInt8]?
    }

    /// Recomputes the digest of every content and text, and follows every line and number that an entry names.
    mutating func checkEntries(in transaction: borrowing Transaction) throws {
        var digest = LogicalDigest()
        for prefix in registers?.map({ $0 + "/" }) ?? [""] {
            try checkEntries(prefix, &digest, in: transaction)
        }
        report.logicalDigest = digest.value
    }

    // The entries whose ids begin so.
    private mutating func checkEntries(
        _ prefix: String,
        _ digest: inout LogicalDigest,
        in transaction: borrowing Transaction
    ) throws {
        var last = prefix
        while true {
            let rows = try transaction.all(EntryStatements.rowsAfter, [.text(last), .integer(block)]) {
                try EntryRow($0, entry: $0.text(10))
            }
            for row in rows {
                guard row.entry.hasPrefix(prefix) else { return }
                report.entries += 1
                digest.add(entry: row.entry, version: row.version, digest: row.digest)
                do {
                    try check(row, in: transaction)
                } catch let error as StoreError {
                    find(.unreadable, row.entry, "\(error)")
                }
            }
            guard let next = rows.last?.entry else { return }
            last = next
        }
    }

    private mutating func check(_ row: EntryRow, in transaction: borrowing Transaction) throws {
        let line = try transaction.first(LogStatements.line, [.integer(row.sequence)]) { try Change($0) }
        if line?.entry != row.entry || line?.version != row.version {
            find(.entryWithoutLine, row.entry, "version \(row.version) names line \(row.sequence)")
        }
        for key in KeyList.keys(row.keys) {
            let owner = try transaction.first(EntryStatements.owner, key.values) { try $0.text(0) }
            if owner != row.entry {
                find(.keyMissing, row.entry, "\(key.field) \(key.value) leads to \(owner ?? "nothing")")
            }
        }
        try checkTexts(of: row.entry, in: transaction)
        if row.state == .live {
            try checkContent(
                row.content,
                salt: row.salt,
                digest: row.digest,
                of: row.entry,
                version: row.version,
                in: transaction
            )
        } else {
            try checkTombstone(row, in: transaction)
        }
        if row.version > 1 { try checkVersions(of: row, in: transaction) }
        try checkSources(of: row, in: transaction)
    }

    private mutating func checkTombstone(_ row: EntryRow, in transaction: borrowing Transaction) throws {
        let name = "\(row.entry) version \(row.version)"
        if row.content != nil || row.salt != nil || !row.keys.isEmpty || row.digest != Digest256() {
            find(.erasure, name, "a tombstone has content, salt, numbers or a digest")
        }
        let leftovers = try transaction.first(VerificationStatements.leftovers, [.text(row.entry)]) {
            try $0.integer(0)
        }
        if let leftovers, leftovers > 0 {
            find(.erasure, name, "a tombstone has \(leftovers) texts or values of lists")
        }
    }

    // That what the sources said can be read; whether a tombstone has sources is found with all sources together.
    private func checkSources(of row: EntryRow, in transaction: borrowing Transaction) throws {
        let sources = try transaction.all(EntryStatements.sources, [.text(row.entry)]) { try SourceRow($0) }
        guard !sources.isEmpty else { return }
        let words = try SourceWords(of: row.entry, content: row.content, with: compressor, in: transaction)
        for source in sources { _ = try source.record(words: words, with: compressor) }
    }

    private mutating func checkVersions(of row: EntryRow, in transaction: borrowing Transaction) throws {
        let versions = try transaction.all(VerificationStatements.versions, [.text(row.entry)]) {
            OldVersion(
                version: try $0.integer(0),
                digest: try $0.digest(2),
                salt: try $0.bytesIfAny(3),
                content: try $0.bytesIfAny(5)
            )
        }
        if versions.map(\.version) != Array(1..<row.version) {
            find(
                .versionMissing,
                row.entry,
                "\(versions.count) older versions where \(row.version - 1) are expected"
            )
        }
        var isErased = row.state != .live
        for old in versions.reversed() {
            if old.digest == Digest256() {
                isErased = true
            } else if isErased {
                if old.content != nil || old.salt != nil {
                    find(.erasure, "\(row.entry) version \(old.version)", "its content or salt is still there")
                }
            } else {
                try checkContent(
                    old.content,
                    salt: old.salt,
                    digest: old.digest,
                    of: row.entry,
                    version: old.version,
                    in: transaction
                )
            }
        }
    }

    private mutating func checkContent(
        _ content: [UInt8]?,
        salt: [UInt8]?,
        digest: Digest256,
        of entry: String,
        version: Int64,
        in transaction: borrowing Transaction
    ) throws {
        let name = "\(entry) version \(version)"
        guard let content, let salt else { return find(.content, name, "it has no content or salt") }
        let slots = try EntryBase.textDigests(of: entry, upTo: version, in: transaction)
            .sorted { $0.key < $1.key }.map { (slot: $0.key, digest: $0.value) }
        do {
            let found = ContentDigest.of(salt: salt, content: try compressor.expand(content), texts: slots)
            if found != digest { find(.content, name, "its digest is \(found), not \(digest)") }
        } catch let error as StoreError {
            find(.content, name, "\(error)")
        }
    }

    private mutating func checkTexts(of entry: String, in transaction: borrowing Transaction) throws {
        let texts = try transaction.all(VerificationStatements.textBodies, [.text(entry)]) {
            (
                name: "\(try $0.text(0)) \(try $0.text(1)) version \(try $0.integer(2))",
                isCompressed: try $0.integer(3) == 1, digest: try $0.digest(4), body: try $0.bytes(5)
            )
        }
        for text in texts {
            do {
                let bytes = text.isCompressed ? try compressor.expand(text.body) : text.body
                if sha256(bytes) != text.digest { find(.text, "\(entry) \(text.name)", "it was changed") }
            } catch let error as StoreError {
                find(.text, "\(entry) \(text.name)", "\(error)")
            }
        }
    }
}
