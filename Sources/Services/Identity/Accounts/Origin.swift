/// Where a request comes from, as much as may be kept of it.
package struct Origin: Sendable, Hashable {
    /// The whole address; nil where there is no network.
    package let address: String?
    /// The browser and the system in two words.
    package let agent: String

    /// Takes the address at the other end and what the browser says of itself.
    package init(address: String?, agent: String?) {
        self.address = address
        self.agent = Self.words(agent ?? "")
    }

    /// What tries are counted by, as a keyed digest: the address, of IPv6 the first 64 bits, because whoever has one address
    /// of such a network has them all.
    var network: String {
        guard let address else { return "nowhere" }
        let bare = address.hasPrefix("::ffff:") && address.contains(".") ? String(address.dropFirst(7)) : address
        guard bare.contains(":") else { return bare }
        return Self.groups(bare).prefix(4).joined(separator: ":")
    }

    /// The eight groups of an IPv6 address, its gap of zeros filled.
    private static func groups(_ address: String) -> [Substring] {
        let plain = address.split(separator: "%", maxSplits: 1)[0]
        let halves = plain.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
            .map { $0.split(separator: ":") }
        guard halves.count == 2 else { return halves.first ?? [] }
        let zeros = [Substring](repeating: "0", count: max(0, 8 - halves[0].count - halves[1].count))
        return halves[0] + zeros + halves[1]
    }

    /// The address without its last part: IPv4 without the last byte, IPv6 the first 48 bits; empty where it is none.
    package var place: String {
        guard let address else { return "" }
        let bare = address.hasPrefix("::ffff:") && address.contains(".") ? String(address.dropFirst(7)) : address
        if bare.contains(".") {
            let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
            return parts.count == 4 ? parts.prefix(3).joined(separator: ".") + ".x" : ""
        }
        guard bare.contains(":") else { return "" }
        return Self.groups(bare).prefix(3).joined(separator: ":") + "::/48"
    }

    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("MicroMessenger", "WeChat"), ("QQBrowser", "QQ"), ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("HarmonyOS", "HarmonyOS"), ("iPhone", "iOS"), ("iPad", "iPadOS"),
        ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"),
    ]

    private static func words(_ agent: String) -> String {
        let browser = browsers.first { agent.contains($0.0) }?.1
        let system = systems.first { agent.contains($0.0) }?.1
        return [browser, system].compactMap(\.self).joined(separator: ", ")
    }
}
