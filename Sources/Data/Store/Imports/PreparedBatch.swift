/// A batch of which everything is worked out that does not need the lock; `commit` takes it in.
package struct PreparedBatch: Sendable {
    /// What shall become of one item.
    enum Item: Sendable {
        case unchanged
        case rejected(String?)
        case write(PreparedWrite)

        var write: PreparedWrite? { if case .write(let write) = self { write } else { nil } }
        var isWrite: Bool { if case .write = self { true } else { false } }

        var fate: ImportOutcome.Fate {
            switch self {
            case .unchanged: .unchanged
            case .rejected(let reason): .rejected(reason)
            case .write: .imported
            }
        }
    }

    /// The records that cannot be kept, by their places in the batch, with the reasons.
    package var rejections: [(offset: Int, reason: String)] {
        let first = batch.items.count - items.count
        return items.enumerated().compactMap { place, item in
            if case .rejected(let reason?) = item { (first + place, reason) } else { nil }
        }
    }

    let batch: ImportBatch
    /// The last items of the batch: all of them, or those that were not stored yet.
    let items: [Item]
    /// The turn of the log when the items were prepared: no logged write of others since means that they still fit.
    var turn: LogTurn
}
