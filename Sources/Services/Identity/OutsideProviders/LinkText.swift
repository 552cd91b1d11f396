import Domain
import Mail

/// The message that tells the owner of an account that an account of an outside provider signs in to it from now on.
struct LinkText {
    /// The name of the provider.
    let provider: Bilingual

    /// The message.
    ///
    /// - Throws: `Failure.invalid` for an address that cannot be written to.
    func message(to address: String, language: String) throws -> Message {
        let isChinese = language != "en"
        return try Message(
            to: address,
            subject: isChinese ? "惠知：关联了一个外部账号" : "Huizhi: an outside account was linked",
            text: isChinese
                ? "「\(provider.zh)」的一个账号刚刚关联了您在惠知的账号，今后可以用它登录。\n\n"
                    + "是您本人关联的，无需处理。不是您的：请登录，在「我的账号」的「外部账号」页解除关联，再更改密码；不能登录的，用「忘记密码」重设，"
                    + "全部关联会随之解除。\n"
                : "An account of \(provider.en) was just linked with your account at Huizhi, and signs in to it from now on.\n\n"
                    + "If you did that, do nothing. If not, sign in, unlink it under Outside accounts in My account, and change your "
                    + "password; where you cannot sign in, set a new password by mail: that unlinks all of them.\n",
            language: isChinese ? "zh" : "en"
        )
    }
}
