package import Domain

extension Field {
    /// What a field is called.
    package struct Names: Sendable {
        /// The name for people; the Chinese one is the national system's.
        package let label: Bilingual
        /// Latin aliases, the one to print first.
        package let aliases: [String]
        /// Other names by which it is known, column names of exports among them.
        package let others: [String]

        init(_ zh: String, _ en: String, _ aliases: [String], _ others: [String] = []) {
            label = Bilingual(zh, en)
            self.aliases = aliases
            self.others = others
        }
    }

    /// What the field is called.
    package var names: Names {
        bibliographicNames ?? partyNames ?? foreignNames ?? furtherNames
    }

    private var bibliographicNames: Names? {
        switch self {
        case .applicationNumber:
            Names("申请号", "Application number", ["AN", "AP"], ["专利号", "专利申请号", "申请/专利号"])
        case .applicationDate: Names("申请日", "Application date", ["AD", "APD"], ["申请日期", "Filing date"])
        case .publicationNumber:
            Names(
                "公开（公告）号",
                "Publication number",
                ["PN"],
                ["公开公告号", "公开号", "公告号", "授权公告号", "申请公布号", "文献号"]
            )
        case .publicationDate:
            Names(
                "公开（公告）日",
                "Publication date",
                ["PD"],
                ["公开公告日", "公开日", "公告日", "公开（公告）日期", "授权公告日", "申请公布日", "公开日期"]
            )
        case .title:
            Names("发明名称", "Title", ["TI"], ["专利名称", "名称", "标题", "题名", "商标名称", "产品名称", "外观设计名称"])
        case .ipc: Names("IPC分类号", "IPC", ["IPC"], ["IPC分类", "国际专利分类号", "国际专利分类", "IC"])
        case .applicant:
            Names(
                "申请（专利权）人",
                "Applicant",
                ["PA"],
                ["申请人", "专利权人", "申请专利权人", "权利人", "当前权利人", "注册人", "商标申请人", "Applicants", "Owner"]
            )
        case .inventor:
            Names("发明人", "Inventor", ["IN"], ["发明（设计）人", "发明设计人", "设计人", "创作人", "Inventors"])
        case .priorityNumber: Names("优先权号", "Priority number", ["PR"], ["优先权申请号", "Priority numbers"])
        case .priorityDate: Names("优先权日", "Priority date", ["PRD"], ["优先权日期"])
        case .abstract: Names("摘要", "Abstract", ["AB"], ["文摘"])
        case .claims: Names("权利要求", "Claims", ["CL", "CLMS"], ["权利要求书", "主权项", "主权利要求", "独立权利要求"])
        case .description: Names("说明书", "Description", ["DE", "DESC"], ["说明书全文"])
        case .keywords: Names("关键词", "Keywords", ["KW"], ["关键字"])
        case .locarno:
            Names("外观设计洛迦诺分类号", "Locarno class", ["LOC"], ["洛迦诺分类号", "洛迦诺分类", "外观设计分类号"])
        case .designDescription: Names("外观设计简要说明", "Design description", ["DD"], ["简要说明"])
        default: nil
        }
    }

    private var partyNames: Names? {
        switch self {
        case .agent: Names("代理人", "Agent", ["AGT"], ["专利代理师", "专利代理人", "代理师", "Agents"])
        case .agency: Names("代理机构", "Agency", ["AGC"], ["专利代理机构", "商标代理机构", "代理公司"])
        case .applicantPostcode: Names("申请人邮编", "Applicant postcode", ["ZIP"], ["邮编", "邮政编码"])
        case .address: Names("申请人地址", "Address", ["ADDR"], ["地址", "通信地址"])
        case .applicantOrigin:
            Names("申请人所在国（省）", "Applicant origin", ["AO"], ["申请人所在国", "申请人所在省", "申请人所在国省", "国省代码"])
        default: nil
        }
    }

