package import Domain

extension Expression {
    /// The number of an application, publication, registration or priority, as typed.
    package struct Number: Hashable, Sendable {
        /// Which part of a record's number the text has to be.
        package enum Reach: Hashable, Sendable {
            /// The number, with or without country, dot, kind letter and check digit.
            case whole
            /// Its beginning, with or without country: `CN2019+`.
            case beginning
            /// Its end: `+1862`.
            case ending
            /// Any part of it: `+0601+`.
            case containing
        }

        /// Upper-case letters, digits and the signs `.`, `-` and `/`, without blanks: `CN201710601862.3`.
        package let text: String
        /// Which part of a number the text is.
        package let reach: Reach

        /// Takes a number as typed; blanks are dropped and letters made upper case.
        package init(_ text: String, reach: Reach = .whole) {
            self.text = String(String.UnicodeScalarView(text.uppercased().unicodeScalars.filter { $0 != " " }))
            self.reach = reach
        }

        /// The Chinese application number it reads as, if it is a whole one.
        package var application: ApplicationNumber? {
            reach == .whole ? ApplicationNumber.read(text) : nil
        }

        /// Whether the text may as well be a word, so that in the box texts are searched for it too.
        ///
        /// True of bare digits; a number with its country, a check digit after a dot, or the twelve digits of an
        /// application is nothing but a number.
        package var isAlsoText: Bool { reach == .whole && !NumberReader.isUnmistakable(text) }
    }
}
