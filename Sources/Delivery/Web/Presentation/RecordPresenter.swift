import Bytes
import Discovery
import Domain
import Links
import Pages
import Store
import Wire

/// A record as its page.
struct RecordPresenter {
    var record: RecordAnswer
    let link: RecordLink
    var catalogue = ClassCatalogue.builtIn
    /// The records of this node among the documents that it names.
    var named = NamedRecords()
    /// What cites it; nil where nothing could, or the index cannot be asked now.
    var citing: Citing?
    /// Scheme and host under which the node is reached.
    let origin: String

    var language: PageLanguage { link.language }
    var words: RightWords { RightWords(language: language, classes: catalogue) }
    var right: Right { record.right }
    var bibliography: Bibliography { record.right.bibliography }

    /// The page; where it stands among the hits of a search is put in by who knows.
    var page: RecordPage {
        var page = RecordPage(
            link: link,
            right: RightName(rawValue: bibliography.right.rawValue) ?? .patent,
            title: title,
            isSample: bibliography.sample == true,
            status: status
        )
        page.otherTitles = otherTitles
        page.numbers = numbers
        page.facts = provenFacts
        page.origins = origins
        page.references = references
        page.abstracts = abstracts
        page.claims = claims
        page.amendments = amendments
        page.description = description
        page.classes = classes
        page.goods = goods
        page.priorities = priorities
        page.citations = citations
        page.literature = literature
        page.family = family
        page.citing = citedBy
        page.standing = standing
        page.outlook = outlook
        page.events = events
        page.encumbrances = encumbrances
        page.asOf = Overview.day(of: record.time)
        page.drawings = drawings
        page.sources = record.sources.map(source)
        page.versions = record.versions.map { line in
            RecordPage.Version(
                number: Int(line.version),
                sequence: UInt64(clamping: line.sequence),
                date: Overview.day(of: line.time),
                digest: String(line.digest.description.prefix(Self.shownDigits))
            )
        }
        return page
    }

    func text(_ words: Bilingual) -> String { words.text(in: language.rawValue) }

    // MARK: Titles

    var title: Pages.MarkedText {
        if right.register != .trademark, let own = right.title(in: language.rawValue) {
            return Pages.MarkedText(own, language: language.rawValue)
        }
        let shown = right.displayTitle
        return Pages.MarkedText(shown, language: titles.first { $0.text == shown }?.lang)
    }

    private var otherTitles: [RecordPage.TextPart] {
        titles.filter { $0.text != title.plain }.map { RecordPage.TextPart([$0.text], language: $0.lang) }
    }

    private var titles: [LocalizedText] {
        guard case .gi(let indication) = right else { return bibliography.titles }
        return indication.details.names + bibliography.titles
    }

    // MARK: References

    /// What a reference to the record says.
    var reference: Reference {
        Reference(
            record.id,
            right,
            title: title.plain,
            address: origin + Link.record(link.permanent).text,
            accessed: record.outlook.asOf
        )
    }

    /// The reference as texts, in the style of the reader's language first.
    private var references: [RecordPage.Reference] {
        let chinese = RecordPage.Reference("GB/T 7714—2015", reference.chineseText)
        let english = RecordPage.Reference("ISO 690", reference.englishText)
        return language == .zh ? [chinese, english] : [english, chinese]
    }

    // MARK: Status

    private var status: RecordPage.Status {
        let summary = LegalSummary(bibliography)
        let chip = words.chip(summary)
        var sentences: [String] = []
        if let said = bibliography.status?.text, said != chip.word { sentences.append(said) }
        if summary.isPartlyInvalidated { sentences.append(text(Bilingual("部分无效", "Invalidated in part"))) }
        sentences += summary.encumbrances.map { text($0.words) }
        return RecordPage.Status(
            chip,
            sentence: sentences.isEmpty ? nil : sentences.joined(separator: language == .zh ? "；" : "; "),
            source: record.sources.first?.file,
            date: (bibliography.status?.date ?? summary.since)?.description
        )
    }

    // MARK: Sources

    private func source(_ source: RecordAnswer.Source) -> RecordPage.Source {
        RecordPage.Source(
            file: source.file,
            format: source.format == RecordAnswer.Source.sampleFormat
                ? text(Bilingual("示例生成程序", "sample maker")) : source.format,
            says: source.parts.map { text(Self.parts[$0] ?? Bilingual($0.rawValue, $0.rawValue)) }
                .joined(separator: language == .zh ? "、" : ", ")
        )
    }

    private static let parts: [RecordAnswer.Source.Part: Bilingual] = [
        .bibliography: Bilingual("著录项目", "bibliographic data"), .abstract: Bilingual("摘要", "abstract"),
        .claims: Bilingual("权利要求", "claims"), .description: Bilingual("说明书", "description"),
        .status: Bilingual("法律状态", "legal status"), .citations: Bilingual("引证", "citations"),
        .family: Bilingual("同族", "family"), .goods: Bilingual("商品和服务", "goods and services"),
    ]

    /// Digits of a digest that tell versions apart on a page; the twin has all of them.
    private static let shownDigits = 16
}
