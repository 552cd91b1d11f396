import Domain
import Store

extension Organisations {
    /// Whatever an account may do for others, and others for it, as that of another account of the same person.
    ///
    /// What the other account has already ends; so do invitations of the first, which can be made again.
    func moving(from account: String, to other: String) async throws -> [EntryChange] {
        let now = store.now
        let leaving = try await open("account", account) + open("principal", account) + open("invited", account)
        let held = try await open("account", other).map(\.content).filter { $0.state(at: now) == .inEffect }
        var changes: [EntryChange] = []
        var managers: [String: (gone: Set<String>, come: [String])] = [:]
        for line in leaving {
            changes.append(try ended(line, by: other, Self.mergedReason))
            let isManager = line.content.isLastingManager && line.content.from != nil
            let principal = line.content.principal
            if isManager { managers[principal, default: ([], [])].gone.insert(line.id) }
            var content = line.content
            if content.account == account { content.account = other }
            if content.principal == account { content.principal = other }
            let isHeld = held.contains {
                $0.principal == content.principal && $0.power == content.power && $0.reaches(content, at: now)
            }
            guard line.content.state(at: now) == .inEffect, !isHeld, content.account != content.principal else {
                continue
            }
            content.predecessor = line.content.account
            content.made = now
            let id = EntryName.new(in: AuthorisationContent.register)
            if isManager { managers[principal, default: ([], [])].come.append(id) }
            changes.append(try change(id, content, 0))
        }
        for (organisation, change) in managers.sorted(by: { $0.key < $1.key }) {
            changes.append(
                try await self.managers(of: organisation) {
                    $0.removeAll(where: change.gone.contains)
                    $0 += change.come
                }
            )
        }
        return changes
    }

    private static let mergedReason = "两个账号合并"
}
