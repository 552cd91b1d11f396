import Domain
import Testing

/// What prints of one holder's name have in common.
struct HolderNameTests {
    @Test(
        arguments: [
            ("Siemens AG", "SIEMENS  A.G.", HolderName.Likeness.spelling), ("华为技术有限公司", "华为技术 有限公司", .spelling),
            ("华为技术有限公司", "华为技术股份有限公司", .form), ("Sample Co., Ltd.", "Sample Company Limited", .form),
            ("The Sample Corp", "sample", .form), ("株式会社示例", "示例", .form),
            ("深圳市示例科技有限公司", "示例科技有限公司", .place), ("广东省深圳市示例科技有限公司", "示例科技(深圳)有限公司", .place),
            ("示例(中国)投资有限公司", "示例投资有限公司", .place), ("Sample (China) Co., Ltd.", "Sample Inc", .place),
            ("华为技术有限公司", "华为终端有限公司", nil), ("公司", "有限公司", nil),
            ("上海市第一人民医院", "广州市第一人民医院", nil), ("深圳市政工程有限公司", "上海市政工程有限公司", nil), ("Co", "Ltd", nil),
        ] as [(String, String, HolderName.Likeness?)]
    )
    func `names are alike by steps`(one: String, other: String, likeness: HolderName.Likeness?) {
        #expect(HolderName(one).likeness(to: HolderName(other)) == likeness)
        #expect(HolderName(other).likeness(to: HolderName(one)) == likeness)
    }

    @Test func `something is always left of a name`() {
        #expect(HolderName("有限公司").core == "有限" && HolderName("集团公司").core == "集团")
        #expect(HolderName("北京市").core == "北京市" && HolderName("（深圳）").core == "深圳" && HolderName("？").core.isEmpty)
    }
}
