/// Reads what Chinese and English status texts and event texts say of a right.
enum LegalWording {
    /// What an event text says; nil when it is none of the known wordings.
    static func effect(of text: String) -> LegalEffect? {
        let folded = Array(text.lowercased().utf8)
        return events.first { rule in rule.words.allSatisfy { $0.isContained(in: folded) } }?.effect
    }

    /// The state that a status text names; nil when it names none that is known.
    static func state(of text: String) -> LegalState? {
        let folded = Array(text.lowercased().utf8)
        return states.first { rule in rule.words.allSatisfy { $0.isContained(in: folded) } }?.state
    }

    /// Rules in the order in which they are tried: the narrower wording stands first.
    private static let events: [(words: [Phrase], effect: LegalEffect)] = [
        (["权利的恢复"], .restored), (["权利恢复"], .restored), (["开放许可", "撤回"], .freed(.openLicence)),
        (["开放许可"], .encumbered(.openLicence)), (["许可", "注销"], .freed(.licence)), (["许可", "变更"], .noted),
        (["强制许可"], .noted), (["许可", "备案"], .encumbered(.licence)), (["质押", "注销"], .freed(.pledge)),
        (["质押", "变更"], .noted), (["质押", "解除"], .freed(.pledge)), (["质押"], .encumbered(.pledge)),
        (["保全", "解除"], .freed(.preservation)), (["保全"], .encumbered(.preservation)),
        (["部分无效"], .partlyInvalidated), (["全部无效"], .ended(.invalidated)), (["避免重复授权"], .ended(.doubleGrant)),
        (["视为放弃"], .ended(.grantAbandoned)), (["视为撤回"], .ended(.deemedWithdrawn)), (["视撤"], .ended(.deemedWithdrawn)),
        (["驳回"], .ended(.rejected)), (["撤回"], .ended(.withdrawn)), (["未缴"], .ended(.unpaidFee)),
        (["届满"], .ended(.expired)), (["主动放弃"], .ended(.abandoned)), (["放弃专利权"], .ended(.abandoned)),
        (["转移"], .transferred), (["著录事项变更"], .changed), (["变更"], .changed), (["更正"], .corrected),
        (["公告送达"], .noted), (["实质审查"], .examined), (["实审"], .examined), (["授权"], .granted), (["授予"], .granted),
        (["公布"], .published), (["公开"], .published),
    ]

    private static let states: [(words: [Phrase], state: LegalState)] = [
        (["等恢复"], .restorable), (["可恢复"], .restorable), (["恢复期"], .restorable), (["驳回复审"], .pending),
        (["避免重复授权"], .lapsed(.doubleGrant)), (["视为放弃"], .lapsed(.grantAbandoned)),
        (["视为撤回"], .lapsed(.deemedWithdrawn)), (["视撤"], .lapsed(.deemedWithdrawn)), (["部分无效"], .inForce),
        (["全部无效"], .lapsed(.invalidated)), (["商标无效"], .lapsed(nil)), (["宣告无效"], .lapsed(.invalidated)),
        (["无效宣告"], .unknown), (["等年费"], .inForce), (["滞纳"], .inForce), (["等待"], .pending),
        (["未缴"], .lapsed(.unpaidFee)),
        (["欠费"], .lapsed(.unpaidFee)), (["届满"], .lapsed(.expired)), (["未续展"], .lapsed(.expired)),
        (["驳回"], .lapsed(.rejected)), (["撤回"], .lapsed(.withdrawn)), (["注销"], .lapsed(.cancelled)),
        (["放弃"], .lapsed(.abandoned)), (["失效"], .lapsed(nil)), (["终止"], .lapsed(nil)), (["无效"], .lapsed(nil)),
        (["维持"], .inForce), (["有效"], .inForce), (["已注册"], .inForce), (["注册公告"], .inForce), (["注册证发文"], .inForce),
        (["授权"], .inForce), (["审中"], .pending), (["在审"], .pending), (["实质审查"], .pending), (["实审"], .pending),
        (["申请中"], .pending), (["初步审定"], .pending), (["受理"], .pending), (["收文"], .pending), (["公布"], .pending),
        (["公开"], .pending),
        (["abandon"], .lapsed(.abandoned)), (["deemed withdrawn"], .lapsed(.deemedWithdrawn)),
        (["withdrawn"], .lapsed(.withdrawn)), (["cancelled"], .lapsed(.cancelled)), (["canceled"], .lapsed(.cancelled)),
        (["expired"], .lapsed(.expired)), (["refused"], .lapsed(.rejected)), (["rejected"], .lapsed(.rejected)),
        (["revoked"], .lapsed(.invalidated)), (["invalidated"], .lapsed(.invalidated)), (["lapsed"], .lapsed(nil)),
        (["ceased"], .lapsed(nil)), (["inactive"], .lapsed(nil)), (["discontinued"], .lapsed(nil)),
        (["unregistered"], .unknown),
        (["approved", "publication"], .pending), (["pending"], .pending), (["under examination"], .pending),
        (["not", "registered"], .unknown), (["not", "granted"], .unknown), (["not", "in force"], .lapsed(nil)),
        (["not", "active"], .lapsed(nil)), (["has been renewed"], .inForce), (["registered"], .inForce),
        (["granted"], .inForce), (["in force"], .inForce), (["active"], .inForce), (["published"], .pending),
    ]
}
