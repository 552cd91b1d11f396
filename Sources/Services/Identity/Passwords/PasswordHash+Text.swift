internal import Foundation

extension PasswordHash {
    /// The hash as text: `$scrypt$ln=15,r=8,p=3$salt$hash`, salt and hash in base64 without padding.
    ///
    /// **Source** PHC string format, as passlib writes scrypt.
    package var text: String {
        "$scrypt$\(cost)$\(Self.base64(salt))$\(Self.base64(hash))"
    }

    /// Reads ``text``; nil for any other text, also for a cost, salt or hash out of bounds.
    package init?(_ text: String) {
        guard text.utf8.count <= 256 else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]), cost.isSound,
            let salt = Self.bytes(parts[3]), (8...64).contains(salt.count),
            let hash = Self.bytes(parts[4]), (16...64).contains(hash.count)
        else { return nil }
        self.init(cost: cost, salt: salt, hash: hash)
    }

    private static func cost(_ text: String) -> Cost? {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            part.split(separator: "=").last.flatMap { Int($0) }
        }
        guard numbers.count == 3, let logN = numbers[0], let r = numbers[1], let p = numbers[2] else { return nil }
        let cost = Cost(logN: logN, r: r, p: p)
        // Names, order and digits are right when it is written the same.
        return cost.description == text ? cost : nil
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: text + padding), base64(Array(data)) == text else { return nil }
        return Array(data)
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible {
    /// The cost alone, because descriptions end up in logs.
    package var description: String { "scrypt \(cost)" }

    /// As ``description``.
    package var debugDescription: String { description }
}
