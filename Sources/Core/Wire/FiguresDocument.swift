/// What a node holds: the twin of its first page.
package struct FiguresDocument: Codable, Hashable, Sendable {
    /// `Huizhi`.
    package var name: String
    package var version: String
    /// `demonstration` or `production`.
    package var mode: String
    /// The log sequence that the figures are of.
    package var snapshot: UInt64
    /// The day of that line of the log, `YYYY-MM-DD`; left out while the log is empty.
    package var asOf: String?
    package var total: CountDocument
    package var registers: [String: CountDocument]
    /// The address of the description of this interface.
    package var description: String

    package init(
        version: String,
        mode: String,
        snapshot: UInt64,
        asOf: String?,
        total: CountDocument,
        registers: [String: CountDocument]
    ) {
        name = "Huizhi"
        self.version = version
        self.mode = mode
        self.snapshot = snapshot
        self.asOf = asOf
        self.total = total
        self.registers = registers
        description = "/openapi.json"
    }
}
