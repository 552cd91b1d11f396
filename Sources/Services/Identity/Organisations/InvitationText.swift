import Mail

/// The message that tells somebody that they may act for somebody, once they accept.
///
/// It names no person, and nothing that somebody only typed: an organisation is named once it was verified. Without a link it
/// is of no use to who imitates it, and needs no address of this node.
struct InvitationText {
    /// The name of a verified organisation; nil for others, and for a person.
    private let name: String?
    private let isOfOrganisation: Bool
    /// In how many days it lapses.
    private let days: Int64

    /// Takes what may be told.
    init(_ invitation: AuthorisationContent, of organisation: OrganisationContent?) {
        name = organisation?.level == .verified ? organisation?.name : nil
        isOfOrganisation = organisation != nil
        days = max(1, (invitation.invitationEnds - invitation.made) / 86_400_000_000)
    }

    /// The message.
    ///
    /// - Throws: `Failure.invalid` for an address that cannot be written to.
    func message(to address: String, language: String) throws -> Message {
        guard language != "en" else {
            let who = name ?? (isOfOrganisation ? "An organisation" : "Somebody")
            return try Message(
                to: address,
                subject: "Huizhi: you are invited to act for somebody",
                text: "\(who) asks you to act for them at Huizhi.\n\n"
                    + "Sign in and open Authorisations under My account: there it says who asks, for what and until when, and "
                    + "you accept or decline. Without an account, make one with this address and confirm the address. The "
                    + "invitation can be accepted for \(days == 1 ? "a day" : "\(days) days").\n\n"
                    + "Nothing counts before you accept; where it does not concern you, do nothing. This message has no link, "
                    + "and nobody asks for your password or a code.\n",
                language: "en"
            )
        }
        let who = name.map { "「\($0)」" } ?? (isOfOrganisation ? "有一个单位" : "有人")
        return try Message(
            to: address,
            subject: "惠知：有一个邀请等您答复",
            text: "\(who)请您在惠知替其办事。\n\n"
                + "是谁、办什么、到什么时候：登录后在「我的账号」的「授权」页上看，再接受或谢绝。没有账号的，先用这个邮箱注册，并确认邮箱。"
                + "邀请 \(days) 天内可以接受。\n\n"
                + "不接受，什么都不生效；与您无关的，无需处理。这封邮件不含链接，也不会有人向您要密码或验证码。\n",
            language: "zh"
        )
    }
}
