/// One SQL statement in the portable form that every driver understands.
///
/// Parameters are written `$1`...`$n`; what differs between databases is written as a token (see `SQLToken`).
/// The text is a constant of the program: a statement can never be put together from input.
package struct Statement: Sendable, Hashable {
    /// The portable text, before a driver expands it.
    package let text: String
    /// The highest parameter number in the text, 0 when there is none.
    package let parameterCount: Int

    /// Takes a constant of the program.
    package init(_ constant: StaticString) {
        text = constant.description
        parameterCount = SQLExpansion.highestParameter(in: constant.description)
    }

    /// Two statements are the same when their texts are.
    package static func == (left: Statement, right: Statement) -> Bool {
        left.text == right.text
    }

    /// Feeds the text.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
    }
}
