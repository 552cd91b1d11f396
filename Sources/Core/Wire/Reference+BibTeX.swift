import Domain

extension Reference {
    /// The reference in BibTeX, a patent with the fields that biblatex has for it.
    ///
    /// **Shape** One entry; names stand in braces of their own, so that none is taken apart. Characters that TeX reads
    /// as commands are escaped; others stay as they are, in UTF-8.
    /// **Source** The biblatex package, 3.20, entry type `@patent`.
    package var bibTeX: String {
        var fields = [("title", "{" + Self.escaped(title) + "}")]
        if !inventors.isEmpty { fields.append(("author", Self.names(inventors))) }
        if !holders.isEmpty { fields.append((isPatent ? "holder" : "organization", Self.names(holders))) }
        fields.append(("number", Self.escaped(number)))
        if let date { fields.append(("date", date.description)) }
        if let application { fields.append(("note", Self.escaped(application))) }
        fields += [("url", address), ("urldate", accessed.description)]
        let type = isPatent ? "patent" : "misc"
        return "@\(type){\(id.local),\n" + fields.map { "  \($0.0) = {\($0.1)},\n" }.joined() + "}\n"
    }

    private static func names(_ names: [String]) -> String {
        names.map { "{" + escaped($0) + "}" }.joined(separator: " and ")
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&", "%", "$", "#", "_": result += "\\" + String(character)
            // BibTeX counts braces behind a backslash as well.
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            default: result.append(character)
            }
        }
    }
}
