package import Domain

/// A query of another system in the query language, as `/translate.json` and on the command line.
package struct TranslationDocument: Codable, Hashable, Sendable {
    /// The query as it was given.
    package var query: String
    /// The system whose syntax it was read in: `espacenet`, `lens`, `patentscope`, `ppubs`, `pss` or `cql`.
    package var from: String
    /// The same in the query language.
    package var translation: String
    /// What is different or lost; empty where it means the same.
    package var remarks: [RemarkDocument]

    package init(query: String, from: String, translation: String, remarks: [RemarkDocument]) {
        self.query = query
        self.from = from
        self.translation = translation
        self.remarks = remarks
    }

    /// Something that is different or lost.
    package struct RemarkDocument: Codable, Hashable, Sendable {
        /// `differs` where it means nearly the same, `lost` where something was left out or replaced by something wider.
        package var weight: String
        package var message: Bilingual
        /// The first character of the query that it is about, counted in Unicode scalar values from 0.
        package var position: Int
        /// How many characters it is about.
        package var length: Int

        package init(weight: String, message: Bilingual, position: Int, length: Int) {
            self.weight = weight
            self.message = message
            self.position = position
            self.length = length
        }
    }
}
