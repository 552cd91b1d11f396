import Domain
import EntryIndex
import Query
import Text
import Wire

extension ExplanationDocument {
    /// The engine's explanation with words and fields as people call them.
    init(_ explanation: Explanation) {
        self.init(
            score: explanation.score,
            documents: explanation.documentCount,
            saturation: explanation.saturation,
            b: explanation.lengthNormalisation,
            words: explanation.words.map { word in
                Word(
                    forms: word.terms.map(ReservedBytes.readable),
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
}
