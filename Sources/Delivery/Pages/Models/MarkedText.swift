/// A text with the places that the query found.
package struct MarkedText: Sendable, Hashable {
    package var runs: [Run]
    /// The language of the text where it is not that of the page (`en`, `ja`, ...).
    package var language: String?

    package init(_ runs: [Run], language: String? = nil) {
        self.runs = runs
        self.language = language
    }

    /// A text without any find.
    package init(_ text: String, language: String? = nil) {
        self.init([Run(text)], language: language)
    }

    /// A stretch of text that is a find throughout, or none.
    package struct Run: Sendable, Hashable {
        package var text: String
        /// The number of the query's word that was found, from 0; nil for text between finds.
        package var word: Int?

        package init(_ text: String, word: Int? = nil) {
            self.text = text
            self.word = word
        }
    }

    package var plain: String { runs.map(\.text).joined() }

    var markup: Markup {
        var html = ""
        for run in runs {
            let text = HTMLEscaping.escaped(run.text)
            html += run.word.map { Self.mark($0) + text + "</mark>" } ?? text
        }
        return Markup(rendered: html)
    }

    /// The beginning of a mark in the colour of a word.
    private static func mark(_ word: Int) -> String {
        let colour = word % colours
        return colour == 0 ? "<mark>" : "<mark class=\"m\(colour + 1)\">"
    }

    /// How many colours words have before they come again; the styles of `mark` name each.
    static let colours = 6
}
