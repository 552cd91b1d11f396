package import Links

/// A page of hits with everything around it; also the page without any hit, which teaches.
package struct ResultsPage: Sendable {
    package var state: SearchState
    /// Hits of the query in each register, facets not counted in.
    package var counts: [RegisterName: Tally]
    /// How the query was understood, in its order.
    package var terms: [UnderstoodTerm]
    /// The query as the program prints it, or nil where there is none.
    package var expression: String?
    package var total: Tally
    /// What is left where one record of each family is shown; else nil.
    package var grouping: Grouping?
    /// Time of the search.
    package var milliseconds: Double
    package var hits: [Hit]
    /// The words that are marked in the hits, by the numbers of their marks.
    package var words: [String] = []
    package var facets: [Facet]
    package var notes: [SearchNote]
    /// Where the query is translated, if it looks like one of another system.
    package var translation: TranslationLink?
    /// Where the next page begins when numbers do not reach it.
    package var next: PageCursor?
    /// Words near those that no record has.
    package var corrections: [Correction]
    /// Other searches that find something, offered when this one does not.
    package var suggestions: [Suggestion]

    package init(
        state: SearchState,
        counts: [RegisterName: Tally] = [:],
        terms: [UnderstoodTerm] = [],
        expression: String? = nil,
        total: Tally = Tally(0),
        grouping: Grouping? = nil,
        milliseconds: Double = 0,
        hits: [Hit] = [],
        facets: [Facet] = [],
        notes: [SearchNote] = [],
        translation: TranslationLink? = nil,
        next: PageCursor? = nil,
        corrections: [Correction] = [],
        suggestions: [Suggestion] = []
    ) {
        self.state = state
        self.counts = counts
        self.terms = terms
        self.expression = expression
        self.total = total
        self.grouping = grouping
        self.milliseconds = milliseconds
        self.hits = hits
        self.facets = facets
        self.notes = notes
        self.translation = translation
        self.next = next
        self.corrections = corrections
        self.suggestions = suggestions
    }

    /// One record of each family instead of all.
    package struct Grouping: Sendable, Hashable {
        package var shown: Tally
        /// What the pages go through; a family that has records and samples is shown once.
        package var listed: Int

        package init(shown: Tally, listed: Int) {
            self.shown = shown
            self.listed = listed
        }
    }

    /// A word that somebody may have meant.
    package struct Correction: Sendable, Hashable {
        /// As typed, in no record.
        package var word: String
        package var replacement: String
        /// The search with it.
        package var search: Suggestion

        package init(word: String, replacement: String, search: Suggestion) {
            self.word = word
            self.replacement = replacement
            self.search = search
        }
    }

    /// Another search and what it finds.
    package struct Suggestion: Sendable, Hashable {
        package var state: SearchState
        /// Its hits, or nil where they were not counted.
        package var total: Tally?

        package init(_ state: SearchState, total: Tally? = nil) {
            self.state = state
            self.total = total
        }
    }
}
