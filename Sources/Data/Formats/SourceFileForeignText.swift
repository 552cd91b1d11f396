/// Says what texts without a reader are, so that a person knows why a file was passed over.
enum ForeignText {
    /// What an XML file is that no reader reads.
    static func xml(_ head: [UInt8]) -> String {
        guard let root = RootElement(head: head) else { return "a text that is no whole XML document" }
        if let known = roots[root.name] { return known }
        if root.name.lowercased() == "html" { return "a web page" }
        return "no reader yet for XML documents of <\(root.name)>"
    }

    /// What another text is; nil when its first lines do not tell.
    static func reason(_ text: String) -> String? {
        if text.hasPrefix("PATN"), text.contains("\nWKU") { return "no reader yet for USPTO Greenbook (before 2002)" }
        if text.contains("*** BRS DOCUMENT BOUNDARY ***") { return "no reader yet for USPTO BRS text" }
        return nil
    }

    /// What a table is by the names of its columns, written as `TableColumn.folded` writes them.
    static func table(_ columns: Set<String>) -> String? {
        tables.first { $0.columns.isSubset(of: columns) }?.reason
    }

    private static let roots = [
        "PATDOC": "no reader yet for USPTO SGML (before 2005)",
        "patent-application-publication": "no reader yet for USPTO applications of 2001 to 2004 (PAP)",
        "cn-patent-document": "no reader yet for Chinese documents in ST.36",
        "ep-patent-document": "no reader yet for EPO documents in ST.36",
        "jp-official-gazette": "no reader yet for Japanese gazettes in ST.36",
        "Transaction": "no reader yet for trademark records in ST.66",
        "class-scheme": "a classification scheme, not records",
        "CPCMasterClassificationFile": "a list of classifications, not records",
        "Application-body": "a table of contents, not records",
        "SpecificationDocument": "no reader yet for USPTO application papers (XML4IP)",
        "ClaimsDocument": "no reader yet for USPTO application papers (XML4IP)",
        "AbstractDocument": "no reader yet for USPTO application papers (XML4IP)",
        "schema": "a schema, not records",
        "svg": "image",
    ]

    private static let tables: [(columns: Set<String>, reason: String)] = [
        (["prioritydata", "fpimage"], "no reader yet for PATENTSCOPE lists"),
        (["lensid", "jurisdiction"], "no reader yet for Lens lists"),
        (["publicationnumbers", "familysize"], "no reader yet for cleaned family lists"),
        (["applicantsorganisationsonly"], "no reader yet for cleaned family lists"),
        (["registeredname", "protectiontype"], "no reader yet for registers of geographical indications"),
        (["office", "origin", "year", "count"], "statistics table"),
        (["cc", "kc", "firstpn", "lastpn"], "statistics table"),
    ]
}
