/// The codes of publications, countries, events and states, as `/codes.json`.
package struct CodesDocument: Codable, Hashable, Sendable {
    package var codes: [CodeDocument]

    package init(codes: [CodeDocument]) {
        self.codes = codes
    }

    /// A code with its meaning.
    package struct CodeDocument: Codable, Hashable, Sendable {
        /// `kind`, `country`, `event` or `state`.
        package var list: String
        /// The office of a kind of document; left out in other lists.
        package var office: String?
        package var code: String
        package var zh: String
        package var en: String
        /// What the code tells besides: how far a right had come, what an event leads to; left out where nothing.
        package var effect: String?

        package init(list: String, office: String?, code: String, zh: String, en: String, effect: String?) {
            self.list = list
            self.office = office
            self.code = code
            self.zh = zh
            self.en = en
            self.effect = effect
        }
    }
}
