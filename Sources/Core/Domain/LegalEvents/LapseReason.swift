/// Why a right or an application ended.
package enum LapseReason: String, Hashable, Sendable, CaseIterable {
    case rejected, withdrawn, deemedWithdrawn, grantAbandoned, unpaidFee, expired, abandoned, doubleGrant, invalidated
    case cancelled

    /// The reason in words.
    package var words: Bilingual {
        switch self {
        case .rejected: Bilingual("驳回", "rejected")
        case .withdrawn: Bilingual("撤回", "withdrawn")
        case .deemedWithdrawn: Bilingual("视为撤回", "deemed withdrawn")
        case .grantAbandoned: Bilingual("视为放弃", "grant deemed abandoned")
        case .unpaidFee: Bilingual("未缴年费", "fee not paid")
        case .expired: Bilingual("期限届满", "term expired")
        case .abandoned: Bilingual("放弃", "abandoned")
        case .doubleGrant: Bilingual("避免重复授权放弃", "given up to avoid double grant")
        case .invalidated: Bilingual("全部无效", "invalidated")
        case .cancelled: Bilingual("撤销或注销", "cancelled")
        }
    }
}
