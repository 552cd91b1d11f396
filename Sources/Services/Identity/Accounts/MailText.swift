import Mail

/// The messages that accounts send.
enum MailText {
    /// A code that shows whose an address is.
    case emailCode
    /// A code for a new password.
    case resetCode

    /// A message in the language of the account.
    ///
    /// - Throws: `Failure.invalid` for an address that cannot be written to.
    func message(to address: String, code: String, minutes: Int, language: String) throws -> Message {
        let isChinese = language != "en"
        let (subject, aim) =
            switch self {
            case .emailCode:
                isChinese ? ("惠知：确认邮箱", "确认这个邮箱") : ("Huizhi: confirm your address", "to confirm this address")
            case .resetCode: isChinese ? ("惠知：重设密码", "重设密码") : ("Huizhi: set a new password", "to set a new password")
            }
        let text =
            isChinese
            ? "验证码：\(code)\n\n用于在惠知\(aim)，\(minutes) 分钟内有效，只能使用一次。请勿告诉他人。\n若不是您本人操作，无需处理：没有验证码，任何改动都不会发生。\n"
            : "Your code: \(code)\n\nIt is \(aim) at Huizhi, within \(minutes) minutes, once. Tell it to nobody.\n"
                + "If this was not you, do nothing: without the code nothing changes.\n"
        return try Message(to: address, subject: subject, text: text, language: isChinese ? "zh" : "en")
    }
}
