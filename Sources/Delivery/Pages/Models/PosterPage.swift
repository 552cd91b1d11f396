package import Links

/// A place on one sheet of paper to hang up.
package struct PosterPage: Sendable {
    package var link: RegisterLink
    package var register: RegisterHead
    package var title: String
    package var isSample: Bool
    /// Where the place is found on the node, with scheme and host; what the code says.
    package var address: String
    /// What is said there: hours, address, what it offers, telephone.
    package var parts: [VisitPart]

    package init(
        link: RegisterLink,
        register: RegisterHead,
        title: String,
        isSample: Bool,
        address: String,
        parts: [VisitPart]
    ) {
        self.link = link
        self.register = register
        self.title = title
        self.isSample = isSample
        self.address = address
        self.parts = parts
    }
}
