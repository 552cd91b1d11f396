import Index
import Text

extension TokenList {
    /// The tokens as those of a field of the index, with the ends of sentences, paragraphs and runs of Han characters.
    func tokens(of field: FieldID) -> FieldTokens {
        var result = FieldTokens(field: field, length: length)
        for token in tokens {
            result.append(term(token), position: token.position == TokenList.withoutPosition ? nil : token.position)
        }
        for position in sentenceEnds { result.append(ReservedTerm.sentenceEnd, position: position) }
        for position in paragraphEnds { result.append(ReservedTerm.paragraphEnd, position: position) }
        for position in hanRunEnds { result.append(ReservedBytes.hanRunEnd, position: position) }
        return result
    }
}
