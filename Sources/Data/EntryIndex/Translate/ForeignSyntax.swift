package import Domain

/// The query syntax of another patent search system.
package enum ForeignSyntax: String, CaseIterable, Hashable, Sendable {
    /// Espacenet's smart search: CQL with modifiers of proximity (`prox/distance<3`).
    case espacenet
    /// The Lens: the classic Lucene query parser.
    case lens
    /// WIPO PATENTSCOPE: Lucene with `NEAR` and `BEFORE`.
    case patentscope
    /// USPTO Patent Public Search, the operators of BRS: `(solar ADJ cell).ti.`, `@pd>=20200101`.
    case ppubs
    /// The national patent search and analysis system: Chinese field names, `nW`, `nD`, `S`, `P`, `F`.
    case pss
    /// The Contextual Query Language 1.2 as libraries ask it over SRU.
    case cql

    /// The system's name for people.
    package var label: Bilingual {
        switch self {
        case .espacenet: Bilingual("Espacenet（欧洲专利局）", "Espacenet (EPO)")
        case .lens: Bilingual("The Lens", "The Lens")
        case .patentscope: Bilingual("PATENTSCOPE（世界知识产权组织）", "PATENTSCOPE (WIPO)")
        case .ppubs: Bilingual("PPUBS（美国专利商标局）", "PPUBS (USPTO)")
        case .pss: Bilingual("专利检索及分析系统（国家知识产权局）", "PSS (CNIPA)")
        case .cql: Bilingual("CQL（图书馆检索语言）", "CQL (libraries)")
        }
    }

    /// A query in this syntax to try.
    package var example: String {
        switch self {
        case .espacenet: #"ti any "battery cell" AND cpc=H01M10/low AND pd within "2015 2020""#
        case .lens: #"title:(graphene AND film*) AND date_published:[2015-01-01 TO 2020-12-31]"#
        case .patentscope: #"EN_TI:(electric NEAR5 motor) AND IC:H02K AND DP:[2015 TO 2020]"#
        case .ppubs: "((solar ADJ3 cell$4) SAME coat$3).clm. AND H01L31/02.cpc. AND @pd>=20150101<=20201231"
        case .pss: "发明名称=(石墨烯 3D 散热) AND 申请日>=20150101"
        case .cql: #"dc.title = "solar cell" and dc.date within "2015 2020""#
        }
    }

    /// The system whose syntax a query most looks like; nil where it looks like none of them.
    ///
    /// What only one system writes counts: `prox/`, `.ti.`, `EN_TI:`, `title:`, `3W`.
    /// Only the beginning is looked at, because looking takes longer than in step with the length.
    package static func guess(_ query: String) -> ForeignSyntax? {
        let text = String(query.prefix(longestGuessed)).lowercased()
        for (syntax, sign) in signs where text.firstMatch(of: sign.pattern) != nil { return syntax }
        return nil
    }

    /// The characters of a query that tell where it is from.
    private static let longestGuessed = 500

    /// A regular expression; made anew for each use, because they cannot be shared between threads.
    private struct Sign {
        let make: @Sendable () -> Regex<AnyRegexOutput>

        init<Output>(_ make: @escaping @Sendable () -> Regex<Output>) { self.make = { Regex<AnyRegexOutput>(make()) } }

        var pattern: Regex<AnyRegexOutput> { make() }
    }

    /// The first that fits decides, so what is most telling stands first.
    private static let signs: [(ForeignSyntax, Sign)] = [
        (.ppubs, Sign { /@[a-z]{2}\s*[<>=]|[\w"$)]\.[a-z]{2,5}(,[a-z]{2,5})*\.($|[\s)])|\$\d?(\s|$|\))/ }),
        (.espacenet, Sign { /prox\/|\/low\b/ }),
        (.patentscope, Sign { /\b([a-z]{2}_(ti|ab|cl|de|all|alltxt)|fp|dp|ic|ici|icn|allnames|alltxt|ctr):/ }),
        (.lens, Sign { /\b[a-z_]{3,}(\.[a-z_.]+)?:/ }),
        (.pss, Sign { /\s\d*[wdspf]\s/ }),
        (.cql, Sign { /\b(cql|dc|rec|bath)\.[a-z]+|\bsortby\b/ }),
        (.espacenet, Sign { /\b[a-z]+\s+(any|all|within)\s+"|\b(ta|txt|ftxt|nftxt|ntxt|num|ia|ct|cpcc)\s*=/ }),
    ]
}
