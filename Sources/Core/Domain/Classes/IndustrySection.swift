/// One of the 20 sections (门类) of the national economic classification, with its divisions (大类).
///
/// **Source** GB/T 4754-2017; the English titles are ours.
struct IndustrySection: Sendable {
    /// `A`...`T`.
    let letter: UInt8
    /// The first two digits of its codes.
    let divisions: ClosedRange<Int>
    let title: Bilingual

    private init(_ letter: Unicode.Scalar, _ divisions: ClosedRange<Int>, _ zh: String, _ en: String) {
        self.letter = UInt8(ascii: letter)
        self.divisions = divisions
        title = Bilingual(zh, en)
    }

    static let all = [
        IndustrySection("A", 1...5, "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"),
        IndustrySection("B", 6...12, "采矿业", "Mining"),
        IndustrySection("C", 13...43, "制造业", "Manufacturing"),
        IndustrySection("D", 44...46, "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
        IndustrySection("E", 47...50, "建筑业", "Construction"),
        IndustrySection("F", 51...52, "批发和零售业", "Wholesale and retail"),
        IndustrySection("G", 53...60, "交通运输、仓储和邮政业", "Transport, storage and post"),
        IndustrySection("H", 61...62, "住宿和餐饮业", "Accommodation and catering"),
        IndustrySection("I", 63...65, "信息传输、软件和信息技术服务业", "Information transmission, software and IT services"),
        IndustrySection("J", 66...69, "金融业", "Finance"),
        IndustrySection("K", 70...70, "房地产业", "Real estate"),
        IndustrySection("L", 71...72, "租赁和商务服务业", "Leasing and business services"),
        IndustrySection("M", 73...75, "科学研究和技术服务业", "Research and technical services"),
        IndustrySection("N", 76...79, "水利、环境和公共设施管理业", "Water, environment and public facilities"),
        IndustrySection("O", 80...82, "居民服务、修理和其他服务业", "Services to households, repair and other services"),
        IndustrySection("P", 83...83, "教育", "Education"),
        IndustrySection("Q", 84...85, "卫生和社会工作", "Health and social work"),
        IndustrySection("R", 86...90, "文化、体育和娱乐业", "Culture, sports and entertainment"),
        IndustrySection("S", 91...96, "公共管理、社会保障和社会组织", "Public administration, social security and organisations"),
        IndustrySection("T", 97...97, "国际组织", "International organisations"),
    ]
}
