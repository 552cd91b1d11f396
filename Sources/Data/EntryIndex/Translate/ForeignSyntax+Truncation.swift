extension ForeignSyntax {
    /// What a sign of truncation stands for; nil for any other character.
    func truncation(_ scalar: Unicode.Scalar) -> Expression.Piece? {
        switch (self, scalar) {
        case (_, "*"), (.ppubs, "$"), (.pss, "+"): .any
        case (.espacenet, "#"), (.pss, "#"): .one
        case (.espacenet, "?"), (.pss, "?"): .optional
        case (_, "?"): .one
        default: nil
        }
    }

    /// The pieces of a word.
    func pieces(_ word: some StringProtocol) -> [Expression.Piece] {
        var pieces: [Expression.Piece] = []
        var text = ""
        var isLimited = false
        for scalar in word.unicodeScalars {
            // `$3` stands for three characters at most.
            if isLimited, scalar.isDigit, scalar != "0" {
                pieces.removeLast()
                pieces += Array(repeating: .optional, count: Int(scalar.value) - 0x30)
                isLimited = false
                continue
            }
            isLimited = self == .ppubs && scalar == "$"
            guard let piece = truncation(scalar) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            if !text.isEmpty { pieces.append(.text(text)) }
            text = ""
            pieces.append(piece)
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        return ForeignLexer.normal(pieces)
    }
}
