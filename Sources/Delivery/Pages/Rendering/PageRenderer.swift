package import Foundation
package import Links
import Mustache

/// Turns page models into HTML; made once at start and shared by every request.
///
/// **Cost** A page of twenty hits takes about three milliseconds of one core; nothing is read from disk after start.
package struct PageRenderer: Sendable {
    let site: Site
    let options: Options
    /// Scripts and icons by their plain names.
    private let assets: [String: AssetName]
    private let chinese: Words
    private let english: Words

    /// How much a page shows before it folds.
    package struct Options: Sendable, Hashable {
        /// Values of a facet before the fold.
        package var facetValues: Int = 6
        /// Values a facet lists when its own page of values was not asked for.
        package var facetValuesFolded: Int = 12
        /// Bars of a chart of names.
        package var chartBars: Int = 5
        /// Words that the legend of finds names.
        package var legendWords: Int = 24
        /// Columns of a chart of years.
        package var chartYears: Int = 10
        /// Paragraphs of a long text before the fold.
        package var paragraphs: Int = 8
        /// Claims before the fold.
        package var claims: Int = 12
        /// Claims, or paragraphs of a text, that changed up to the grant and are listed.
        package var amendments: Int = 100
        /// Rows of a list of documents that a page shows at most.
        package var documents: Int = 500
        /// Numbers of a list whose records a page shows.
        package var numberRows: Int = 500
        /// Values of one record in a field of a comparison.
        package var comparedValues: Int = 12
        /// Classes right below one that its page lists.
        package var classRows: Int = 1_000
        /// Pairs of a concordance that its page lists.
        package var concordanceRows: Int = 500
        /// What a URL may ask for.
        package var search = SearchState.Options.standard

        package init() {}
    }

    /// Loads everything.
    ///
    /// - Parameters:
    ///   - folder: The folder `Site`, or nil for the one in the resource bundle of this module.
    ///   - options: How much a page shows.
    ///   - assets: The names under which scripts and icons are served, by their plain ones; others keep theirs.
    /// - Throws: ``SiteFailure`` naming the file and the remedy.
    package init(folder: URL? = nil, options: Options = Options(), assets: [String: AssetName] = [:]) throws {
        site = try folder.map { try Site(folder: $0) } ?? Site.bundled.get()
        chinese = site.texts.words(.zh)
        english = site.texts.words(.en)
        self.options = options
        self.assets = assets
    }

    /// The one stylesheet of every page.
    package var stylesheet: Stylesheet { site.stylesheet }

    /// The 34 provincial units in code order.
    package var regions: [Region] { site.regions }

    /// A text of the table, such as `register.patent`, `right.utilityModel`, `status.live`, `facet.applicant`.
    package func text(_ key: String, _ language: PageLanguage) -> String? {
        site.texts.text(key, language)
    }

    /// The address of a script or icon.
    func asset(_ plain: String) -> Link { assets[plain]?.link ?? .asset(plain) }

    func words(_ language: PageLanguage) -> Words {
        switch language {
        case .zh: chinese
        case .en: english
        }
    }

    /// A whole page: the named template in the layout.
    func page(_ template: String, _ context: Context, _ face: PageFace, _ frame: PageFrame) -> String {
        let main = part("page/" + template, context, frame.language)
        let html = part("page/layout", layout(frame, face, main: main), frame.language).html
        return frame.isConfidential ? ConfidentialMarkup.rewritten(html) : html
    }

    /// One template on its own.
    func part(_ template: String, _ context: Context, _ language: PageLanguage) -> Markup {
        // Every name was checked when the site was loaded; an empty page would be a programmer's error.
        guard let html = site.libraries[language]?.render(context, withTemplate: template) else {
            preconditionFailure("no template \(template)")
        }
        return Markup(rendered: html)
    }
}
