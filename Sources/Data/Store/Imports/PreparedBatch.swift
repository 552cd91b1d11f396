/// A batch of which everything is worked out that does not need the lock; `commit` takes it in.
package struct PreparedBatch: Sendable {
    /// What shall become of one item.
    enum Item: Sendable {
        case unchanged
        case rejected(String?)
        case write(PreparedWrite)
    }

    let batch: ImportBatch
    let items: [Item]
    /// The turn of the log when the items were prepared: no logged write since means that all of them still fit.
    let turn: Int64
}
