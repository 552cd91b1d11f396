/// A search as its URL: everything that decides which hits a page shows and how, and nothing else.
///
/// One state has one URL: parameters stand in a fixed order, facet values are sorted, and what is the default is left
/// out. Two states are equal exactly when their URLs are.
///
/// **Shape** `/search?q=TEXT&in=REGISTER&f.FIELD=VALUE...&x.FIELD=VALUE...&sort=newest&per=50&group=family&samples=no&view=table`
/// `&columns=NAME,NAME&more=FIELD&explain=score&page=3&after=CURSOR&lang=en`
package struct SearchState: Sendable, Hashable {
    /// The query as its writer typed it, without blanks at its ends.
    package var query: String { didSet { query = Self.trimmed(query) } }
    /// The register chosen, or nil for all of them at once.
    package var register: RegisterName?
    /// Chosen and excluded facet values in canonical order, each once; an excluded value is not chosen as well.
    package private(set) var facets: [FacetSelection]
    package var sort: SearchSort
    /// Hits on a page: one of ``Options/pageSizes``.
    package var pageSize: Int
    /// Whether of the records of one patent family only the first is shown (同族合并).
    package var groupsFamilies: Bool
    /// Whether sample records are left out (不含示例).
    package var excludesSamples: Bool
    package var view = ResultView.list
    /// The columns of a table in the order chosen; nil for those of ``TableColumn/standard``, in CSV all of them.
    package var columns: [TableColumn]?
    /// The facet whose long list is open, if one is.
    package var openFacet: String?
    /// Whether every factor of the scores is shown (评分依据).
    package var explainsScores = false
    /// The number of the page, from 1.
    ///
    /// Past ``Options/numberedHits`` it only counts; the cursor decides.
    package private(set) var page: Int
    /// Where the page begins, or nil when its number says so.
    package private(set) var cursor: PageCursor?
    package var language: PageLanguage

    package init(
        query: String = "",
        register: RegisterName? = nil,
        facets: [FacetSelection] = [],
        sort: SearchSort = .relevance,
        pageSize: Int = Options.standard.pageSize,
        groupsFamilies: Bool = false,
        excludesSamples: Bool = false,
        language: PageLanguage = .zh
    ) {
        self.query = Self.trimmed(query)
        self.register = register
        self.facets = Self.canonical(facets)
        self.sort = sort
        self.pageSize = pageSize
        self.groupsFamilies = groupsFamilies
        self.excludesSamples = excludesSamples
        self.language = language
        page = 1
    }

    /// What a URL may ask for.
    package struct Options: Sendable, Hashable {
        /// The sizes of a page that can be chosen, in hits, ascending.
        package var pageSizes: [Int] = [10, 20, 50, 100]
        /// The size of a page where the URL says nothing, in hits.
        package var pageSize: Int = 20
        /// How many hits can be reached by page numbers; further ones are reached page after page with a cursor.
        package var numberedHits: Int = 10_000

        package init() {}

        /// The values of a URL that names none; links are printed against them.
        package static let standard = Options()

        /// The nearest size that may be chosen, not above the wish where possible.
        func allowed(size: Int) -> Int {
            pageSizes.last { $0 <= size } ?? pageSizes.first ?? pageSize
        }
    }

    /// The number of hits before this page when the number of the page decides.
    package var offset: Int { (page - 1) * pageSize }

    /// The columns of a table on a page.
    package var shownColumns: [TableColumn] { columns ?? TableColumn.standard }

    /// Whether this value of a facet is chosen.
    package func isSelected(_ field: String, _ value: String) -> Bool {
        facets.contains(FacetSelection(field, value))
    }

    /// Whether records with this value of a facet are left out.
    package func isExcluded(_ field: String, _ value: String) -> Bool {
        facets.contains(FacetSelection(field, value, isExcluded: true))
    }

    /// Whether anything besides the query narrows the hits.
    package var isNarrowed: Bool { register != nil || !facets.isEmpty || excludesSamples }

    /// Puts the page where a URL says it is; used when reading a URL.
    mutating func place(page: Int, cursor: PageCursor?) {
        self.page = page
        self.cursor = cursor
    }

    /// Replaces the chosen facet values; the order given does not matter.
    mutating func choose(_ selections: [FacetSelection]) {
        facets = Self.canonical(selections)
        place(page: 1, cursor: nil)
    }

    private static func canonical(_ selections: [FacetSelection]) -> [FacetSelection] {
        let all = Set(selections)
        return all.filter { $0.isExcluded || !all.contains(FacetSelection($0.field, $0.value, isExcluded: true)) }
            .sorted()
    }

    static func trimmed(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0.value != 0 }
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }
}
