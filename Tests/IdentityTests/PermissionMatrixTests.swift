import Domain
import Identity
import Testing

/// Every action by every role in every scope on every kind of object, with and without what the action needs.
struct PermissionMatrixTests {
    private static let me = "account/me"
    private static let now: Int64 = 1_000

    /// What an action can touch, as one sees it who belongs to organisation `o`, institution `i` and region 110105.
    private enum Thing: String, CaseIterable {
        case own, ownInRegion, other, otherOfOrganisation, otherOfInstitution, otherInRegion, otherBelow, otherAbove
        case foreignOrganisation, foreignInstitution, foreignRegion, everything

        var target: Target {
            switch self {
            case .own: Target(account: me)
            case .ownInRegion: Target(account: me, region: "110105")
            case .other: Target(account: "account/other")
            case .otherOfOrganisation: Target(account: "account/other", organisation: "o")
            case .otherOfInstitution: Target(account: "account/other", institution: "i")
            case .otherInRegion: Target(account: "account/other", region: "1101")
            case .otherBelow: Target(account: "account/other", region: "110105")
            case .otherAbove: Target(account: "account/other", region: "11")
            case .foreignOrganisation: Target(account: "account/other", organisation: "p")
            case .foreignInstitution: Target(account: "account/other", institution: "j")
            case .foreignRegion: Target(account: "account/other", region: "120101")
            case .everything: .everything
            }
        }

        var isOwn: Bool { self == .own || self == .ownInRegion }
    }

    /// What each scope covers, written by hand.
    private static let covered: [(scope: Scope, things: Set<Thing>)] = [
        (.own, [.own, .ownInRegion]),
        (.organisation("o"), [.otherOfOrganisation]),
        (.institution("i"), [.otherOfInstitution]),
        (.region("1101"), [.ownInRegion, .otherInRegion, .otherBelow]),
        (.region("11"), [.ownInRegion, .otherInRegion, .otherBelow, .otherAbove]),
        (.nation, Set(Thing.allCases)),
    ]

    /// Each thing by a role for all kinds of business, and by one for some.
    private static let limits: [(thing: Thing, business: Set<String>?)] = Thing.allCases.flatMap {
        [(thing: $0, business: nil), (thing: $0, business: Set(["gi"]))]
    }

    @Test func `each role does what the table says within its scope, and nothing beyond`() throws {
        var asked = 0
        var allowed = 0
        for action in Action.allCases {
            let row = try #require(PermissionTable.rows.first { $0.action == action })
            for role in Role.allCases {
                for (scope, things) in Self.covered {
                    for (thing, business) in Self.limits {
                        for isStrong in [true, false] {
                            for reason in ["asked at the desk", " "] {
                                let isWhole = business == nil || !row.needs.contains(.allBusiness)
                                let isRight =
                                    row.roles.contains(role) && role != .person && things.contains(thing) && isWhole
                                    || row.roles.contains(.person) && thing.isOwn
                                let hasNeeds =
                                    (isStrong || !row.needs.contains(.secondFactor))
                                    && (reason != " " || !row.needs.contains(.reason))
                                    && (!row.needs.contains(.another) || !thing.isOwn && thing != .everything)
                                let caller = Caller(
                                    account: Self.me,
                                    name: "示例",
                                    session: [1],
                                    roles: [HeldRole(role, scope, from: 0, business: business)],
                                    isStrong: isStrong,
                                    confirmedAt: 0
                                )
                                let isAllowed = Self.isAllowed(caller, action, thing.target, reason)
                                asked += 1
                                allowed += isAllowed ? 1 : 0
                                #expect(
                                    isAllowed == (isRight && hasNeeds),
                                    "\(action) by \(role) of \(scope) on \(thing), limited: \(business != nil), strong: \(isStrong), '\(reason)'"
                                )
                            }
                        }
                    }
                }
            }
        }
        print("\(asked) cells of the table of permissions, \(allowed) allowed")
        #expect(asked == Action.allCases.count * Role.allCases.count * 6 * 12 * 2 * 4)
        #expect(allowed > 0)
    }

    private static func isAllowed(_ caller: Caller, _ action: Action, _ target: Target, _ reason: String) -> Bool {
        do {
            try caller.check(action, on: target, reason: reason, at: now)
            return true
        } catch {
            return false
        }
    }
}
