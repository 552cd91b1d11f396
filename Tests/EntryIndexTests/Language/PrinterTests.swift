import Domain
import Testing

@testable import EntryIndex

/// The printed form reads as the same tree.
struct PrinterTests {
    @Test(arguments: [
        ("TI=石墨烯 散热膜", "TI=(石墨烯 AND 散热膜)", "发明名称=(石墨烯 AND 散热膜)"),
        ("a OR b AND NOT TI=c", "a OR b AND NOT TI=c", "a OR b AND NOT 发明名称=c"),
        ("申请日>2018", "AD>=2019", "申请日>=2019"), ("APD=2018:2019-06", "AD=2018:2019-06", "申请日=2018:2019-06"),
        ("IPC=H02K 1+", "IPC=H02K1+", "IPC分类号=H02K1+"), ("IPCX=H01M10/05", "IPCX=H01M10/05", "IPCX=H01M10/05"),
        ("AN=ZL 2017 1 0601862.3", "AN=ZL201710601862.3", "申请号=ZL201710601862.3"),
        ("PA=(山东+; +大学)", "PA=(山东+ OR +大学)", "申请（专利权）人=(山东+ OR +大学)"),
        ("TI=a NEAR TI=(b OR c)", "TI=(a NEAR5 (b OR c))", "发明名称=(a NEAR5 (b OR c))"),
        ("电池/FREC > 3^2", "(电池/FREC>3)^2", "(电池/FREC>3)^2"),
        ("(TI=a OR AB=b)^0.5", "(TI=a OR AB=b)^0.5", "(发明名称=a OR 摘要=b)^0.5"),
        ("「5\" 屏」", "「5\" 屏」", "「5\" 屏」"), ("「Co\"\u{301}石」", "「Co\"\u{301}石」", "「Co\"\u{301}石」"),
        ("NOT (a NEAR b)", "NOT (a NEAR5 b)", "NOT (a NEAR5 b)"),
    ])
    func `printed forms`(query: String, alias: String, chinese: String) throws {
        let parsed = try QueryLanguage().parse(query)
        #expect(parsed.printed() == alias)
        #expect(parsed.printed(naming: .chinese) == chinese)
        #expect(try Reading.tree(alias) == parsed.expression)
        #expect(try Reading.tree(chinese) == parsed.expression)
    }

    /// 2,400 trees, a million in a long run.
    @Test(arguments: 0..<20)
    func `random trees read back as they were`(batch: Int) throws {
        for index in 0..<(TestLength.isLong ? 50_000 : 120) {
            let seed = UInt64(batch * 100_000 + index)
            var maker = TreeMaker(seed: seed)
            let tree = maker.tree(depth: 4)
            for naming in [FieldNaming.alias, .chinese] {
                let text = tree.printed(naming: naming)
                let again: Expression
                do {
                    again = try Reading.tree(text)
                } catch {
                    Issue.record("seed \(seed): \(text) is refused: \(error)")
                    continue
                }
                #expect(again == tree, "seed \(seed): \(text) reads as \(again.printed())")
            }
        }
    }
}
