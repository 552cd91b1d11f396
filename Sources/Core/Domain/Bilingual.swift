/// One wording in Chinese and in English.
package struct Bilingual: Hashable, Sendable, Codable {
    /// The Chinese wording, simplified characters.
    package let zh: String
    /// The English wording.
    package let en: String

    /// Pairs a Chinese wording with its English one.
    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// The wording for a language code; everything but `en` reads Chinese.
    package func text(in language: String) -> String {
        language.hasPrefix("en") ? en : zh
    }
}
