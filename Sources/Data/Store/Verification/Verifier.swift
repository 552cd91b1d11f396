internal import Bytes
internal import SQLCore

/// Checks one moment of the store against itself; what it finds is named, nothing is changed.
struct Verifier {
    let compressor: Compressor
    /// The key whose signatures the checkpoints must bear, when known.
    let key: LogVerifierKey?
    /// The key whose signatures checkpoints may bear besides, when known.
    let other: SM2VerifierKey?
    /// The registers whose entries are checked; nil for everything there is.
    let registers: [String]?
    /// How many findings are reported.
    let limit: Int
    /// The present, in microseconds UTC.
    let now: Int64
    var report = VerificationReport()

    /// How many rows are read at a time.
    let block: Int64 = 500

    init(
        compressor: Compressor,
        key: LogVerifierKey?,
        other: SM2VerifierKey?,
        registers: [String]?,
        limit: Int,
        now: Int64
    ) {
        self.compressor = compressor
        self.key = key
        self.other = other
        self.registers = registers
        self.limit = limit
        self.now = now
    }

    /// Checks everything but the storage itself.
    mutating func run(in transaction: borrowing Transaction) throws {
        try checkLog(in: transaction)
        try checkEntries(in: transaction)
        try checkSeals(in: transaction)
        guard registers == nil else { return }
        try checkKeys(in: transaction)
        try checkSources(in: transaction)
        try checkCounts(in: transaction)
        try checkBlobs(in: transaction)
    }

    /// Notes a finding.
    mutating func find(_ kind: Finding.Kind, _ subject: String, _ detail: String) {
        guard report.findings.count < limit else {
            report.isCut = true
            return
        }
        report.findings.append(Finding(kind: kind, subject: subject, detail: detail))
    }

    private mutating func checkKeys(in transaction: borrowing Transaction) throws {
        var last = LookupKey(scope: "", field: "", value: "")
        while true {
            let rows = try transaction.all(EntryStatements.keysAfter, last.values + [.integer(block)]) {
                (
                    key: LookupKey(scope: try $0.text(0), field: try $0.text(1), value: try $0.text(2)),
                    entry: try $0.text(3), keys: try $0.textIfAny(4)
                )
            }
            for row in rows {
                report.keys += 1
                let name = "\(row.key.scope) \(row.key.field) \(row.key.value)"
                guard let keys = row.keys else {
                    find(.keyStray, name, "leads to \(row.entry), which is not there")
                    continue
                }
                if !KeyList.keys(keys).contains(row.key) {
                    find(.keyStray, name, "leads to \(row.entry), which does not list it")
                }
            }
            guard let next = rows.last?.key else { return }
            last = next
        }
    }

    private mutating func checkSources(in transaction: borrowing Transaction) throws {
        var last = (entry: "", format: "", key: "")
        while true {
            let rows = try transaction.all(
                EntryStatements.sourcesAfter,
                [.text(last.entry), .text(last.format), .text(last.key), .integer(block)]
            ) { (entry: try $0.text(0), format: try $0.text(1), key: try $0.text(2), state: try $0.integerIfAny(3)) }
            for row in rows where row.state != EntryState.live.rawValue {
                find(
                    .sourceStray,
                    row.entry,
                    "\(row.format) \(row.key) belongs to \(row.state == nil ? "no entry" : "a tombstone")"
                )
            }
            guard let next = rows.last else { return }
            last = (next.entry, next.format, next.key)
        }
    }

    private mutating func checkCounts(in transaction: borrowing Transaction) throws {
        let row: (borrowing Row) throws -> RegisterCount = {
            RegisterCount(register: try $0.text(0), entries: try $0.integer(1), tombstones: try $0.integer(2))
        }
        let noted = try transaction.all(EntryStatements.counts, [], row)
        let found = try transaction.all(EntryStatements.trueCounts, [], row)
        let registers = Set(noted.map(\.register)).union(found.map(\.register)).sorted()
        for register in registers {
            let left = noted.first { $0.register == register }
            let right = found.first { $0.register == register }
            let (notedLive, notedDead) = (left?.entries ?? 0, left?.tombstones ?? 0)
            let (live, dead) = (right?.entries ?? 0, right?.tombstones ?? 0)
            if (notedLive, notedDead) != (live, dead) {
                find(
                    .counts,
                    register,
                    "noted \(notedLive) entries and \(notedDead) tombstones, found \(live) and \(dead)"
                )
            }
        }
    }

    private mutating func checkBlobs(in transaction: borrowing Transaction) throws {
        var last = Digest256()
        while true {
            let rows = try transaction.all(BlobStatements.after, [.digest(last), .integer(block)]) {
                (digest: try $0.digest(0), size: try $0.integer(1))
            }
            for row in rows {
                var hasher = SHA256Hasher()
                var (part, size) = (Int64(0), Int64(0))
                while let bytes = try transaction.first(
                    BlobStatements.part,
                    [.digest(row.digest), .integer(part)],
                    { try $0.bytes(0) }
                ) {
                    hasher.update(bytes)
                    size += Int64(bytes.count)
                    part += 1
                }
                if size != row.size || hasher.finish() != row.digest {
                    find(.blob, row.digest.description, "\(row.size) bytes expected, \(size) found or changed")
                }
            }
            guard let next = rows.last?.digest else { break }
            last = next
        }
        let missing = try transaction.all(BlobStatements.missing, [.integer(Int64(limit))]) {
            (digest: try $0.digest(0), entry: try $0.text(1))
        }
        for row in missing { find(.blobMissing, row.entry, "names blob \(row.digest)") }
    }
}
