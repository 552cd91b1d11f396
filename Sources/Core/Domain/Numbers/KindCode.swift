/// What the kind code of a published document means.
///
/// **Source** ZC 0008-2012 for China, WIPO ST.16 and the offices' own lists for others.
package enum KindCode {
    /// How far the right had come when the document appeared.
    package enum Stage: String, Hashable, Sendable {
        /// The application was laid open; nothing was granted yet.
        case published
        /// The right was granted or registered.
        case granted
        /// A granted right was kept in part.
        case partlyInvalidated
        /// An earlier document was printed again, corrected.
        case corrected
        /// A search report, a translation or another paper beside the document.
        case other
    }

    /// The wording of a kind code, nil when the code is not in the tables.
    package static func words(country: String, kind: String) -> Bilingual? {
        entry(country: country, kind: kind)?.words
    }

    /// How far the right had come, nil when the code is not in the tables.
    package static func stage(country: String, kind: String) -> Stage? {
        entry(country: country, kind: kind)?.stage
    }

    private static func entry(country: String, kind: String) -> Entry? {
        KindCodeTable.entries[country]?[kind]
    }

    /// One kind code's meaning.
    struct Entry: Sendable {
        let stage: Stage
        let words: Bilingual
    }
}
