extension QueryFailure {
    /// The kinds of refusals.
    package enum Problem: Hashable, Sendable {
        /// The query has more characters than `QueryLanguage.Options.maximumLength`.
        case tooLong(limit: Int)
        /// Brackets and operators are nested deeper than `QueryLanguage.Options.maximumDepth`.
        case tooDeep(limit: Int)
        /// Nothing in it can be searched for.
        case nothingToSearch
        /// A bracket is not closed.
        case unclosedBracket
        /// A closing bracket has no opening one, or one of another shape.
        case unopenedBracket
        /// There is nothing between two brackets.
        case emptyBrackets
        /// `{` or `}`.
        case curlyBracket
        /// A quotation is not closed.
        case unclosedQuote
        /// There is nothing to search for in a quotation.
        case emptyQuote
        /// An operator is all there is.
        case loneOperator(String)
        /// An operator has nothing before it.
        case missingLeft(String)
        /// An operator has nothing after it.
        case missingRight(String)
        /// `|`, `||`: not a sign of this language.
        case bar
        /// A sign stands where a word should.
        case straySign(String)
        /// No field has this name.
        case unknownField(String)
        /// A field has no value.
        case missingValue(String)
        /// `+`, `#` or `?` without a character beside it.
        case truncationAlone(String)
        /// A truncation sign where this kind of value cannot have one.
        case truncationPlace
        /// `#1` outside a history.
        case historySet(String)
        /// `#9` where no query has this number yet.
        case unknownSet(String)
        /// `#1` where that query was refused.
        case refusedSet(String)
        /// With its sets the query has more parts than `QueryLanguage.Options.maximumParts`.
        case tooManyParts(limit: Int)
        /// `NEAR0`, or a distance beyond `QueryLanguage.Options.maximumDistance`.
        case distance(limit: Int)
        /// An operand that a proximity operator cannot take.
        case proximityOperand(Obstacle)
        /// A comparison or a range of something that is not a date.
        case onlyForDates
        /// Not a date.
        case malformedDate(String)
        /// A date that no calendar has.
        case noSuchDate(String)
        /// A range that ends before it begins.
        case backwardsRange
        /// A range without either end.
        case openRange
        /// Not a symbol of the field's classification.
        case malformedSymbol(String, FieldKind.Scheme)
        /// No field of technology has this number.
        case noTechnology(String)
        /// Not a number of a document.
        case malformedNumber(String)
        /// `/FREC` without comparison and number, or with one that asks for none.
        case frequencyForm
        /// `/FREC` after something that is not words.
        case frequencyOperand
        /// `^` without a number between 0.01 and 1000.
        case weightForm
    }

    /// Why something cannot stand beside a proximity operator.
    package enum Obstacle: Hashable, Sendable {
        /// Words that all have to occur, in any places.
        case andGroup
        /// Something that must not occur.
        case negation
        /// Operands of two fields.
        case mixedFields
        /// A value without places in a text, such as a date or class.
        case noPlaces
        /// A weight or a frequency; it can stand after the whole.
        case modifier
    }
}
