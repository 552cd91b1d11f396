/// The URL of one picture of a record.
///
/// **Shape** `/REGISTER/NUMBER/drawings/N.png`, N from 1 in the order in which the record names its pictures, or
/// `N-VERSION.png` with the first digits of the digest of the picture: that address changes with what stands there.
package struct DrawingLink: Sendable, Hashable {
    package var record: RecordLink
    /// Which picture of the record, from 1.
    package var place: Int
    /// The first ``versionDigits`` of its digest; nil for whatever stands there now.
    package var version: String?

    /// How many digits of a digest stand in an address.
    package static let versionDigits = 16

    /// A picture of a record; of the digest the first digits are taken.
    package init(_ record: RecordLink, place: Int, digest: String? = nil) {
        self.record = record.permanent
        self.place = place
        version = digest.map { String($0.prefix(Self.versionDigits)) }
    }

    /// Reads a plain path; nil where it is no picture's.
    init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[0].isEmpty, parts[parts.count - 2] == Self.folder.dropFirst().dropLast(),
            let register = RegisterName(rawValue: String(parts[1])), let file = parts.last, file.hasSuffix(Self.suffix)
        else { return nil }
        let name = file.dropLast(Self.suffix.count).split(
            separator: "-",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard let place = Int(name[0]), place > 0, String(place) == name[0] else { return nil }
        self.init(
            RecordLink(register, parts[2..<(parts.count - 2)].joined(separator: "/")),
            place: place,
            digest: name.count == 2 ? String(name[1]) : nil
        )
        guard !record.number.isEmpty, version != "", self.path.hasSuffix(file) else { return nil }
    }

    /// The path.
    package var path: String {
        record.path + Self.folder + String(place) + (version.map { "-" + $0 } ?? "") + Self.suffix
    }

    /// What stands between a record and the number of its picture.
    package static let folder = "/drawings/"
    /// What every address of a picture ends with.
    package static let suffix = ".png"
}
