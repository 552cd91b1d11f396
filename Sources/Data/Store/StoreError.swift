/// What can go wrong in the store beyond the database itself.
package enum StoreError: Error, Sendable, Hashable {
    /// There is no such entry.
    case notFound(entry: String)
    /// The entry was changed by someone else since it was read: read it again, then decide.
    case changedMeanwhile(entry: String, expected: Int64, found: Int64)
    /// The entry was erased at a person's request and does not come back.
    case erased(entry: String)
    /// Another entry has this number or name, which only one may have.
    case keyTaken(LookupKey, owner: String)
    /// A value cannot be kept; the text says which and why.
    case refused(entry: String, reason: String)
    /// The line of a cursor is not in the log: the log went back, and the reader must too.
    case logDiverged(sequence: Int64, lastCheckpoint: Int64)
    /// The log no longer begins with what a checkpoint of this many lines says, so it is not signed again.
    case logForked(checkpoint: Int64)
    /// Stored data contradicts itself: run `doctor`.
    case damaged(String)
    /// A signed note or key has another shape or does not verify; the text says why.
    case invalidNote(String)
    /// A key file cannot be used; path and reason with remedy.
    case badKeyFile(String, String)
    /// A file or folder that would be overwritten.
    case exists(String)
    /// A move into this database was begun and not finished: give the same command again, or take an empty database.
    case moveUnfinished
    /// A move cannot begin, go on or end; the text says why.
    case cannotMove(String)
    /// A backup cannot be used; the text says why.
    case badBackup(String)
    /// A server that crashed, or was failed over from, lost what was stored of this file last: go on from the progress.
    case importWentBack(String)
    /// Another import of the same file went on meanwhile.
    case importedElsewhere(String)
    /// The lease of a job ended and another runner may have it: what was to be saved with its end is not.
    case jobLost(String)
}

extension StoreError: CustomStringConvertible {
    /// The failure and its remedy, in one line.
    package var description: String {
        switch self {
        case .notFound(let entry): "there is no entry \(entry)"
        case .changedMeanwhile(let entry, let expected, let found):
            "\(entry) has version \(found) by now, not \(expected): read it again"
        case .erased(let entry): "\(entry) was erased at a person's request"
        case .keyTaken(let key, let owner): "\(key.field) \(key.value) already belongs to \(owner)"
        case .refused(let entry, let reason): "\(entry): \(reason)"
        case .logDiverged(let sequence, let checkpoint):
            "log diverged after checkpoint \(checkpoint): line \(sequence) is another one now; rebuild from there"
        case .logForked(let size):
            "the log no longer begins with the \(size) lines that were signed: run doctor, restore the newest backup"
        case .damaged(let what): "stored data is damaged: \(what); run doctor"
        case .invalidNote(let why): "not a valid signed note: \(why)"
        case .badKeyFile(let path, let why): "\(path): \(why)"
        case .exists(let path): "\(path) exists already and is not overwritten"
        case .moveUnfinished:
            "a move into this database is not finished: give the same `huizhi move` again, or take an empty database"
        case .cannotMove(let why): "the store cannot be moved: \(why)"
        case .badBackup(let why): "the backup cannot be used: \(why)"
        case .importWentBack(let path):
            "the database lost what was imported of \(path) last: give the same command again, which goes on from there"
        case .importedElsewhere(let path): "another import of \(path) is under way: let it end, then look at its report"
        case .jobLost(let id): "job \(id) was held too long, another runner may have it: nothing was saved"
        }
    }
}
