/// A declared register as the pages of its entries name it, in the language of the page.
package struct RegisterHead: Sendable, Hashable {
    /// Its name in addresses.
    package var name: String
    /// The name of the whole, and of one entry.
    package var label: String
    package var entry: String
    /// What is kept in it and why.
    package var help: String?
    /// The official paper that its fields follow.
    package var source: String?
    package var door: Door
    /// Whether the declaration is an example.
    package var isSample: Bool

    package init(
        name: String,
        label: String,
        entry: String,
        help: String? = nil,
        source: String? = nil,
        door: Door,
        isSample: Bool = false
    ) {
        self.name = name
        self.label = label
        self.entry = entry
        self.help = help
        self.source = source
        self.door = door
        self.isSample = isSample
    }
}
