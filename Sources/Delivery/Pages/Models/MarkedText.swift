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
        package var isFind: Bool

        package init(_ text: String, isFind: Bool = false) {
            self.text = text
            self.isFind = isFind
        }
    }

    package var plain: String { runs.map(\.text).joined() }

    var markup: Markup {
        var html = ""
        for run in runs {
            let text = HTMLEscaping.escaped(run.text)
            html += run.isFind ? "<mark>" + text + "</mark>" : text
        }
        return Markup(rendered: html)
    }
}
