import Discovery
import Domain
import HTTPTypes
import Links
import Pages
import Wire

/// Symbols of one scheme beside those of the others.
extension Site {
    /// The form, and below it what stands beside each symbol.
    func concordancePage(_ visit: Visit, _ link: ConcordanceLink) async throws -> Answer {
        let presenter = ClassPresenter(catalogue: await services.classes.catalogue(), language: link.language)
        var model = ConcordancePage(
            link: link,
            schemes: ClassScheme.allCases.compactMap { scheme in
                SchemeName(rawValue: scheme.rawValue).map {
                    ConcordancePage.Scheme($0, title: scheme.words.text(in: link.language.rawValue))
                }
            },
            hasIndustryTable: presenter.catalogue[.industry].entries.contains { !$0.ipc.isEmpty }
        )
        var sequence: UInt64?
        if !link.text.allSatisfy(\.isWhitespace) {
            let found = try await concordance(visit, link)
            sequence = found.sequence
            model.unread = found.unread
            model.unknown = found.lines.filter { $0.symbol == nil }.map(\.typed)
            model.alone = found.lines.filter { $0.symbol != nil && $0.related.isEmpty }.map(\.typed)
            model.rows = found.lines.flatMap { line -> [ConcordancePage.Row] in
                guard let scheme = line.scheme, let symbol = line.symbol else { return [] }
                let own = presenter.row(scheme, symbol, line.count)
                return line.related.map { related in
                    ConcordancePage.Row(
                        own: own,
                        scheme: related.scheme.label.text(in: link.language.rawValue),
                        other: presenter.row(related.scheme, related.symbol, related.count),
                        basis: ConcordancePage.Basis(rawValue: related.basis.rawValue) ?? .records,
                        share: related.share
                    )
                }
            }
        }
        return .page(pages.concordance(model, frame(visit, await figures(), sequence: sequence)))
    }

    /// The same for programs.
    func concordanceTwin(_ visit: Visit, _ link: ConcordanceLink) async throws -> Answer {
        let found = try await concordance(visit, link)
        let catalogue = await services.classes.catalogue()
        func entry(_ scheme: ClassScheme?, _ symbol: String?) -> ClassEntry? {
            scheme.flatMap { scheme in symbol.flatMap { catalogue.entry(of: $0, in: scheme) } }
        }
        let lines = found.lines.map { line in
            ConcordanceDocument.LineDocument(
                typed: line.typed,
                scheme: line.scheme?.rawValue,
                symbol: line.symbol,
                zh: entry(line.scheme, line.symbol)?.zh,
                en: entry(line.scheme, line.symbol)?.en,
                count: CountDocument(line.count),
                related: line.related.map { related in
                    ConcordanceDocument.RelatedDocument(
                        scheme: related.scheme.rawValue,
                        symbol: related.symbol,
                        zh: entry(related.scheme, related.symbol)?.zh,
                        en: entry(related.scheme, related.symbol)?.en,
                        basis: related.basis.rawValue,
                        count: related.count.map { CountDocument($0) },
                        share: related.share
                    )
                }
            )
        }
        let document = ConcordanceDocument(
            snapshot: found.sequence,
            symbols: lines,
            unread: found.unread > 0 ? found.unread : nil
        )
        return .json(try WireJSON.encode(document))
    }

    /// The same as a table: a row for each pair, and one for each symbol that has nothing beside it.
    func concordanceTable(_ visit: Visit, _ link: ConcordanceLink) async throws -> Answer {
        let found = try await concordance(visit, link)
        let presenter = ClassPresenter(catalogue: await services.classes.catalogue(), language: link.language)
        let language = link.language.rawValue
        let head = [
            Bilingual("所查", "Asked for"), Bilingual("分类", "Scheme"), Bilingual("分类号", "Symbol"),
            Bilingual("记录", "Records"), Bilingual("示例", "Samples"), Bilingual("对应分类", "Other scheme"),
            Bilingual("对应分类号", "Counterpart"), Bilingual("名称", "Title"), Bilingual("依据", "Basis"),
            Bilingual("同时有的记录", "Records with both"), Bilingual("同时有的示例", "Samples with both"),
            Bilingual("占比", "Share"),
        ].map { $0.text(in: language) }
        var rows = [head]
        for line in found.lines {
            let own = [
                line.typed, line.scheme?.rawValue ?? "", line.symbol ?? "", String(line.count.records),
                String(line.count.samples),
            ]
            if line.related.isEmpty { rows.append(own + [String](repeating: "", count: head.count - own.count)) }
            for related in line.related {
                rows.append(
                    own + [
                        related.scheme.rawValue, related.symbol,
                        presenter.title(related.scheme, related.symbol)?.text ?? "", related.basis.rawValue,
                        related.count.map { String($0.records) } ?? "", related.count.map { String($0.samples) } ?? "",
                        related.share.map { String(Double(Int($0 * 10_000 + 0.5)) / 10_000) } ?? "",
                    ]
                )
            }
        }
        return .table(rows, file: "huizhi-concordance.csv")
    }

    private func concordance(_ visit: Visit, _ link: ConcordanceLink) async throws -> Concordance {
        try await services.classes.concordance(
            link.text,
            from: link.scheme.flatMap { ClassScheme(rawValue: $0.rawValue) },
            knowing: visit.knownSequence
        )
    }
}
