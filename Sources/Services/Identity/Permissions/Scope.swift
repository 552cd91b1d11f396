/// Where a role may be used.
package enum Scope: Sendable, Hashable {
    /// On the own account alone.
    case own
    /// On what belongs to an organisation, or to a person who is acted for, by the id of the account.
    case organisation(String)
    /// On what an institution is in charge of.
    case institution(String)
    /// In a region and those below it: a code of GB/T 2260 of two, four or six digits.
    case region(String)
    /// Everywhere.
    case nation

    /// Whether a target lies within.
    ///
    /// - Parameters:
    ///   - target: what an action touches.
    ///   - account: whose scope this is.
    /// - Returns: false also where the target does not say what would have to be known.
    package func covers(_ target: Target, of account: String) -> Bool {
        switch self {
        case .own: target.account == account
        case .organisation(let id): !id.isEmpty && target.organisation == id
        case .institution(let id): !id.isEmpty && target.institution == id
        case .region(let code): Self.isRegion(target.region, within: code)
        case .nation: true
        }
    }

    /// What a role with this scope touches at most; nil where it cannot be granted: ``own``, an empty id, no code.
    func target(account: String) -> Target? {
        switch self {
        case .own: nil
        case .organisation(let id): id.isEmpty ? nil : Target(account: account, organisation: id)
        case .institution(let id): id.isEmpty ? nil : Target(account: account, institution: id)
        case .region(let code): Self.significant(code).map { _ in Target(account: account, region: code) }
        case .nation: Target(account: account)
        }
    }

    private static func isRegion(_ inner: String?, within outer: String) -> Bool {
        guard let inner = inner.flatMap(significant), let outer = significant(outer) else { return false }
        return inner.hasPrefix(outer)
    }

    /// The digits of a code that name a unit: 110000 and 1100 are 11, 110105 is whole; nil for what is no code.
    private static func significant(_ code: String) -> Substring? {
        guard [2, 4, 6].contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        var digits = Substring(code)
        while digits.hasSuffix("00") { digits.removeLast(2) }
        return digits.isEmpty ? nil : digits
    }
}
