import Domain
import EntryIndex
import Query
import Text
import Wire

extension ExplanationDocument {
    /// Forms listed of a word that the hit does not have.
    private static let listedForms = 10

    /// The engine's explanation with words and fields as people call them; of many words those that add most.
    init(_ explanation: Explanation, maximumWords: Int) {
        let greatest = explanation.words.indices.sorted { one, other in
            let (first, second) = (explanation.words[one].score, explanation.words[other].score)
            return first == second ? one < other : first > second
        }
        let listed = greatest.prefix(max(0, maximumWords)).sorted().map { explanation.words[$0] }
        self.init(
            score: explanation.score,
            documents: explanation.documentCount,
            saturation: explanation.saturation,
            b: explanation.lengthNormalisation,
            omittedWords: explanation.words.count - listed.count,
            words: listed.map { word in
                Word(
                    forms: Self.forms(of: word).map(ReservedBytes.readable),
                    boost: word.boost,
                    documents: word.documentFrequency,
                    idf: word.idf,
                    frequency: word.frequency,
                    score: word.score,
                    fields: word.fields.map { field in
                        Field(
                            form: ReservedBytes.readable(field.term),
                            field: EntryIndex.Field.holding(textField: field.field)?.names.label
                                ?? Bilingual(field.field, field.field),
                            frequency: field.frequency,
                            length: field.length,
                            meanLength: field.averageLength,
                            weight: field.weight,
                            part: field.part
                        )
                    }
                )
            }
        )
    }

    /// The forms that the hit has, else the first ones.
    private static func forms(of word: Explanation.Word) -> [[UInt8]] {
        let found = Set(word.fields.map(\.term))
        return found.isEmpty ? Array(word.terms.prefix(listedForms)) : word.terms.filter(found.contains)
    }
}
