import Domain
import Identity
import Pages
import Wire

extension KeysPage.Key {
    /// A key as its page shows it.
    init(_ line: KeyLine, _ language: String) {
        self.init(
            id: line.id,
            name: line.name,
            scopes: line.scopes.map { $0.name.text(in: language) },
            addresses: line.addresses,
            created: Self.day(line.created),
            // It ends with its last day.
            ends: Self.day(line.ends - 1),
            isInForce: line.isInForce,
            isRevoked: line.revoked.map { $0 < line.ends } ?? false,
            used: line.used.map(Self.day),
            address: line.address,
            today: Int(line.today)
        )
    }

    private static func day(_ time: Int64) -> String { PartialDate(inChinaAt: time)?.description ?? "" }
}

extension KeysDocument {
    /// The keys as programs get them.
    init(_ list: KeyList) {
        self.init(keys: list.lines.map(Key.init), most: list.most, dayQuota: Int(list.dayQuota))
    }
}

extension KeysDocument.Key {
    init(_ line: KeyLine) {
        self.init(
            id: line.id,
            name: line.name,
            scopes: line.scopes.map(\.rawValue),
            addresses: line.addresses,
            created: Moment.iso(line.created),
            ends: Moment.iso(line.ends),
            revoked: line.revoked.map(Moment.iso),
            inForce: line.isInForce,
            used: line.used.map(Moment.iso),
            address: line.address.isEmpty ? nil : line.address,
            usedToday: Int(line.today)
        )
    }
}
