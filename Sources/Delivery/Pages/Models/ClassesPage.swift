package import Links

/// The page of all schemes, and of classes found by words.
package struct ClassesPage: Sendable {
    package var link: ClassLink
    package var schemes: [Scheme]
    /// What was found for the words; nil without words.
    package var finds: [Finds]?

    package init(link: ClassLink, schemes: [Scheme], finds: [Finds]? = nil) {
        self.link = link
        self.schemes = schemes
        self.finds = finds
    }

    /// A scheme.
    package struct Scheme: Sendable, Hashable {
        package var name: SchemeName
        package var title: String
        /// The edition loaded, where it has a name.
        package var edition: String?
        /// Whether the operator loaded an edition.
        package var isLoaded: Bool
        package var symbols: Int

        package init(_ name: SchemeName, title: String, edition: String?, isLoaded: Bool, symbols: Int) {
            self.name = name
            self.title = title
            self.edition = edition
            self.isLoaded = isLoaded
            self.symbols = symbols
        }
    }

    /// Classes of one scheme found by words.
    package struct Finds: Sendable, Hashable {
        package var title: String
        /// Classes that most records with the words have.
        package var leading: [ClassRow]
        /// Classes whose titles have the words.
        package var titled: [ClassRow]
        /// Whether no record has the words as they were given, so that any of their parts was looked for.
        package var isLoose: Bool

        package init(title: String, leading: [ClassRow], titled: [ClassRow], isLoose: Bool = false) {
            self.title = title
            self.leading = leading
            self.titled = titled
            self.isLoose = isLoose
        }
    }
}
