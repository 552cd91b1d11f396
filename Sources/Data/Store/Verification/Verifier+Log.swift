internal import Bytes
internal import SQLCore

extension Verifier {
    private struct Line {
        let change: Change
        let entryVersion: Int64?
        let entrySequence: Int64?
        let entryDigest: Digest256?
        let entryRegister: String?
        let versionSequence: Int64?
        let versionDigest: Digest256?

        init(_ row: borrowing Row) throws {
            change = try Change(row)
            entryVersion = try row.integerIfAny(7)
            entrySequence = try row.integerIfAny(8)
            entryDigest = try row.bytesIfAny(9).flatMap { Digest256($0) }
            entryRegister = try row.textIfAny(10)
            versionSequence = try row.integerIfAny(11)
            versionDigest = try row.bytesIfAny(12).flatMap { Digest256($0) }
        }
    }

    /// Recomputes the tree from the lines and compares it with head, tiles and checkpoints, and each line with the
    /// version that it speaks of.
    mutating func checkLog(in transaction: borrowing Transaction) throws {
        var frontier = MerkleFrontier()
        var tiles: [[Digest256]] = []
        var lastSequence: Int64 = 0
        var checkpoint = try nextCheckpoint(after: -1, in: transaction)
        while true {
            let lines = try transaction.all(
                VerificationStatements.linesAfter,
                [.integer(lastSequence), .integer(block)]
            ) { try Line($0) }
            for line in lines {
                let sequence = line.change.sequence
                if sequence != lastSequence + 1 {
                    find(.logGap, "line \(lastSequence + 1)", "the next line is \(sequence)")
                }
                lastSequence = sequence
                checkpoint = try check(checkpoint, at: frontier, in: transaction)
                let leaf = line.change.leaf
                frontier.append(leaf)
                try push(leaf, level: 0, size: frontier.size, tiles: &tiles, in: transaction)
                check(line)
            }
            report.lines += Int64(lines.count)
            if lines.isEmpty { break }
        }
        checkpoint = try check(checkpoint, at: frontier, in: transaction)
        if let checkpoint {
            find(.checkpoint, "checkpoint \(checkpoint.size)", "the log has only \(frontier.size) lines")
        }
        for level in tiles.indices.dropFirst() where !tiles[level].isEmpty {
            try compareTile(
                tiles[level],
                level: level,
                number: frontier.size >> Int64(8 * (level + 1)),
                in: transaction
            )
        }
        try checkHead(frontier, in: transaction)
    }

    private mutating func checkHead(_ frontier: MerkleFrontier, in transaction: borrowing Transaction) throws {
        let head = try transaction.first(LogStatements.head) {
            (size: try $0.integer(0), root: try $0.digest(1), frontier: try $0.bytes(2))
        }
        guard let head else { return find(.logRoot, "head", "it is missing") }
        if head.size != frontier.size {
            find(.logGap, "head", "it says \(head.size) lines, there are \(frontier.size)")
        } else if head.root != frontier.root || head.frontier != frontier.bytes {
            find(.logRoot, "head", "it says \(head.root), the lines give \(frontier.root)")
        }
    }

    private mutating func check(_ line: Line) {
        let change = line.change
        let name = "\(change.entry) version \(change.version)"
        guard let version = line.entryVersion, version >= change.version else {
            return find(
                .entryBehindLog,
                name,
                "line \(change.sequence), but the entry has version \(line.entryVersion.map(String.init) ?? "none")"
            )
        }
        let isNewest = version == change.version
        guard let sequence = isNewest ? line.entrySequence : line.versionSequence,
            let digest = isNewest ? line.entryDigest : line.versionDigest
        else { return find(.versionMissing, name, "line \(change.sequence) speaks of it") }
        if sequence != change.sequence || digest != change.digest || line.entryRegister != change.register {
            find(.entryDiffersFromLog, name, "line \(change.sequence) has \(change.digest), the version \(digest)")
        }
    }

    // Compares checkpoints of the present size with the tree, and gives the next one.
    private mutating func check(
        _ checkpoint: Checkpoint?,
        at frontier: MerkleFrontier,
        in transaction: borrowing Transaction
    ) throws -> Checkpoint? {
        guard let checkpoint, checkpoint.size == frontier.size else { return checkpoint }
        let name = "checkpoint \(checkpoint.size)"
        if checkpoint.root != frontier.root {
            find(.checkpoint, name, "it says \(checkpoint.root), the lines give \(frontier.root)")
        }
        if let key {
            do {
                let body = try CheckpointBody(text: key.verifiedText(of: checkpoint.note))
                if body != CheckpointBody(origin: key.name, size: checkpoint.size, root: checkpoint.root) {
                    find(.checkpointSignature, name, "the signed text speaks of another state")
                }
            } catch {
                find(.checkpointSignature, name, "\(error)")
            }
        }
        if let other {
            do {
                // One without is of a time when the log had no such key.
                _ = try other.hasSigned(checkpoint.note)
            } catch {
                find(.checkpointSignature, name, "\(error)")
            }
        }
        return try nextCheckpoint(after: checkpoint.size, in: transaction)
    }

    private func nextCheckpoint(after size: Int64, in transaction: borrowing Transaction) throws -> Checkpoint? {
        try transaction.first(LogStatements.checkpointsAfter, [.integer(size), .integer(1)]) { try Checkpoint($0) }
    }

    private mutating func push(
        _ hash: Digest256,
        level: Int,
        size: Int64,
        tiles: inout [[Digest256]],
        in transaction: borrowing Transaction
    ) throws {
        if tiles.count == level { tiles.append([]) }
        tiles[level].append(hash)
        guard tiles[level].count == Int(LogTile.width) else { return }
        let full = tiles[level]
        tiles[level] = []
        let number = (size >> Int64(8 * (level + 1))) - 1
        try compareTile(full, level: level, number: number, in: transaction)
        try push(MerkleTree.root(of: full[...]), level: level + 1, size: size, tiles: &tiles, in: transaction)
    }

    private mutating func compareTile(
        _ hashes: [Digest256],
        level: Int,
        number: Int64,
        in transaction: borrowing Transaction
    ) throws {
        let stored = try transaction.first(LogStatements.tile, [.integer(Int64(level)), .integer(number)]) {
            try $0.bytes(0)
        }
        if stored != hashes.flatMap(\.bytes) {
            find(.logTile, "tile \(level)/\(number)", stored == nil ? "it is missing" : "it has other hashes")
        }
    }
}
