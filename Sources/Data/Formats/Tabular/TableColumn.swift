/// A column of a table of rights that has a meaning, whatever it is called.
enum TableColumn: Int, Hashable, Sendable, CaseIterable {
    case applicationNumber, patentNumber, publicationNumber, announcementNumber
    case applicationDate, publicationDate, announcementDate, grantDate
    case type, title, titleEnglish, abstract, abstractEnglish, keywords, briefExplanation
    case mainClass, classes, cpc, locarno
    case applicants, assignees, inventors, designers, address, postcode, agencies, agents, examiners
    case priorities, priorityDate, divisionalParent
    case internationalApplication, internationalPublication, nationalPhaseDate
    case mainClaim, claims, description, references
    case legalStatus, legalStatusDate
    /// Known, and of no use to a record: serial numbers, disc numbers.
    case ignored

    /// Columns of which one is enough to know what the table is.
    static let numbers: Set<TableColumn> = [.applicationNumber, .patentNumber, .publicationNumber, .announcementNumber]

    /// Columns that make a table of rights together with a title.
    static let companions: Set<TableColumn> = [
        .abstract, .applicants, .inventors, .classes, .mainClass, .mainClaim, .claims,
    ]

    /// The column of a name, nil when nobody knows it.
    static func named(_ name: String) -> TableColumn? {
        byName[folded(name)]
    }

    /// A name without case, width, blanks and punctuation: `申请（专利权）人` and `申请(专利权)人` meet.
    static func folded(_ name: String) -> String {
        var key = ""
        for scalar in name.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            let narrow = isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
            let isKept = narrow.value >= 0x80 ? narrow.properties.isAlphabetic : isLetterOrDigit(narrow)
            if isKept { key += narrow.properties.lowercaseMapping }
        }
        return key
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & ~0x20)
    }

    private static let byName: [String: TableColumn] = {
        var table: [String: TableColumn] = [:]
        for (column, names) in names {
            for name in names { table[folded(name)] = column }
        }
        return table
    }()

    // Names of the national system and of its exports, and the aliases of the query language.
    private static let names: [(TableColumn, [String])] = [
        (.applicationNumber, ["申请号", "专利申请号", "申请/专利号", "Application number", "Application no", "AN", "AP"]),
        (.patentNumber, ["专利号", "Patent number"]),
        (
            .publicationNumber,
            ["公开（公告）号", "公开号", "公布号", "申请公布号", "文献号", "Publication number", "Publication no", "PN"]
        ),
        (.announcementNumber, ["公告号", "授权公告号", "授权公告（公开）号"]),
        (.applicationDate, ["申请日", "申请日期", "Application date", "Filing date", "AD", "APD"]),
        (
            .publicationDate,
            ["公开（公告）日", "公开（公告）日期", "公开日", "公开日期", "公布日", "申请公布日", "Publication date", "PD"]
        ),
        (.announcementDate, ["公告日", "公告日期", "授权公告日", "授权公告日期"]),
        (.grantDate, ["颁证日", "授权日", "Grant date", "GD"]),
        (.type, ["专利类型", "发明类型", "文献类型", "Type", "TYPE"]),
        (.title, ["专利名称", "名称", "发明名称", "标题", "题名", "外观设计名称", "Title", "TI"]),
        (.titleEnglish, ["发明名称（英）", "发明名称（英文）", "标题（英文）", "英文名称", "Title (English)", "TIEN"]),
        (.abstract, ["摘要", "文摘", "Abstract", "AB"]),
        (.abstractEnglish, ["摘要（英）", "摘要（英文）", "英文摘要", "Abstract (English)", "ABEN"]),
        (.keywords, ["关键词", "关键字", "Keywords", "KW"]),
        (.briefExplanation, ["简要说明", "外观设计简要说明", "Design description", "DD"]),
        (.mainClass, ["主分类号", "主分类", "IPC主分类号", "IPC主分类", "主IPC", "Main class", "Main IPC"]),
        (.classes, ["分类号", "IPC分类号", "IPC分类", "IPC", "国际专利分类号", "国际专利分类", "IC"]),
        (.cpc, ["CPC分类号", "CPC分类", "CPC", "联合专利分类号"]),
        (.locarno, ["外观设计洛迦诺分类号", "洛迦诺分类号", "洛迦诺分类", "外观设计分类号", "Locarno class", "LOC"]),
        (
            .applicants,
            ["申请（专利权）人", "申请人", "专利申请人", "Applicant", "Applicants", "PA"]
        ),
        (.assignees, ["专利权人", "当前专利权人", "当前权利人", "权利人", "Owner", "Assignee", "Assignees"]),
        (.inventors, ["发明（设计）人", "发明人", "设计（发明）人", "Inventor", "Inventors", "IN"]),
        (.designers, ["设计人", "Designer", "Designers"]),
        (.address, ["地址", "申请人地址", "申请（专利权）人地址", "通信地址", "Address", "ADDR"]),
        (.postcode, ["邮编", "申请人邮编", "邮政编码", "Applicant postcode", "ZIP"]),
        (.agencies, ["专利代理机构", "代理机构", "代理公司", "Agency", "AGC"]),
        (.agents, ["代理人", "专利代理人", "专利代理师", "代理师", "Agent", "Agents", "AGT"]),
        (.examiners, ["审查员", "Examiner", "EX"]),
        (.priorities, ["优先权", "优先权号", "优先权申请号", "优先权信息", "Priority", "Priority number", "Priority numbers", "PR"]),
        (.priorityDate, ["优先权日", "优先权日期", "Priority date", "PRD"]),
        (.divisionalParent, ["分案原申请号", "原申请号", "Parent application number", "DIV"]),
        (
            .internationalApplication,
            ["国际申请", "国际申请号", "PCT国际申请号", "PCT申请号", "PCT application number", "PCTAN"]
        ),
        (
            .internationalPublication,
            ["国际公布", "国际公布号", "国际公开号", "PCT国际申请公开号", "PCT publication number", "PCTPN"]
        ),
        (
            .nationalPhaseDate,
            ["进入国家日期", "进入国家阶段日期", "PCT进入国家阶段日期", "PCT national phase date", "PCTED"]
        ),
        (.mainClaim, ["主权项", "主权利要求", "首项权利要求", "Main claim"]),
        (.claims, ["权利要求", "权利要求书", "Claims", "CL", "CLMS"]),
        (.description, ["说明书", "说明书全文", "Description", "DE", "DESC"]),
        (.references, ["参考文献", "引证文献", "引用文献", "引证", "对比文件", "CT"]),
        (.legalStatus, ["法律状态", "当前法律状态", "Legal status", "LS"]),
        (.legalStatusDate, ["法律状态日", "法律状态生效日", "法律状态公告日", "Legal status date", "LSD"]),
        (.ignored, ["序号", "光盘号", "PCT公开", "No", "Disc number", "DISC"]),
    ]
}
