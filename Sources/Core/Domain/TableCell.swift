/// A cell of a table as it may stand in a file or on a terminal.
package enum TableCell {
    /// A cell of a CSV file: quoted where it must be; one that a spreadsheet could take for a formula begins with an apostrophe.
    ///
    /// **Source** RFC 4180 (2005); OWASP, CSV Injection.
    package static func csv(_ text: String) -> String {
        let text = mayRun(text) ? "'" + text : text
        guard text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// What a cell of a CSV file says that ``csv(_:)`` wrote: without the apostrophe that keeps it from being a formula.
    package static func plain(_ cell: String) -> String {
        cell.hasPrefix("'") && mayRun(cell) ? String(cell.dropFirst()) : cell
    }

    /// Whether a spreadsheet could take a text for a formula; also one that is so behind apostrophes, so that ``plain(_:)`` takes
    /// away no apostrophe that belongs to the text.
    private static func mayRun(_ text: String) -> Bool {
        let rest = text.unicodeScalars.drop { $0 == "'" }
        guard let begin = rest.first else { return false }
        // A formula may hide behind blanks or in another width.
        let first = rest.first { !$0.properties.isWhitespace }
        return "\t\r\n".unicodeScalars.contains(begin)
            || first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    /// A cell between tabs: U+FFFD stands for control characters and ends of lines, so that none makes a cell or a row of its own
    /// or does anything to a terminal.
    package static func tabbed(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: plain.append("\u{FFFD}")
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }
}
