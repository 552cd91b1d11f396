package import Links

/// A draft of an entry in a list of its writer.
package struct DraftRow: Sendable, Hashable {
    /// The form that it goes on in.
    package var link: RegisterLink
    /// The register and what the entry is called, in the language of the page.
    package var register: String
    package var title: String
    /// The moment in Beijing.
    package var time: String

    package init(link: RegisterLink, register: String, title: String, time: String) {
        self.link = link
        self.register = register
        self.title = title
        self.time = time
    }
}
