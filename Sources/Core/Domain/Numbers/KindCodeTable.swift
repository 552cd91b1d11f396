/// The kind codes of the offices that matter most here.
enum KindCodeTable {
    /// Entries by office and code.
    static let entries: [String: [String: KindCode.Entry]] = [
        "CN": chinese, "WO": international, "EP": european, "US": american, "JP": japanese, "KR": korean, "DE": german,
    ]

    private static func entry(_ stage: KindCode.Stage, _ zh: String, _ en: String) -> KindCode.Entry {
        KindCode.Entry(stage: stage, words: Bilingual(zh, en))
    }

    private static let chinese: [String: KindCode.Entry] = {
        var table: [String: KindCode.Entry] = [
            "A": entry(.published, "发明专利申请公布", "Invention application published"),
            "B": entry(.granted, "发明专利授权公告", "Invention patent granted"),
            "C": entry(.granted, "发明专利授权公告（1993—2010年）", "Invention patent granted (1993-2010)"),
            "U": entry(.granted, "实用新型专利授权公告", "Utility model granted"),
            "Y": entry(.granted, "实用新型专利授权公告（1993—2010年）", "Utility model granted (1993-2010)"),
            "S": entry(.granted, "外观设计专利授权公告", "Design granted"),
            "D": entry(.granted, "外观设计专利授权公告（1993—2010年）", "Design granted (1993-2010)"),
        ]
        let rights = [
            ("A", "发明专利申请", "Invention application"), ("B", "发明专利", "Invention patent"),
            ("U", "实用新型专利", "Utility model"), ("S", "外观设计专利", "Design"),
        ]
        for (letter, zh, en) in rights {
            table[letter + "8"] = entry(.corrected, zh + "（扉页更正）", en + " (corrected front page)")
            table[letter + "9"] = entry(.corrected, zh + "（全文更正）", en + " (corrected document)")
        }
        for number in 1...7 {
            table["C\(number)"] = entry(.partlyInvalidated, "发明专利权部分无效宣告公告", "Invention patent partly invalidated")
            table["Y\(number)"] = entry(.partlyInvalidated, "实用新型专利权部分无效宣告公告", "Utility model partly invalidated")
            table["S\(number)"] = entry(.partlyInvalidated, "外观设计专利权部分无效宣告公告", "Design partly invalidated")
        }
        return table
    }()

    private static let international: [String: KindCode.Entry] = [
        "A1": entry(.published, "国际申请公布（附检索报告）", "International application with search report"),
        "A2": entry(.published, "国际申请公布（无检索报告）", "International application without search report"),
        "A3": entry(.other, "检索报告公布", "Search report published later"),
        "A4": entry(.other, "修改的权利要求公布", "Amended claims published later"),
        "A8": entry(.corrected, "扉页更正", "Corrected front page"),
        "A9": entry(.corrected, "全文更正", "Corrected document"),
    ]

    private static let european: [String: KindCode.Entry] = [
        "A1": entry(.published, "欧洲专利申请公布（附检索报告）", "European application with search report"),
        "A2": entry(.published, "欧洲专利申请公布（无检索报告）", "European application without search report"),
        "A3": entry(.other, "检索报告公布", "Search report"),
        "A4": entry(.other, "补充检索报告", "Supplementary search report"),
        "A8": entry(.corrected, "申请扉页更正", "Corrected front page of the application"),
        "A9": entry(.corrected, "申请全文更正", "Corrected application"),
        "B1": entry(.granted, "欧洲专利授权", "European patent granted"),
        "B2": entry(.granted, "异议后的欧洲专利", "European patent after opposition"),
        "B3": entry(.granted, "限制后的欧洲专利", "European patent after limitation"),
        "B8": entry(.corrected, "专利扉页更正", "Corrected front page of the patent"),
        "B9": entry(.corrected, "专利全文更正", "Corrected patent"),
    ]

    private static let american: [String: KindCode.Entry] = [
        "A": entry(.granted, "美国专利（2001年以前）", "US patent (before 2001)"),
        "A1": entry(.published, "美国专利申请公布", "US application published"),
        "A2": entry(.published, "美国专利申请再次公布", "US application republished"),
        "A9": entry(.corrected, "美国专利申请更正公布", "US application corrected"),
        "B1": entry(.granted, "美国专利（未经公布）", "US patent, not published before"),
        "B2": entry(.granted, "美国专利（已经公布）", "US patent, published before"),
        "E": entry(.granted, "美国再颁专利", "US reissue"),
        "E1": entry(.granted, "美国再颁专利", "US reissue"),
        "H": entry(.other, "法定发明登记", "Statutory invention registration"),
        "H1": entry(.other, "法定发明登记", "Statutory invention registration"),
        "P": entry(.granted, "美国植物专利", "US plant patent"),
        "P1": entry(.published, "美国植物专利申请公布", "US plant application published"),
        "P2": entry(.granted, "美国植物专利（未经公布）", "US plant patent, not published before"),
        "P3": entry(.granted, "美国植物专利（已经公布）", "US plant patent, published before"),
        "S": entry(.granted, "美国外观设计专利", "US design patent"),
        "S1": entry(.granted, "美国外观设计专利", "US design patent"),
    ]

    private static let japanese: [String: KindCode.Entry] = [
        "A": entry(.published, "日本专利申请公开", "Japanese application published"),
        "A1": entry(.published, "日本国际申请再公表", "Japanese republication of a PCT application"),
        "B1": entry(.granted, "日本专利公告（未经公开）", "Japanese patent, not published before"),
        "B2": entry(.granted, "日本专利公告", "Japanese patent, published before"),
        "S": entry(.granted, "日本外观设计公报", "Japanese design registered"),
    ]

    private static let korean: [String: KindCode.Entry] = [
        "A": entry(.published, "韩国专利申请公开", "Korean application published"),
        "B1": entry(.granted, "韩国专利公告", "Korean patent"),
        "Y1": entry(.granted, "韩国实用新型公告", "Korean utility model registered"),
    ]

    private static let german: [String: KindCode.Entry] = [
        "A1": entry(.published, "德国专利申请公开", "German application published"),
        "B3": entry(.granted, "德国专利（未经公开）", "German patent, not published before"),
        "B4": entry(.granted, "德国专利（已经公开）", "German patent, published before"),
        "C1": entry(.granted, "德国专利（1981年以来，未经公开）", "German patent, not published before (old print)"),
        "C2": entry(.granted, "德国专利（已经公开）", "German patent, published before (old print)"),
        "U1": entry(.granted, "德国实用新型", "German utility model registered"),
    ]
}
