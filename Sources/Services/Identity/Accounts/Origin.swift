/// Where a request comes from, as much as may be kept of it.
package struct Origin: Sendable, Hashable {
    /// The whole address; it is used to slow down tries and never kept.
    package let address: String?
    /// The browser and the system in two words.
    package let agent: String

    /// Takes the address at the other end and what the browser says of itself.
    package init(address: String?, agent: String?) {
        self.address = address
        self.agent = Self.words(agent ?? "")
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
        // Whatever stands before the first gap of zeros, three groups at most.
        let head = bare.split(separator: "%", maxSplits: 1)[0].components(before: "::")
        let groups = head.split(separator: ":").prefix(3)
        return (groups.isEmpty ? "" : groups.joined(separator: ":")) + "::/48"
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

extension Substring {
    /// What stands before a text; all where it does not occur.
    fileprivate func components(before text: String) -> Substring {
        firstRange(of: text).map { self[..<$0.lowerBound] } ?? self
    }
}
