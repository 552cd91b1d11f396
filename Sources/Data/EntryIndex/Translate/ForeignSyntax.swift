package import Domain
import Synchronization

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
        return signs.withLock { signs in signs.first { text.firstMatch(of: $0.pattern) != nil }?.syntax }
    }

    /// The characters of a query that tell where it is from.
    private static let longestGuessed = 500

    /// What tells that a query is from some system.
    private struct Sign {
        let syntax: ForeignSyntax
        let pattern: Regex<AnyRegexOutput>

        init<Output>(_ syntax: ForeignSyntax, _ pattern: Regex<Output>) {
            self.syntax = syntax
            self.pattern = Regex<AnyRegexOutput>(pattern)
        }
    }

    /// The first that fits decides, so what is most telling stands first.
    ///
    /// Kept, because making an expression takes longer than looking for it, and locked, because threads cannot share one.
    private static let signs = Mutex([
        Sign(.ppubs, /@[a-z]{2}\s*[<>=]|[\w"$)]\.[a-z]{2,5}(,[a-z]{2,5})*\.($|[\s)])|\$\d?(\s|$|\))/),
        Sign(.espacenet, /prox\/|\/low\b/),
        Sign(.patentscope, /\b([a-z]{2}_(ti|ab|cl|de|all|alltxt)|fp|dp|ic|ici|icn|allnames|alltxt|ctr):/),
        Sign(.lens, /\b[a-z_]{3,}(\.[a-z_.]+)?:/),
        Sign(.pss, /\s\d*[wdspf]\s/),
        Sign(.cql, /\b(cql|dc|rec|bath)\.[a-z]+|\bsortby\b/),
        Sign(.espacenet, /\b[a-z]+\s+(any|all|within)\s+"|\b(ta|txt|ftxt|nftxt|ntxt|num|ia|ct|cpcc)\s*=/),
    ])
}
