import Domain
import Links
import Pages
import Wire

/// The codes of all lists with their meanings.
enum CodeTable {
    /// A code as its list has it.
    struct Line: Sendable {
        let list: CodesPage.Name
        let office: String?
        let code: String
        let words: Bilingual
        /// How far a right had come, what an event does to it.
        let effect: Bilingual?

        init(
            _ list: CodesPage.Name,
            office: String? = nil,
            _ code: String,
            _ words: Bilingual,
            _ effect: Bilingual? = nil
        ) {
            self.list = list
            self.office = office
            self.code = code
            self.words = words
            self.effect = effect
        }

        /// The code with its office.
        var shown: String { office.map { $0 + " " + code } ?? code }

        /// What its words are looked for in: lower case, UTF-8.
        fileprivate var text: [UInt8] {
            let text = [shown, office.map { $0 + code }, words.zh, words.en, effect?.zh, effect?.en].compactMap(\.self)
                .joined(separator: "\n")
            return Array(text.lowercased().utf8)
        }
    }

    /// The lines that hold all the words, in the order of the lists; of many words the first count: see `SoughtWords`.
    static func lines(_ words: String) -> [Line] {
        let wanted = SoughtWords(words)
        return wanted.isEmpty ? all : zip(all, texts).filter { wanted.areAll(in: $1) }.map(\.0)
    }

    private static let texts = all.map(\.text)

    static let all: [Line] =
        KindCode.all.map { kind in
            Line(.kind, office: kind.country, kind.code, kind.words, kind.stage.words)
        }
        + CountryCode.all.map { Line(.country, $0.code, $0.words) }
        + LegalEventCode.all.compactMap { code in
            LegalEventCode.words(code).map { Line(.event, code, $0, LegalEventCode.effect(code)?.words) }
        }
        + LegalState.names.map { Line(.state, $0.name, $0.words, Bilingual("法律状态=\($0.words.zh)", "LS=\($0.name)")) }
}
