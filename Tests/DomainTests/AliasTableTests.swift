import Domain
import Testing

/// The published table of aliases; all names are invented.
struct AliasTableTests {
    private static let text = """
        # 示例 2026-11
        spelling\tholder\tverdict\tsource\tfrom
        示例旧名有限公司\t示例有限公司\tsame\t示例公告第 1 号\t2019-08-02
        Sample Co., Ltd.\t示例有限公司\tsame\t示例公告第 2 号
        示例（深圳）有限公司\t示例有限公司\tdifferent\t示例登记信息\t

        """

    @Test func `names of one holder are found from any of them, however they are printed`() throws {
        let table = try AliasTable(text: Self.text)
        #expect(table.edition == "示例 2026-11" && table.entries.count == 3)
        let names = ["示例有限公司", "Sample Co., Ltd.", "示例旧名有限公司"]
        for name in ["示例有限公司", "示例 有限公司", "SAMPLE CO LTD", "示例旧名有限公司"] {
            #expect(table.names(ofHolderOf: name) == names, "\(name)")
            #expect(table.holder(of: name) == "示例有限公司")
        }
        #expect(table.names(ofHolderOf: "示例（深圳）有限公司") == [] && table.holder(of: "别家") == "别家")
        let entry = try #require(table.entry(of: "示例旧名 有限公司"))
        #expect(entry.source == "示例公告第 1 号" && entry.from == PartialDate(year: 2019, month: 8, day: 2))
        #expect(table.entry(of: "示例有限公司") == nil)
    }

    @Test func `what is told from a holder is told from each of their names`() throws {
        let table = try AliasTable(text: Self.text)
        for name in ["示例有限公司", "示例旧名有限公司", "sample co ltd"] {
            #expect(table.difference(name, "示例(深圳)有限公司")?.source == "示例登记信息", "\(name)")
            #expect(table.difference("示例(深圳)有限公司", name)?.source == "示例登记信息", "\(name)")
            #expect(table.isToldApart(name))
        }
        #expect(table.difference("示例有限公司", "示例旧名有限公司") == nil && !table.isToldApart("别家"))
        #expect(AliasTable.empty.difference("a", "b") == nil && AliasTable.empty.names(ofHolderOf: "a") == [])
    }

