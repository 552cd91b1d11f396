package import Links

/// The page of the codes.
package struct CodesPage: Sendable {
    package var link: CodesLink
    /// The codes that hold the words, list by list; lists without any are left out.
    package var lists: [List]

    package init(link: CodesLink, lists: [List]) {
        self.link = link
        self.lists = lists
    }

    /// The lists there are.
    package enum Name: String, Sendable, Hashable, CaseIterable {
        case kind, country, event, state
    }

    /// A list of codes.
    package struct List: Sendable, Hashable {
        package var name: Name
        package var codes: [Code]

        package init(_ name: Name, _ codes: [Code]) {
            self.name = name
            self.codes = codes
        }
    }

    /// A code with its meaning.
    package struct Code: Sendable, Hashable {
        /// As it is shown, an office before it: `CN A`.
        package var code: String
        /// The meaning in the language of the page.
        package var meaning: String
        /// What it tells besides, or the name in the other language.
        package var aside: String?
        /// The language of what stands aside, where it is not that of the page.
        package var asideLanguage: String?

        package init(_ code: String, _ meaning: String, aside: String? = nil, asideLanguage: String? = nil) {
            self.code = code
            self.meaning = meaning
            self.aside = aside
            self.asideLanguage = asideLanguage
        }
    }
}
