package import Domain

/// Why a query was refused, where, and what could be asked instead.
///
/// A caller prints it as `{"error": {"message", "position", "length", "suggestion"}}` with exit status 2 or status 400,
/// or as words with `caret(under:)`.
package struct QueryFailure: Error, Hashable, Sendable {
    /// What is wrong.
    package let problem: Problem
    /// The characters it is about.
    package let range: SourceRange
    /// A corrected query, if there is a likely one.
    package let suggestion: String?

    /// Describes a refusal.
    package init(_ problem: Problem, at range: SourceRange, suggestion: String? = nil) {
        self.problem = problem
        self.range = range
        self.suggestion = suggestion
    }

    /// The reason and the remedy, in both languages.
    package var message: Bilingual { problem.message }
    /// Where it begins, in characters (Unicode scalar values) from 0.
    package var position: Int { range.position }
    /// How many characters it is about.
    package var length: Int { range.length }

    /// The query in one line with a caret beneath the first character this is about and `~` beneath the others.
    ///
    /// Wide characters count two columns, as terminals show them.
    package func caret(under query: String) -> String {
        let source = QuerySource(query).scalars
        var columns = 0
        var marked = 0
        for (position, scalar) in source.enumerated() where position < range.end {
            if position < range.position { columns += scalar.columns } else { marked += scalar.columns }
        }
        let line = String(String.UnicodeScalarView(source.map { $0.isBlank ? " " : $0 }))
        let tail = String(repeating: "~", count: max(0, marked - 1))
        return line + "\n" + String(repeating: " ", count: columns) + "^" + tail
    }
}

extension Unicode.Scalar {
    /// How many columns of a terminal the character takes.
    fileprivate var columns: Int {
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: properties.isDefaultIgnorableCodePoint || properties.canonicalCombiningClass != .notReordered ? 0 : 1
        }
    }
}
