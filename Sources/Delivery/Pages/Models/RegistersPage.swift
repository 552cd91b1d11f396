package import Links

/// All declared registers that a reader may see.
package struct RegistersPage: Sendable {
    package var link: RegisterLink
    /// In the order of their names; the page groups them by door.
    package var registers: [RegisterHead]

    package init(link: RegisterLink, registers: [RegisterHead]) {
        self.link = link
        self.registers = registers
    }
}
