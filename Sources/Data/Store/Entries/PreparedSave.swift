/// What a save will write, worked out before its turn.
package struct PreparedSave: Sendable {
    /// What the entries are to be.
    let changes: [EntryChange]
    let writes: [PreparedWrite]
    /// Whose turn it was to write when it was prepared.
    let turn: LogTurn

    /// How many entries it is of.
    package var count: Int { changes.count }
}
