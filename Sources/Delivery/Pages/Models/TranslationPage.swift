package import Links

/// The page that translates a query of another system.
package struct TranslationPage: Sendable {
    package var link: TranslationLink
    /// A query of each system to try.
    package var examples: [Example]
    /// What became of the query; nil for the form alone.
    package var outcome: Outcome?

    package init(link: TranslationLink, examples: [Example] = [], outcome: Outcome? = nil) {
        self.link = link
        self.examples = examples
        self.outcome = outcome
    }

    /// A query of a system.
    package struct Example: Sendable, Hashable {
        package var system: TranslationLink.SystemName
        package var query: String

        package init(_ system: TranslationLink.SystemName, _ query: String) {
            self.system = system
            self.query = query
        }
    }

    /// What became of a query.
    package enum Outcome: Sendable, Hashable {
        case translated(Translated)
        /// Why there is nothing to search with, in the language of the page, and the characters it is about.
        case refused(message: String, place: Range<Int>)
    }

    /// A query in this language.
    package struct Translated: Sendable, Hashable {
        /// The system whose syntax it was read in.
        package var system: TranslationLink.SystemName?
        package var query: String
        package var remarks: [Remark]

        package init(system: TranslationLink.SystemName?, query: String, remarks: [Remark] = []) {
            self.system = system
            self.query = query
            self.remarks = remarks
        }
    }

    /// Something that is different or lost.
    package struct Remark: Sendable, Hashable {
        /// In the language of the page.
        package var text: String
        /// Whether something was left out or replaced by something wider.
        package var isLoss: Bool
        /// The characters of the query that it is about.
        package var place: Range<Int>

        package init(text: String, isLoss: Bool, place: Range<Int>) {
            self.text = text
            self.isLoss = isLoss
            self.place = place
        }
    }
}