    private var foreignNames: Names? {
        switch self {
        case .fterm: Names("FT分类号", "F-term", ["FT"])
        case .usClass: Names("UC分类号", "US class", ["UC"], ["美国分类号"])
        case .ecla: Names("ECLA分类号", "ECLA", ["ECLA", "EC"])
        case .fi: Names("FI分类号", "FI", ["FI"])
        case .titleEnglish: Names("发明名称（英）", "Title (English)", ["TIEN"], ["发明名称（英文）", "英文名称"])
        case .titleFrench: Names("发明名称（法）", "Title (French)", ["TIFR"], ["发明名称（法文）"])
        case .titleGerman: Names("发明名称（德）", "Title (German)", ["TIDE"], ["发明名称（德文）"])
        case .titleOther: Names("发明名称（其他）", "Title (other)", ["TIOT"])
        case .abstractEnglish: Names("摘要（英）", "Abstract (English)", ["ABEN"], ["摘要（英文）", "英文摘要"])
        case .abstractFrench: Names("摘要（法）", "Abstract (French)", ["ABFR"], ["摘要（法文）"])
        case .abstractGerman: Names("摘要（德）", "Abstract (German)", ["ABDE"], ["摘要（德文）"])
        case .abstractOther: Names("摘要（其他）", "Abstract (other)", ["ABOT"])
        case .pctEntryDate:
            Names("PCT进入国家阶段日期", "PCT national phase date", ["PCTED"], ["进入国家日期", "进入国家阶段日期"])
        case .pctApplicationNumber:
            Names("PCT国际申请号", "PCT application number", ["PCTAN"], ["国际申请", "国际申请号", "PCT申请号"])
        case .pctApplicationDate:
            Names("PCT国际申请日期", "PCT application date", ["PCTAD"], ["国际申请日", "PCT国际申请日"])
        case .pctPublicationNumber:
            Names(
                "PCT国际申请公开号",
                "PCT publication number",
                ["PCTPN"],
                ["国际公布", "国际公布号", "国际公开号", "PCT公开", "PCT公开号"]
            )
        case .pctPublicationDate:
            Names("PCT国际申请公开日期", "PCT publication date", ["PCTPD"], ["国际公布日", "国际公开日", "PCT国际申请公开日"])
        case .cpc: Names("CPC分类号", "CPC", ["CPC"], ["CPC分类", "联合专利分类号"])
        case .combinationSets: Names("C-SETS", "C-Sets", ["CSETS"])
        default: nil
        }
    }

    private var furtherNames: Names {
        switch self {
        case .inventionType: Names("发明类型", "Type", ["TYPE"], ["专利类型", "文献类型"])
        case .publicationCountry: Names("公开国", "Publication country", ["PC"], ["公开国别", "公开国家", "公开（公告）国"])
        case .legalStatus: Names("法律状态", "Legal status", ["LS"], ["状态", "当前法律状态"])
        case .legalStatusDate: Names("法律状态生效日", "Legal status date", ["LSD"], ["法律状态日", "法律状态公告日"])
        case .country: Names("国别", "Country", ["CO"], ["国家", "国家/地区"])
        case .region: Names("地区", "Region", ["RE"], ["省市", "省份", "行政区划", "所在地区"])
        case .family: Names("同族", "Family", ["FM"], ["同族号", "专利族", "同族专利"])
        case .citation: Names("引证", "Citation", ["CT"], ["引证文献", "引用文献", "参考文献", "对比文件"])
        case .citedBy: Names("被引证", "Cited by", ["CTB"], ["被引证文献", "施引文献"])
        case .industry: Names("国民经济分类", "Industry", ["NC"], ["国民经济行业分类", "国民经济分类号", "行业分类"])
        case .technology: Names("技术领域", "Technical field", ["TF"])
        case .divisionalNumber: Names("分案原申请号", "Parent application number", ["DIV"], ["原申请号"])
        case .grantDate: Names("颁证日", "Grant date", ["GD"], ["授权日"])
        case .examiner: Names("审查员", "Examiner", ["EX"])
        case .gazetteDisc: Names("光盘号", "Disc number", ["DISC"])
        case .registrationNumber: Names("注册号", "Registration number", ["RN"], ["申请/注册号", "商标注册号", "登记号"])
        case .registrationDate: Names("注册日", "Registration date", ["RD"], ["注册日期", "注册公告日", "登记日"])
        case .nice: Names("国际分类", "Nice class", ["NICE"], ["尼斯分类", "商标类别", "商品服务类别"])
        case .vienna: Names("图形要素", "Vienna code", ["VIENNA"], ["维也纳分类", "图形要素编码"])
        case .goods: Names("商品/服务", "Goods and services", ["GS"], ["商品服务", "商品", "商品/服务项目"])
        default: Names(rawValue, rawValue, [rawValue])
        }
    }
}
