import Domain
import Testing

@testable import EntryIndex

/// Queries of other systems become queries of this language, and what is lost is said.
struct QueryTranslatorTests {
    private func translate(_ query: String, _ syntax: ForeignSyntax) throws -> (String, [Translation.Remark.Matter]) {
        let translation = try QueryTranslator().translate(query, from: syntax)
        return (translation.text(), translation.remarks.map(\.matter))
    }

    @Test(arguments: [
        (#"ti="solar cell" AND pa=siemens"#, #"TI="solar cell" AND PA=siemens"#),
        (#"ti any "motor engine""#, "TI=(motor OR engine)"),
        (#"ti all "paint brush hair""#, "TI=(paint AND brush AND hair)"),
        (#"pd within "2005 2006" OR pd within "2010, 2011""#, "PD=(2005:2006 OR 2010:2011)"),
        (#"pd>=2010 AND pd="07/01/2008" AND ad=07/02/2009"#, "PD>=2010 AND PD=2008-01-07 AND AD=2009-02-07"),
        ("mouse prox/distance<3 trap", "mouse NEAR2 trap"),
        ("mouse prox/distance<3/ordered trap", "mouse ADJ2 trap"),
        ("mouse prox/unit=sentence trap", "mouse WITH trap"),
        ("mouse prox/unit=paragraph trap", "mouse SAME trap"),
        (#"ta="laser printer""#, #"TI="laser printer" OR AB="laser printer""#),
        (
            "cpc=H01M10/052/low OR cpc=H01M10/054 OR ipc=H01M10/05*",
            "CPC=H01M10/052 OR CPCX=H01M10/054 OR IPC=H01M10/05+"
        ),
        ("ti=electr* AND ab=polymeri#ation AND colo?r", "TI=electr+ AND AB=polymeri#ation AND colo?r"),
        ("a OR b AND c", "(a OR b) AND c"),
        ("ia=Apple NOT num=ep1000000", "(IN=Apple OR PA=Apple) AND NOT (PN=EP1000000 OR AN=EP1000000 OR PR=EP1000000)"),
        ("pn=EP1000000 OR ti=(wind turbine)", "PN=EP1000000 OR TI=(wind AND turbine)"),
        (#"ti="electr* motor""#, "TI=(electr+ ADJ1 motor)"),
    ])
    func `Espacenet`(query: String, expected: String) throws {
        let (text, matters) = try translate(query, .espacenet)
        #expect(text == expected)
        #expect(matters.isEmpty)
    }

    @Test(arguments: [
        ("title:(graphene AND film*)", "TI=(graphene AND film+)"),
        ("date_published:[2015-01-01 TO 2020-12-31]", "PD=2015:2020"), ("pub_date:[20070101 TO *]", "PD>=2007"),
        ("title:te?t", "TI=te#t"), ("malaria -mosquito", "malaria AND NOT mosquito"),
        ("+red !green", "red AND NOT green"), (#"class_cpc.symbol:H01M10\/05"#, "CPCX=H01M10/05"),
        (#"applicant.name:(Huawei OR "Fire Corp")"#, #"PA=(Huawei OR "Fire Corp")"#), ("a^4 b", "a^4 AND b"),
        ("title:a b", "TI=a AND b"), ("jurisdiction:CN", "PC=CN"), ("black and white", "black AND \"and\" AND white"),
        ("ids:EP_0227762_B1", "PN=EP0227762B1 OR AN=EP0227762B1"),
    ])
    func `The Lens`(query: String, expected: String) throws {
        let (text, matters) = try translate(query, .lens)
        #expect(text == expected)
        #expect(matters.isEmpty)
    }

    @Test(arguments: [
        ("EN_TI:(electric NEAR5 motor) AND IC:H02K", "TI=(electric NEAR5 motor) AND IPC=H02K"),
        ("DP:01.02.2000", "PD=2000-02-01"), ("DP:02.2000", "PD=2000-02"),
        ("DP:[01.01.2010 TO 31.12.2012]", "PD=2010:2012"), ("FP:(wind turbine)", "wind AND turbine"),
        ("wind BEFORE3 turbine", "wind ADJ3 turbine"), ("IC_EX:A47L1/02", "IPCX=A47L1/02"),
        ("PA/siemens", "PA=siemens"),
        ("EN_AB_S:riding ANDNOT ZH_TI:马", "AB=riding AND NOT TI=马"),
    ])
    func `PATENTSCOPE`(query: String, expected: String) throws {
        let (text, matters) = try translate(query, .patentscope)
        #expect(text == expected)
        #expect(matters.isEmpty)
    }

    @Test(
        arguments: [
            ("cell$4.clm.", "CL=cell????", []), ("batter$.ti.", "TI=batter+", []),
            ("(solar ADJ3 cell$4).clm.", "CL=(solar ADJ3 cell????)", [.crossesSentences]),
            ("tube.clm. AND F16L11/00.cpc. AND H01L$.cpc.", "CL=tube AND CPCX=F16L11/00 AND CPC=H01L+", []),
            ("@pd>=20150101<=20201231", "PD=(>=2015 AND <=2020)", []), (#"@py="2010""#, "PD=2010", []),
            ("a b", "a OR b", [.impliedOr]), ("a AND b OR c AND d", "a AND b OR c AND d", []),
            ("(a OR b) NOT WITH c", "(a OR b) AND NOT ((a OR b) WITH c)", []),
            ("(john NEAR3 smith).in.", "IN=(john NEAR3 smith)", [.crossesSentences]),
            ("US-11449323-B2.did.", "PN=US11449323B2", []), ("2006.ay.", "AD=2006", []), ("radar[ti]", "TI=radar", []),
            ("laser.ti,ab.", "TI=laser OR AB=laser", []), ("a SAME b WITH c", "a SAME (b WITH c)", []),
            ("medicin$ SAME2 plant", "medicin+ AND plant", [.farApart("SAME2")]),
            ("L1 AND valve", "valve", [.historySet("L1")]),
            ("(a AND b) WITH c", "a AND b AND c", [.nearnessLost("WITH")]), ("x.zzz.", "x", [.unknownField("zzz")]),
            (#""fuel cell".ti. AND (hydrogen WITH tank).ab."#, #"TI="fuel cell" AND AB=(hydrogen WITH tank)"#, []),
        ] as [(String, String, [Translation.Remark.Matter])]
    )
    func `Patent Public Search`(query: String, expected: String, remarks: [Translation.Remark.Matter]) throws {
        let (text, matters) = try translate(query, .ppubs)
        #expect(text == expected)
        #expect(matters == remarks)
    }

    @Test(
        arguments: [
            ("发明名称=(石墨烯 3D 散热)", "TI=(石墨烯 NEAR4 散热)", []),
            ("(电池 S 隔膜) OR 申请（专利权）人=(华为)", "电池 WITH 隔膜 OR PA=华为", []),
            ("申请日>=20150101 AND IPC分类号=H01M10", "AD>=2015 AND IPC=H01M10/00", []),
            ("电池 W 隔膜", "电池 ADJ1 隔膜", []), ("电池 =2W 隔膜", "电池 ADJ3 隔膜", [.exactDistance("=2W")]),
            ("摘要=(电池 P 隔膜+)", "AB=(电池 SAME 隔膜+)", []), ("电池 F 隔膜", "电池 AND 隔膜", [.sameField("F")]),
            ("a NOT b F c", "a AND NOT (b AND c)", [.sameField("F")]),
        ] as [(String, String, [Translation.Remark.Matter])]
    )
    func `the national system`(query: String, expected: String, remarks: [Translation.Remark.Matter]) throws {
        let (text, matters) = try translate(query, .pss)
        #expect(text == expected)
        #expect(matters == remarks)
    }

    @Test(
        arguments: [
            (#"title = "solar cell" and date within "2015 2020""#, #"TI="solar cell" AND PD=2015:2020"#, []),
            ("dc.creator = smith sortby date/sort.descending", "IN=smith", [.sorting]),
            (#"cql.anywhere all "solar cell""#, "solar AND cell", []), ("a or b and c", "(a OR b) AND c", []),
            (#"title any/relevant "a b" and/rel.algorithm=x pa =/stem huawei"#, "TI=(a OR b) AND PA=huawei", []),
            ("solar prox/distance<=4/unit=word cell", "solar NEAR4 cell", []), ("date < 2015", "PD<=2014", []),
            (#"title <> "cell""#, #"NOT TI="cell""#, []),
        ] as [(String, String, [Translation.Remark.Matter])]
    )
    func `CQL`(query: String, expected: String, remarks: [Translation.Remark.Matter]) throws {
        let (text, matters) = try translate(query, .cql)
        #expect(text == expected)
        #expect(matters == remarks)
    }

    @Test(arguments: [
        (ForeignSyntax.lens, #""solar cell"~5"#, "solar NEAR6 cell", Translation.Remark.Matter.slop),
        (.lens, "roam~ x", "roam AND x", .similarSpelling("~")),
        (.lens, "title:/[mb]oat/ AND x", "x", .regularExpression),
        (.lens, "a OR b AND c", "a OR b AND c", .mixedOperators),
        (.lens, "a OR b -c", "a OR b AND NOT c", .mixedOperators),
        (.lens, "valve NOT /[mb]oat/ pump", "valve AND pump", .regularExpression),
        (.ppubs, "seat NOT L1 valve", "seat OR valve", .historySet("L1")),
        (.ppubs, "valve NOT seat SAME2 spring", "valve AND NOT (seat AND spring)", .farApart("SAME2")),
        (.ppubs, "laser.ti,zz.", "laser", .unknownField("zz")), (.cql, "title > cell", "TI=cell", .unusedRelation(">")),
        (.espacenet, "a prox/distance>3 b", "a AND b", .farApart("prox/distance>3")),
        (
            .patentscope, "PN:[US1000000 TO US2000000] AND b", "b",
            .unusable("US1000000 TO US2000000", reason: QueryFailure.Problem.onlyForDates.message)
        ), (.lens, "title:(a", "TI=a", .unbalanced("(")),
        (.espacenet, "a) AND b", "a AND b", .unbalanced(")")), (.espacenet, "zz=a", "a", .unknownField("zz")),
        (.espacenet, "AND b", "b", .stray("AND")), (.espacenet, #"ti="a"#, #"TI="a""#, .unbalanced("\"")),
        (.espacenet, "ti=a prox/unit=sentence ab=b", "TI=a AND AB=b", .nearnessLost("WITH")),
        (
            .patentscope, "IC:ZZZ99 AND b", "b",
            .unusable("ZZZ99", reason: QueryFailure.Problem.malformedSymbol("ZZZ99", .ipc).message)
        ),
    ])
    func `what is lost is said`(
        syntax: ForeignSyntax,
        query: String,
        expected: String,
        matter: Translation.Remark.Matter
    ) throws {
        let (text, matters) = try translate(query, syntax)
        #expect(text == expected)
        #expect(matters.contains(matter))
    }

    @Test(arguments: ForeignSyntax.allCases)
    func `the examples lose nothing but what they have to, and are recognised`(syntax: ForeignSyntax) throws {
        let translation = try QueryTranslator().translate(syntax.example, from: syntax)
        #expect(translation.remarks.allSatisfy { $0.weight == .differs })
        #expect(ForeignSyntax.guess(syntax.example) == syntax)
    }

    @Test(arguments: [
        ("@ad<20100101 AND valve", ForeignSyntax.ppubs), ("valve.ti. AND seat.ab.", .ppubs),
        ("ti any \"a b\"", .espacenet),
        ("cpc=H01M10/low", .espacenet), ("applicant.name:huawei", .lens), ("EN_ALLTXT:car", .patentscope),
        ("电池 3W 隔膜", .pss), ("dc.title = cell", .cql),
    ])
    func `guesses`(query: String, syntax: ForeignSyntax) {
        #expect(ForeignSyntax.guess(query) == syntax)
    }

    @Test(arguments: ["石墨烯 散热", "TI=石墨烯", "发明名称=石墨烯 AND 申请日>2015", "", "CN201710601862.3"])
    func `what is of this language is no other system's`(query: String) {
        #expect(ForeignSyntax.guess(query) == nil)
    }

    @Test(arguments: ["", "  ", "()", "AND", "/a/", "L1", "\"\""])
    func `nothing to search for is refused`(query: String) {
        for syntax in ForeignSyntax.allCases
        where !(query == "L1" && syntax != .ppubs) && !(query == "/a/" && syntax != .lens) {
            #expect(throws: QueryFailure.self) { try QueryTranslator().translate(query, from: syntax) }
        }
    }

    @Test func `limits hold`() {
        let deep = String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300)
        let nots = String(repeating: "NOT ", count: 5_000) + "a"
        let long = String(repeating: "a ", count: 40_000)
        for syntax in ForeignSyntax.allCases {
            for query in [deep, nots, long] {
                #expect(throws: QueryFailure.self) { try QueryTranslator().translate(query, from: syntax) }
            }
        }
    }

    @Test(arguments: [
        (ForeignSyntax.espacenet, "pa<>(siemens OR bosch)", "NOT PA=(siemens OR bosch)"),
        (.ppubs, "NOT a ADJ b", "NOT (a ADJ1 b)"), (.ppubs, #""solar cell$4".ti."#, "TI=(solar ADJ1 cell????)"),
        (.lens, #""electr* motor"~5"#, "electr+ NEAR6 motor"), (.cql, "dc.subject = battery", "KW=battery"),
        (.cql, "dc.title any fish", "TI=fish"), (.espacenet, "ＴＩ＝cell", "TI=cell"),
        (.lens, #""a b"~9223372036854775807"#, "a NEAR10000 b"),
    ])
    func `forms that are easily got wrong`(syntax: ForeignSyntax, query: String, expected: String) throws {
        #expect(try translate(query, syntax).0 == expected)
    }

    /// What would take a second a thousand times over, or all of the stack, is read or refused at once.
    @Test(.timeLimit(.minutes(2)), arguments: ForeignSyntax.allCases)
    func `hostile texts of full length end`(syntax: ForeignSyntax) {
        let words = (0..<9_000).map { "w\($0)" }
        let queries =
            ["a:", "@a", "TI=", "{", "[", "a) ", "@pd>=1", "a.ti.", "NOT ", "-", "\"a* b\"~3 ", "aa=x ", "\""].map {
                String(repeating: $0, count: 65_000 / $0.utf8.count)
            }
            + [
                "a prox/distance<-9223372036854775808 b", "a prox/distance<99999999999999999999 b",
                words.joined(separator: " "), "(" + words.joined(separator: " OR ") + ") WITH x",
                "(" + words.prefix(7_000).joined(separator: " OR ") + ") WITH (x AND y)"
                    + String(repeating: " WITH q", count: 195),
                "(" + words.prefix(5_000).joined(separator: " ") + ")" + String(repeating: ".ti.", count: 5_000),
            ]
        for query in queries {
            let translation = try? QueryTranslator().translate(query, from: syntax)
            #expect((translation?.remarks.count ?? 0) <= 100)
        }
    }

    @Test func `many words side by side are one group`() throws {
        let query = (0..<6_000).map { "w\($0)" }.joined(separator: " OR ")
        let translation = try QueryTranslator().translate(query, from: .espacenet)
        guard case .or(let members) = translation.expression.kind else {
            Issue.record("no OR")
            return
        }
        #expect(members.count == 6_000)
    }

    /// Whatever is pasted, in whatever syntax: a query of this language, or a refusal.
    @Test(arguments: ForeignSyntax.allCases)
    func `anything becomes a query or is refused`(syntax: ForeignSyntax) throws {
        let pieces = [
            "ti", "title:", "EN_TI:", ".ti.", ".ti,ab.", "[ti]", "@pd", ">=", "<", "=", "2010", "20201231",
            "01.02.2000", "(",
            ")", "[", "]", "{", "\"", "a", "石墨烯", "cell$3", "te?t", "fil*", "#", "+", "-", "!", "AND", "OR", "NOT",
            "XOR",
            "NEAR3", "ADJ", "WITH", "SAME2", "3W", "=2D", "S", "F", "prox/distance<3", "prox/unit=sentence", "any",
            "all",
            "within", "~", "~5", "^3", "/", "\\", "[2010 TO 2015]", "H01M10/05", "/low", "pn=", "EP1000000", "，", ":",
            "*", "L1",
            "sortby", " ", "  ", "，", "「", "ＡＮＤ", "\u{200B}", "🙂", "&", "|",
        ]
        var random = TestRandom(seed: 77)
        for _ in 0..<1_500 {
            let count = random.within(1...14)
            let query = (0..<count).map { _ in
                random.pick(pieces) + (random.chance(66) ? " " : "")
            }.joined()
            guard let translation = try? QueryTranslator().translate(query, from: syntax) else { continue }
            let again = try QueryLanguage().parse(translation.text()).expression
            #expect(again == translation.expression, "\(syntax) \(query)")
            let length = query.unicodeScalars.count
            #expect(
                translation.remarks.allSatisfy { $0.range.position >= 0 && $0.range.end <= length },
                "\(syntax) \(query)"
            )
        }
    }
}
