/// Facts that a party's printed name tells.
package enum PartyName {
    /// A key under which prints of one name meet: without case, width, blanks between Han characters and punctuation.
    ///
    /// `Siemens AG`, `SIEMENS  A.G.` and `siemens ag` meet, as do 华为技术有限公司 and 华为技术 有限公司; legal forms stay.
    package static func key(_ name: String) -> String {
        var key = ""
        key.reserveCapacity(name.utf8.count)
        var pendingBlank = false
        for scalar in name.unicodeScalars {
            let folded = narrow(scalar)
            if folded.properties.isAlphabetic || folded.isNarrowDigit || folded.properties.numericType != nil {
                let joins = key.unicodeScalars.last.map { $0.isHan || folded.isHan } ?? true
                if pendingBlank, !joins { key += " " }
                pendingBlank = false
                key += folded.properties.lowercaseMapping
            } else if folded.properties.isWhitespace || folded == "," || folded == ";" || folded == "&" || folded == "/"
            {
                pendingBlank = true
            }
        }
        return key
    }

    /// Whether the name is one of an organisation, by its words; a name without such words counts as a person's.
    ///
    /// The answer guards privacy: where it is wrong, an organisation's address is shortened, not a person's shown.
    package static func isOrganisation(_ name: String) -> Bool {
        guard name.unicodeScalars.contains(where: \.isHan) else { return hasLatinForm(name) }
        let bytes = Array(name.utf8)
        if chineseWords.contains(where: { $0.isContained(in: bytes) }) { return true }
        let trimmed = name.unicodeScalars.filter { $0.isHan }
        return trimmed.count >= 4 && trimmed.last.map { chineseEndings.contains($0) } == true || hasLatinForm(name)
    }

    private static func hasLatinForm(_ name: String) -> Bool {
        // A.G., S.p.A. and GmbH lose their dots and case; a comma or blank parts words.
        let letters = name.uppercased().filter { $0 != "." && $0 != "'" }
        let words = letters.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if words.contains(where: latinWords.contains) { return true }
        guard words.count > 1, let last = words.last else { return false }
        return latinEndings.contains(last)
    }

    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value == 0x3000 { return " " }
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static let chineseWords: [Phrase] = [
        "公司", "集团", "大学", "学院", "研究院", "研究所", "研究中心", "研究会", "实验室", "医院", "学校", "中学", "小学", "委员会", "协会", "学会",
        "合作社", "合伙", "事务所", "银行", "基金会", "部队", "商行", "企业", "工作室", "经营部", "会社", "財團", "财团", "工厂", "医学中心",
        "技术中心", "服务中心", "检测中心", "管理局", "人民政府", "办公室", "设计院", "科学院", "工程院", "农场", "林场", "矿务局", "电厂", "联合会", "总公司",
        "商店", "商会", "门市", "中心", "有限", "株式", "促进会", "公會", "公社", "個體", "个体工商户", "加工厂", "制药厂",
    ]

    private static let chineseEndings = Set("厂矿院所局店社站校处部行会廠會馆园场".unicodeScalars)

    private static let latinWords: Set<String> = [
        "INC", "INCORPORATED", "LTD", "LIMITED", "CORP", "CORPORATION", "COMPANY", "LLC", "LLP", "PLC", "GMBH", "MBH",
        "SARL",
        "SPA", "SRL", "KABUSHIKI", "KAISHA", "PTY", "PTE", "BHD", "OYJ", "UNIVERSITY", "UNIVERSITÄT", "UNIVERSITAET",
        "UNIVERSITÉ", "UNIVERSITE", "UNIVERSIDAD", "UNIVERSITA", "UNIV", "INSTITUTE", "INSTITUT", "INST", "COLLEGE",
        "SCHOOL",
        "HOSPITAL", "FOUNDATION", "LABORATORY", "LABORATORIES", "ACADEMY", "CENTER", "CENTRE", "COUNCIL", "MINISTRY",
        "DEPARTMENT", "BANK", "GROUP", "HOLDING", "HOLDINGS", "INDUSTRIES", "TECHNOLOGIES", "ASSOCIATION", "SOCIETY",
        "GOVERNMENT", "COMMISSION", "ENTERPRISES", "CONSORTIUM", "AKTIENGESELLSCHAFT", "GESELLSCHAFT", "SOCIÉTÉ",
        "SOCIETE",
        "CNRS", "VEREIN", "STIFTUNG", "COOPERATIVE", "REGENTS", "WORKS", "FACTORY", "PHARMACEUTICALS",
    ]

    private static let latinEndings: Set<String> = [
        "CO", "AG", "KG", "SE", "SA", "SAS", "BV", "NV", "AB", "OY", "AS", "ASA", "KK", "LP", "KGAA", "EV", "KFT",
        "DOO", "OOO",
    ]
}
