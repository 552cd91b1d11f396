import Synchronization

/// The folding of every code point, made page by page out of ICU's data when first asked for and then shared.
///
/// Folding is NFKC and case folding without default ignorable characters (Unicode's NFKC_Casefold), then marks on
/// letters dropped, then traditional to simplified Chinese character by character: a substring of a text folds to the
/// substring of the folded text.
final class FoldTable: Sendable {
    /// The one table of the process.
    static let shared = FoldTable()

    /// Code points per page.
    static let pageSize = 256
    /// Pages in all: Unicode ends at U+10FFFF.
    static let pageCount = 0x1100

    private struct State {
        var pages: [Int: [UInt32]] = [:]
        var simplifier: Transliterator?
        var isSimplifierOpen = false
    }

    private let state = Mutex(State())

    /// The 256 packed entries (``FoldEntry``) of a page.
    func page(_ number: Int) -> [UInt32] {
        state.withLock { state in
            if let page = state.pages[number] { return page }
            if !state.isSimplifierOpen, CharacterRules.mayHoldHan(page: number) {
                state.simplifier = Transliterator("Hant-Hans")
                state.isSimplifierOpen = true
            }
            let page = Self.makePage(number, simplifier: state.simplifier)
            state.pages[number] = page
            return page
        }
    }

    private static func makePage(_ number: Int, simplifier: Transliterator?) -> [UInt32] {
        let entries = (0..<pageSize).map { entry(UInt32(number * pageSize + $0)) }
        let han = entries.filter { $0.kind == .han && !$0.isComplex }.map(\.scalar)
        guard let simplifier, !han.isEmpty else { return entries.map(\.bits) }
        let simplified = Dictionary(zip(han, simplifier(scalars: han)), uniquingKeysWith: { first, _ in first })
        return entries.map { entry in
            guard entry.kind == .han, !entry.isComplex, let simple = simplified[entry.scalar] else { return entry.bits }
            let scalar = CharacterRules.keepsForm(entry.scalar) ?? simple
            return FoldEntry(scalar: scalar, kind: .han, extends: entry.extends).bits
        }
    }

    /// The entry of one code point before simplification.
    private static func entry(_ scalar: UInt32) -> FoldEntry {
        guard Unicode.Scalar(scalar) != nil else { return FoldEntry(scalar: scalar, kind: .separator) }
        // The common ideographs have neither case nor compatibility forms.
        if (0x4E00...0x9FFF).contains(scalar) { return FoldEntry(scalar: scalar, kind: CharacterRules.kind(scalar)) }
        if let kind = CharacterRules.fixedKind(scalar) {
            return FoldEntry(scalar: CharacterRules.fixedFold(scalar), kind: kind)
        }
        let folded = Normalizer.fold([scalar])
        let extends = Normalizer.extends(scalar)
        guard folded.count == 1 else {
            return FoldEntry(scalar: scalar, kind: .separator, extends: extends, isComplex: true)
        }
        return FoldEntry(scalar: folded[0], kind: CharacterRules.kind(folded[0]), extends: extends)
    }
}