    @Test func `the text of a table is read back as the same table`() throws {
        let table = try AliasTable(text: Self.text)
        #expect(
            table.text == """
                # 示例 2026-11
                spelling\tholder\tverdict\tsource\tfrom
                Sample Co., Ltd.\t示例有限公司\tsame\t示例公告第 2 号\t
                示例旧名有限公司\t示例有限公司\tsame\t示例公告第 1 号\t2019-08-02
                示例（深圳）有限公司\t示例有限公司\tdifferent\t示例登记信息\t

                """
        )
        #expect(try AliasTable(text: table.text).entries == table.entries)
        let windows = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n")
        #expect(try AliasTable(text: windows).entries == table.entries)
        #expect(try AliasTable(text: "").entries == [])
    }

    @Test(
        arguments: [
            ("示例,示例二,same,公告", "line 1, cells", "with a tab between"),
            ("示例\t示例二\tis\t公告", "line 1, verdict", "neither same nor different"),
            ("示例\t示例二\tsame\t公告\t2019", "line 1, from", "write it as 2019-08-02"),
            ("示例\t示例二\tsame\t公告\t2019-02-30", "line 1, from", "no day"),
            ("示例\t示例二\tsame\t ", "line 1", "where this is known from"),
            ("？\t示例二\tsame\t公告", "line 1", "the spelling is no name"),
            (" #示例\t示例二\tsame\t公告", "line 1", "the spelling begins with #, as remarks do; write it without"),
            ("甲\t乙\tsame\t公告\n丙\t#示例\tsame\t公告", "line 2", "the holder begins with #"),
            ("# 示例\n#示例一\t乙\tsame\t公告", "line 2", "it begins with # as remarks do but has cells"),
            ("示例 公司\t示例公司\tsame\t公告", "line 1", "leave it out"),
            ("# 示例\n\n甲\t乙\tsame\t公告\n乙\t甲\tsame\t公告", "line 4", "line 3 says something of the same two names"),
            ("甲\t乙\tsame\t公告\n甲\t丙\tsame\t公告", "line 1", "stands under 丙 already (line 2)"),
            ("甲\t乙\tsame\t公告\n乙\t丙\tsame\t公告", "line 2", ""),
            ("甲\t丙\tsame\t公告\n乙\t丙\tsame\t公告\n甲\t乙\tdifferent\t公告", "line 3", "take one side out"),
        ]
    )
    func `a line that cannot be is refused with its place and the remedy`(text: String, place: String, remedy: String) {
        do {
            _ = try AliasTable(text: text)
            Issue.record("it was taken")
        } catch Failure.invalid(let field, let reason) {
            if !remedy.isEmpty {
                #expect(field == place && reason.contains(remedy), "\(field): \(reason)")
            } else {
                // 甲 stands under 乙, which stands under 丙: the line of 甲 has to name 丙.
                #expect(reason.contains("write 丙 as the holder"), "\(field): \(reason)")
            }
        } catch {
            Issue.record(error)
        }
    }

    @Test func `an export says its version in a remark, which is no part of the table`() throws {
        let table = try AliasTable(text: Self.text)
        let named = AliasTable.exported(table.text, version: 12)
        #expect(named.hasPrefix("# 示例 2026-11\n# version 12\nspelling\tholder\t"))
        #expect(AliasTable.version(ofExport: named) == 12 && AliasTable.version(ofExport: table.text) == nil)
        let again = try AliasTable(text: named)
        #expect(again.edition == "示例 2026-11" && again.entries == table.entries && again.text == table.text)

        let nameless = AliasTable.exported(try AliasTable(table.entries).text, version: 3)
        #expect(nameless.hasPrefix("# version 3\nspelling\tholder\t"))
        #expect(try AliasTable(text: nameless).edition == nil)
        // As a table program writes it.
        let tabled = "\u{FEFF}" + nameless.replacing("# version 3\n", with: "# version 3\t\t\t\t\r\n")
        #expect(AliasTable.version(ofExport: tabled) == 3)
        #expect(try AliasTable(text: tabled).edition == nil)
        // Behind the lines it is a remark like others.
        #expect(AliasTable.version(ofExport: "甲\t乙\tsame\t公告\n# version 3\n") == nil)
        #expect(throws: Failure.self) { try AliasTable(table.entries, edition: "version 3") }
    }

    @Test func `what begins as a remark is not accepted`() throws {
        for name in ["#甲", " # 甲"] {
            #expect(throws: Failure.self) { try AliasTable.empty.accepting([AliasEntry(name, of: "乙", source: "建议")]) }
            #expect(throws: Failure.self) {
                try AliasTable.empty.accepting([AliasEntry("乙", of: name, .different, source: "建议")])
            }
        }
    }

    @Test func `a name is printed as the table has it`() throws {
        let table = try AliasTable(text: Self.text)
        #expect(table.printed("sample co ltd！！") == "Sample Co., Ltd.")
        #expect(table.printed("示例 有限公司") == "示例有限公司" && table.printed("别家") == nil)
    }

    @Test func `what is too long is refused`() {
        let long = String(repeating: "名", count: 167)
        #expect(throws: Failure.self) { try AliasTable([AliasEntry(long, of: "乙", source: "公告")]) }
        let source = String(repeating: "源", count: 301)
        #expect(throws: Failure.self) { try AliasTable([AliasEntry("甲", of: "乙", source: source)]) }
        #expect(throws: Never.self) { try AliasTable([AliasEntry("甲", of: "乙", source: String(source.dropLast()))]) }
        let many = (0...100_000).map { AliasEntry("甲\($0)", of: "乙", source: "公告") }
        #expect(throws: Failure.self) { try AliasTable(many) }
    }

    @Test func `an accepted spelling stands under the holder's name in the table, and takes its own along`() throws {
        let table = try AliasTable(text: "甲一\t甲\tsame\t公告\n乙一\t乙\tsame\t公告\n甲\t乙\tdifferent\t公告")
        let joined = try table.accepting([AliasEntry("乙", of: "甲一", source: "建议")])
        #expect(
            joined.entries == [
                AliasEntry("乙", of: "甲", source: "建议"), AliasEntry("乙一", of: "甲", source: "公告"),
                AliasEntry("甲一", of: "甲", source: "公告"),
            ]
        )
        // The same again says nothing new.
        #expect(try joined.accepting([AliasEntry("甲", of: "乙一", source: "后来")]).entries == joined.entries)
        #expect(throws: Failure.self) { try joined.accepting([AliasEntry("乙一", of: "丁", source: "建议")]) }
    }

    @Test func `an accepted difference takes a spelling from its holder`() throws {
        let table = try AliasTable(text: "甲一\t甲\tsame\t公告\n甲二\t甲\tsame\t公告")
        for pair in [("甲一", "甲"), ("甲", "甲一"), ("甲一", "甲二")] {
            let parted = try table.accepting([AliasEntry(pair.0, of: pair.1, .different, source: "建议")])
            #expect(
                parted.entries == [
                    AliasEntry("甲一", of: "甲", .different, source: "建议"), AliasEntry("甲二", of: "甲", source: "公告"),
                ],
                "\(pair)"
            )
            #expect(
                try parted.accepting([AliasEntry("甲二", of: "甲一", .different, source: "后来")]).entries == parted.entries
            )
        }
    }
}
