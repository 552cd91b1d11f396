import Domain

extension Reference {
    /// The reference in RIS.
    ///
    /// **Shape** Lines `TAG  - VALUE` that end in CR LF, from `TY` to `ER`. Inventors are authors, holders stand as
    /// publisher, the number of the patent in `SN`.
    /// **Source** RIS Format Specifications, Research Information Systems (2011).
    package var ris: String {
        var lines = [("TY", isPatent ? "PAT" : "GEN"), ("ID", id.description), ("TI", title)]
        lines += inventors.map { ("AU", $0) }
        lines += holders.map { ("PB", $0) }
        if let date {
            lines.append(("PY", String(date.year)))
            let parts = date.description.split(separator: "-").map(String.init)
            let padded = parts + Array(repeating: "", count: 3 - parts.count)
            lines.append(("DA", padded.joined(separator: "/") + "/"))
        }
        lines.append(("SN", Self.line(number)))
        lines += right.summaries.prefix(1).map { ("AB", Self.line($0)) }
        lines += right.bibliography.keywords.map { ("KW", Self.line($0)) }
        lines += right.bibliography.classes.ipc.map { ("KW", Self.line($0)) }
        if let application { lines.append(("N1", Self.line(application))) }
        lines += [("DB", "Huizhi"), ("UR", address), ("Y2", accessed.description), ("ER", "")]
        return lines.map { "\($0.0)  - \($0.1)\r\n" }.joined()
    }
}
