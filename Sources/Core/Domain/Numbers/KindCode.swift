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

        /// The stage in words.
        package var words: Bilingual {
            switch self {
            case .published: Bilingual("公布，尚未授权", "Published, not granted")
            case .granted: Bilingual("授权或注册", "Granted or registered")
            case .partlyInvalidated: Bilingual("部分维持", "Kept in part")
            case .corrected: Bilingual("更正", "Corrected")
            case .other: Bilingual("附属文献", "Beside the document")
            }
        }
    }

    /// The wording of a kind code, nil when the code is not in the tables.
    package static func words(country: String, kind: String) -> Bilingual? {
        entry(country: country, kind: kind)?.words
    }

    /// How far the right had come, nil when the code is not in the tables.
    package static func stage(country: String, kind: String) -> Stage? {
        entry(country: country, kind: kind)?.stage
    }

    /// Every code of the tables, office by office, those of China first.
    package static let all: [(country: String, code: String, words: Bilingual, stage: Stage)] =
        KindCodeTable.entries.sorted { ($0.key == "CN" ? "" : $0.key) < ($1.key == "CN" ? "" : $1.key) }
        .flatMap { country, codes in
            codes.sorted { $0.key < $1.key }.map { (country, $0.key, $0.value.words, $0.value.stage) }
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
