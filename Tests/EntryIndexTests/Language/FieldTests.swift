import Domain
import Testing

@testable import EntryIndex

/// Names of fields (language.md, Fields; the 42 fields of the national system).
struct FieldTests {
    /// The national system's names with the field each has to mean.
    static let national: [(String, Field)] = [
        ("申请号", .applicationNumber), ("申请日", .applicationDate), ("公开（公告）号", .publicationNumber),
        ("公开（公告）日", .publicationDate), ("发明名称", .title), ("IPC分类号", .ipc), ("申请（专利权）人", .applicant),
        ("发明人", .inventor), ("优先权号", .priorityNumber), ("优先权日", .priorityDate), ("摘要", .abstract),
        ("权利要求", .claims), ("说明书", .description), ("关键词", .keywords), ("外观设计洛迦诺分类号", .locarno),
        ("外观设计简要说明", .designDescription), ("代理人", .agent), ("代理机构", .agency), ("申请人邮编", .applicantPostcode),
        ("申请人地址", .address), ("申请人所在国（省）", .applicantOrigin), ("FT分类号", .fterm), ("UC分类号", .usClass),
        ("ECLA分类号", .ecla), ("FI分类号", .fi), ("发明名称（英）", .titleEnglish), ("发明名称（法）", .titleFrench),
        ("发明名称（德）", .titleGerman), ("发明名称（其他）", .titleOther), ("摘要（英）", .abstractEnglish),
        ("摘要（法）", .abstractFrench), ("摘要（德）", .abstractGerman), ("摘要（其他）", .abstractOther),
        ("PCT进入国家阶段日期", .pctEntryDate), ("PCT国际申请号", .pctApplicationNumber),
        ("PCT国际申请日期", .pctApplicationDate), ("PCT国际申请公开号", .pctPublicationNumber),
        ("PCT国际申请公开日期", .pctPublicationDate), ("CPC分类号", .cpc), ("C-SETS", .combinationSets),
        ("发明类型", .inventionType), ("公开国", .publicationCountry),
    ]

    static let aliases: [(String, Field)] = [
        ("TI", .title), ("AB", .abstract), ("CL", .claims), ("CLMS", .claims), ("DE", .description),
        ("DESC", .description), ("KW", .keywords), ("AN", .applicationNumber), ("AP", .applicationNumber),
        ("AD", .applicationDate), ("APD", .applicationDate), ("PN", .publicationNumber), ("PD", .publicationDate),
        ("PR", .priorityNumber), ("PRD", .priorityDate), ("PA", .applicant), ("IN", .inventor), ("AGC", .agency),
        ("AGT", .agent), ("ADDR", .address), ("IPC", .ipc), ("CPC", .cpc), ("LOC", .locarno), ("FT", .fterm),
        ("UC", .usClass), ("FI", .fi), ("LS", .legalStatus), ("CO", .country), ("RE", .region), ("FM", .family),
        ("CT", .citation), ("CTB", .citedBy), ("NC", .industry), ("TF", .technology),
    ]

    static let exportColumns: [(String, Field)] = [
        ("专利名称", .title), ("名称", .title), ("申请人", .applicant), ("专利号", .applicationNumber), ("发明（设计）人", .inventor),
        ("地址", .address), ("颁证日", .grantDate), ("国际申请", .pctApplicationNumber), ("国际公布", .pctPublicationNumber),
        ("进入国家日期", .pctEntryDate), ("专利代理机构", .agency), ("主权项", .claims), ("参考文献", .citation),
        ("审查员", .examiner), ("光盘号", .gazetteDisc), ("分案原申请号", .divisionalNumber), ("法律状态", .legalStatus),
        ("国别", .country), ("地区", .region), ("同族", .family), ("引证", .citation), ("被引证", .citedBy),
        ("国民经济分类", .industry), ("技术领域", .technology), ("Publication Number", .publicationNumber),
    ]

    @Test func `the national system has 42 fields in this order`() {
        #expect(Field.national == Self.national.map(\.1))
        #expect(Field.national.map(\.label.zh) == Self.national.map(\.0))
    }

    @Test(arguments: national + aliases + exportColumns)
    func `a name means its field in any width and case`(name: String, field: Field) throws {
        for spelled in [name, name.lowercased(), Self.fullWidth(name)] {
            #expect(try Reading.tree("\(spelled)=*") == Expression(.has(field)))
            #expect(try Reading.tree("\(spelled)：*") == Expression(.has(field)))
            #expect(try Reading.tree(" \(spelled) ＝ * ") == Expression(.has(field)))
        }
    }

    @Test(arguments: Field.allCases)
    func `a field reads by its own alias and Chinese name`(field: Field) throws {
        for naming in [FieldNaming.alias, .chinese] {
            #expect(try Reading.tree("\(naming.name(of: field))=*") == Expression(.has(field)))
        }
    }

    @Test func `no name means two fields`() {
        var owners: [[Unicode.Scalar]: Field] = [:]
        for field in Field.allCases {
            for name in field.names.aliases + [field.label.zh, field.label.en] + field.names.others {
                let folded = FieldName.fold(name)
                #expect(owners[folded] == nil || owners[folded] == field, "\(name)")
                owners[folded] = field
            }
        }
    }

    @Test func `traditional characters name fields too`() throws {
        #expect(try Reading.tree("申請號=*") == Expression(.has(.applicationNumber)))
        #expect(try Reading.tree("發明名稱=石墨烯") == .word("石墨烯", .title))
    }

    @Test func `the main class is one of IPC or Locarno by its form`() throws {
        #expect(try Reading.tree("主分类号=H02K17/02") == .symbol("H02K17/02", .ipc))
        #expect(try Reading.tree("分类号=E01B3/32(2006.01)I") == .symbol("E01B3/32", .ipc))
        #expect(try Reading.tree("主分类号=21-01-C0293") == .symbol("21-01", .locarno))
        #expect(try Reading.tree("主分类号=*") == .or(Expression(.has(.ipc)), Expression(.has(.locarno))))
    }

    @Test func `priority is a number or a date by its form`() throws {
        #expect(try Reading.tree("优先权=CN201110012345.6") == .number("CN201110012345.6", .priorityNumber))
        #expect(
            try Reading.tree("优先权=2011-01-05")
                == Reading.period(Reading.day(2011, 1, 5), Reading.day(2011, 1, 5), .priorityDate)
        )
    }

    @Test(arguments: [
        ("TIT=a", "TI=a"), ("标题名=a", "标题=a"), ("申请曰>2019", "申请日>2019"), ("发明人名=李", "发明人=李"),
        ("APDD>2019", "APD>2019"),
    ])
    func `an unknown field is refused with the nearest one`(query: String, cure: String) {
        let refusal = Reading.refusal(query)
        #expect(refusal?.suggestion == cure)
        #expect(refusal?.position == 0)
    }

    @Test(arguments: [
        ("E=mc2", "\"E=mc2\""), ("http://x.y/z", "\"http://x.y/z\""), ("其特征在于：包括", "\"其特征在于：包括\""),
    ])
    func `an unknown field that is near none is taken for a text`(query: String, cure: String) {
        #expect(Reading.refusal(query)?.suggestion == cure)
    }

    private static func fullWidth(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                }
            )
        )
    }
}
