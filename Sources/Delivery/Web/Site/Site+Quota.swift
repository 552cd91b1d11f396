import Domain
import HTTPTypes
import Identity
import Links

/// Who asks, and whether they may ask so much.
extension Site {
    /// Finds out who asks, where it matters, and counts the request; it comes before anything else is done for it.
    ///
    /// - Parameter visit: The request, its body unread; then it knows who asks, and where they stand with their quotas.
    /// - Throws: `RequestFailure.tooMany`, `.keyInAddress`, `.badKey`, `.keyNotHere`.
    func admit(_ visit: inout Visit) async throws {
        guard !APIKey.stands(in: visit.path), !APIKey.stands(in: visit.query) else {
            throw RequestFailure.keyInAddress
        }
        let cost = visit.route?.cost ?? 1
        if let text = visit.bearer, let route = visit.route, route.keyScopes != nil || visit.isWithKey {
            return try await admit(&visit, text, on: route, cost)
        }
        // A browser sends its cookie wherever a page of others leads it; a key it does not send.
        guard !visit.isWriting else { throw RequestFailure.keyNeeded }
        let asksWho = visit.isOfAccount || visit.route.flatMap { RoutePermission.table[$0] } == .signedIn
        if asksWho { visit.caller = try await caller(visit) }
        guard cost > 0, let network = network(of: visit) else { return }
        if let caller = visit.caller {
            try take(cost, .account, .entry(caller.account), options.accountQuota, &visit)
        } else {
            try take(cost, .network, .network(network), options.networkQuota, &visit)
        }
    }

    /// The same for a program with a key.
    private func admit(_ visit: inout Visit, _ text: String, on route: Route, _ cost: Int) async throws {
        let address = address(of: visit)
        guard let caller = try await services.accounts.caller(ofKey: text, from: address), let key = caller.key else {
            if let network = network(of: visit) {
                try take(max(cost, 1), .network, .network(network), options.networkQuota, &visit)
            }
            throw RequestFailure.badKey
        }
        try take(cost, .key, .entry(key.id), options.keyQuota, &visit)
        let needed = visit.isWriting ? route.writeScopes : route.keyScopes
        guard let scopes = needed, !scopes.isDisjoint(with: key.scopes) else {
            throw RequestFailure.keyNotHere(needs: needed?.map(\.rawValue).sorted() ?? [])
        }
        visit.caller = caller
        guard cost > 0 else { return }
        let day = services.accounts.count(cost, with: key, from: address)
        visit.limits.append(
            QuotaLimit(
                name: .keyDay,
                most: Int(day.most),
                window: 86_400,
                rest: Int(max(0, day.most - day.used)),
                reset: Int(day.rest)
            )
        )
        guard !day.isOver else { throw RequestFailure.tooMany(seconds: Int(day.rest)) }
    }

    /// Takes from a bucket, and keeps how it stands for the headers of the answer.
    private func take(
        _ cost: Int,
        _ name: QuotaLimit.Name,
        _ holder: TokenBuckets.Holder,
        _ quota: Quota?,
        _ visit: inout Visit
    ) throws {
        guard cost > 0, let quota else { return }
        let standing = buckets.take(cost, of: holder, within: quota)
        visit.limits.append(
            QuotaLimit(
                name: name,
                most: quota.calls,
                window: quota.seconds,
                rest: standing.rest,
                reset: standing.reset.wholeSeconds
            )
        )
        if let wait = standing.wait { throw RequestFailure.tooMany(seconds: max(1, wait.wholeSeconds)) }
    }

    // MARK: From where

    /// The address that a visitor comes from: as a proxy beside the node says, whom nobody else is believed; nil where there
    /// is no network.
    func address(of visit: Visit) -> String? {
        guard let forwarded = visit.forwardedFor, IPAddress(forwarded) != nil,
            options.trusted.contains(where: { $0.contains(visit.peer) })
        else { return visit.peer }
        return forwarded
    }

    /// The network whose quota a visitor has; nil for the operator's own programs, and for a proxy of theirs that names nobody.
    private func network(of visit: Visit) -> UInt128? {
        guard let peer = visit.peer.flatMap({ IPAddress($0) }) else { return nil }
        guard options.trusted.contains(where: { $0.contains(peer) }) else { return peer.network }
        return visit.forwardedFor.flatMap { IPAddress($0) }?.network
    }
}

extension Duration {
    /// Seconds, never less than it is.
    fileprivate var wholeSeconds: Int { Int(components.seconds) + (components.attoseconds > 0 ? 1 : 0) }
}
