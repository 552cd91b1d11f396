extension Expression {
    /// A symbol of a classification; the field says of which.
    package struct Symbol: Hashable, Sendable {
        /// Which symbols it finds.
        package enum Reach: Hashable, Sendable {
            /// The symbol and everything below it in the scheme.
            case subtree
            /// The symbol alone (`IPCX=`).
            case exact
            /// Every symbol whose text begins so (`H02K1+`).
            case beginning
        }

        /// Upper case without blanks: `H01M10/05`, `14-02`, `9`, `7.1.1`.
        ///
        /// A main group typed without a slash has `/00`, but for a beginning, which is as typed.
        package let text: String
        /// Which symbols are found.
        package let reach: Reach

        /// Makes a symbol of its normal text.
        package init(_ text: String, reach: Reach = .subtree) {
            self.text = text
            self.reach = reach
        }

        /// What to look for in texts when the symbol stood in the box.
        package var asTerm: Term {
            reach == .beginning ? .pattern([.text(text), .any]) : .word(text)
        }
    }
}
