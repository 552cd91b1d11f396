/// The event codes under which Chinese legal events travel in data exchange.
package enum LegalEventCode {
    /// The plain words of a code, nil for one that is not in the table.
    package static func words(_ code: String) -> Bilingual? { entries[folded(code)]?.words }

    /// What an event with this code does, nil for one that is not in the table.
    package static func effect(_ code: String) -> LegalEffect? { entries[folded(code)]?.effect }

    /// Every known code in alphabetical order.
    package static let all: [String] = entries.keys.sorted()

    private static func folded(_ code: String) -> String { FieldCharacters(code).lettersAndDigits.text }

    private struct Entry: Sendable {
        let effect: LegalEffect
        let words: Bilingual

        init(_ effect: LegalEffect, _ zh: String, _ en: String) {
            self.effect = effect
            words = Bilingual(zh, en)
        }
    }

    private static let entries: [String: Entry] = {
        var table = current
        for (old, new) in [("C06", "PB01"), ("C10", "SE01"), ("C14", "GR01"), ("C25", "RGAV")] {
            table[old] = table[new]
        }
        return table
    }()

    private static let current: [String: Entry] = [
        "PB01": Entry(.published, "公布", "Application published"),
        "SE01": Entry(.examined, "实质审查请求的生效", "Request for substantive examination in force"),
        "GR01": Entry(.granted, "授权公告", "Granted"),
        "RJ01": Entry(.ended(.rejected), "公布后的驳回", "Rejected after publication"),
        "WD01": Entry(.ended(.deemedWithdrawn), "公布后的视为撤回", "Deemed withdrawn after publication"),
        "C02": Entry(.ended(.deemedWithdrawn), "公布后的视为撤回", "Deemed withdrawn after publication"),
        "CF01": Entry(.ended(.unpaidFee), "未缴年费专利权终止", "Ended because the annual fee was not paid"),
        "CX01": Entry(.ended(.expired), "专利权有效期届满", "Term expired"),
        "AV01": Entry(.ended(.abandoned), "主动放弃专利权", "Right given up by its holder"),
        "RGAV": Entry(.ended(.doubleGrant), "避免重复授权放弃专利权", "Right given up to avoid double grant"),
        "IW01": Entry(.ended(.invalidated), "专利权全部无效", "Right invalidated as a whole"),
        "IP01": Entry(.partlyInvalidated, "专利权部分无效", "Right invalidated in part"),
        "TA01": Entry(.transferred, "专利申请权的转移", "Application transferred"),
        "TR01": Entry(.transferred, "专利权的转移", "Right transferred"),
        "CB02": Entry(.changed, "申请人信息变更", "Applicant's particulars changed"),
        "CP01": Entry(.changed, "专利权人姓名或名称、地址变更", "Holder's name or address changed"),
        "CP03": Entry(.changed, "专利权人姓名或名称、地址变更", "Holder's name or address changed"),
        "LICC": Entry(.encumbered(.licence), "许可合同备案", "Licence contract recorded"),
        "EE01": Entry(.encumbered(.licence), "许可合同备案的生效", "Licence contract recorded"),
        "EM01": Entry(.noted, "许可合同备案的变更", "Recorded licence changed"),
        "EC01": Entry(.freed(.licence), "许可合同备案的注销", "Recorded licence ended"),
        "PE01": Entry(.encumbered(.pledge), "专利权质押合同登记的生效", "Pledge registered"),
        "PM01": Entry(.noted, "专利权质押合同登记的变更", "Registered pledge changed"),
        "PC01": Entry(.freed(.pledge), "专利权质押合同登记的注销", "Registered pledge ended"),
        "PP01": Entry(.encumbered(.preservation), "专利权的保全", "Right put under preservation"),
        "PD01": Entry(.freed(.preservation), "专利权保全的解除", "Preservation lifted"),
        "DD01": Entry(.noted, "文件的公告送达", "Document served by public notice"),
    ]
}
