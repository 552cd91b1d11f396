import Discovery
import Domain
import Links
import Pages

/// Abstracts, claims, descriptions, classes, goods.
extension RecordPresenter {
    var abstracts: [RecordPage.TextPart] {
        var texts = bibliography.abstracts
        if case .gi(let indication) = right, let said = indication.details.gi?.description {
            texts.append(LocalizedText(text: said))
        }
        return parts(texts)
    }

    var description: [RecordPage.TextPart] { parts(right.descriptions) }

    /// Texts in paragraphs, the reader's language first.
    private func parts(_ texts: [LocalizedText]) -> [RecordPage.TextPart] {
        let mine = texts.filter { $0.lang?.hasPrefix(language.rawValue) == true }
        let others = texts.filter { $0.lang?.hasPrefix(language.rawValue) != true }
        return (mine + others).map { text in
            let paragraphs = text.text.split(separator: "\n").map(String.init)
            return RecordPage.TextPart(paragraphs, language: text.lang)
        }
    }

    // MARK: Claims

    var claims: [RecordPage.ClaimSet] {
        right.claimSets.map { set in
            let independent = Set(set.independent)
            let claims = set.items.enumerated().map { index, text in
                let parents = independent.contains(index + 1) ? [] : ClaimReference.parents(in: text, of: index + 1)
                return RecordPage.Claim(index + 1, text, parents: parents)
            }
            return RecordPage.ClaimSet(claims, language: set.lang, isComplete: set.isComplete != false)
        }
    }

    /// How claims and texts changed on the way to the grant, where the sources have both.
    var amendments: [RecordPage.Part: RecordPage.Amendment] {
        let sources = record.sources.map(\.right)
        return [
            .claims: ClaimComparison.of(sources),
            .abstracts: ClaimComparison.of(sources) { $0.bibliography.abstracts },
            .description: ClaimComparison.of(sources, \.descriptions),
        ].compactMapValues { $0.map(amendment) }
    }

    private func amendment(_ language: String?, _ comparison: ClaimComparison) -> RecordPage.Amendment {
        RecordPage.Amendment(
            language: language,
            changes: comparison.changes.map { change in
                RecordPage.Amendment.Change(
                    published: change.published,
                    granted: change.granted,
                    pieces: change.pieces.map { piece in
                        switch piece {
                        case .same(let text): .same(text)
                        case .removed(let text): .removed(text)
                        case .added(let text): .added(text)
                        }
                    }
                )
            }
        )
    }

    // MARK: Classes

    var classes: [RecordPage.ClassGroup] {
        let classes = bibliography.classes
        func group(
            _ name: String,
            _ symbols: [String],
            _ field: String?,
            _ scheme: ClassScheme? = nil
        ) -> RecordPage.ClassGroup {
            RecordPage.ClassGroup(name, symbols.map { words.symbol($0, field: field, scheme: scheme) })
        }
        let locarno = Bilingual("洛迦诺", "Locarno")
        let nice = Bilingual("尼斯", "Nice")
        let vienna = Bilingual("图形要素", "Vienna")
        return [
            group("IPC", classes.ipc, "IPC", .ipc), group("CPC", classes.cpc, "CPC", .cpc),
            group("USPC", classes.uspc, nil),
            group("FI", classes.fi, nil), group("F-term", classes.fterm, nil),
            group(text(locarno), classes.locarno, "LOC", .locarno),
            RecordPage.ClassGroup(text(nice), classes.nice.map(words.nice)),
            group(text(vienna), classes.vienna, "VIENNA", .vienna), group("US", classes.usClass, nil),
        ].filter { !$0.symbols.isEmpty }
    }

    var goods: [RecordPage.Goods] {
        let goods: [Trademark.Goods] =
            switch right {
            case .trademark(let trademark): trademark.details.goods
            case .gi(let indication): indication.details.goods
            case .patent, .design, .layout: []
            }
        return goods.map { RecordPage.Goods($0.class.map(words.nice), $0.text) }
    }
}
