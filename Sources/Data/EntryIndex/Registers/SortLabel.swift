import Text

/// Texts as labels whose bytes sort as people look them up: Chinese by its readings in Latin letters (pinyin), among words of Latin
/// letters; used by one thread at a time.
///
/// **Shape** The folded words and syllables of the beginning with spaces between, a zero byte, and the beginning itself, so that
/// texts that read alike still differ. A character has its commonest reading: 重庆 stands under `zhong`.
struct SortLabel {
    /// Characters of a text that count; behind them texts are alike.
    static let characters = 60

    private let pinyin = Pinyin()

    /// The label of a text.
    func callAsFunction(_ text: String) -> [UInt8] {
        let beginning = String(text.prefix(Self.characters))
        return Array(pinyin.syllables(of: beginning).joined(separator: " ").utf8) + [0] + Array(beginning.utf8)
    }
}
