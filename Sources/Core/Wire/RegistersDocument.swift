package import Domain

/// The declared registers that a reader may see, as `/registers.json`.
package struct RegistersDocument: Codable, Hashable, Sendable {
    package var registers: [Item]

    package init(registers: [Item]) { self.registers = registers }

    /// One register.
    package struct Item: Codable, Hashable, Sendable {
        /// Its name in addresses and identifiers.
        package var name: String
        /// The name of the whole and of one entry.
        package var label: Bilingual
        package var entry: Bilingual
        /// What is kept in it and why.
        package var help: Bilingual?
        /// The official paper that its fields follow.
        package var source: String?
        /// Where the portal shows it: `apply`, `ask`, `data`, `network`, `learn` or `figures`.
        package var door: String
        /// Whether the declaration is an example (示例).
        package var sample: Bool

        package init(
            name: String,
            label: Bilingual,
            entry: Bilingual,
            help: Bilingual?,
            source: String?,
            door: String,
            sample: Bool
        ) {
            self.name = name
            self.label = label
            self.entry = entry
            self.help = help
            self.source = source
            self.door = door
            self.sample = sample
        }
    }
}
