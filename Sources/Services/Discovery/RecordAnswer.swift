package import Domain
import Formats
import Registers
package import Store

/// The whole of one record.
package struct RecordAnswer: Sendable {
    /// The record's permanent name.
    package var id: EntryID
    /// The newest version with its long texts, as it may be published: addresses of private persons end at the city.
    package var right: Right
    /// Which version it is, from 1.
    package var version: Int64
    /// The line of the log that made the version.
    package var sequence: Int64
    /// When the version was made, in microseconds UTC.
    package var time: Int64
    /// The digest of the version as in the log, 64 hexadecimal digits.
    package var digest: String
    /// Every version, oldest first.
    package var versions: [VersionLine]
    /// Every file that spoke of the record, the most trusted first.
    package var sources: [Source]
    /// What comes next by the statutes, as of the day of the answer in China.
    package var outlook: LegalOutlook

    /// A file that said something about the record.
    package struct Source: Sendable, Hashable {
        /// Name of the file with at most the folder that holds it; where the operator keeps files is nobody's business.
        package var file: String
        /// The format, or ``sampleFormat``.
        package var format: String
        /// Where in the file, in words.
        package var position: String
        /// What it contributed.
        package var parts: [Part]
        /// What it says, as it may be published.
        package var right: Right

        /// The format of a record that the sample maker made.
        package static let sampleFormat = "sample"

        /// A part of a record that a source may give.
        package enum Part: String, Sendable, Hashable, CaseIterable {
            case bibliography, abstract, claims, description, status, citations, family, goods
        }
    }
}

extension RecordAnswer.Source {
    init(_ statement: SourceStatement) {
        file = statement.file.split(separator: "/").suffix(2).joined(separator: "/")
        format = statement.format?.rawValue ?? Self.sampleFormat
        position = statement.position
        parts = Self.parts(of: statement.right)
        right = statement.right.masked
    }

    private static func parts(of right: Right) -> [Part] {
        let record = right.bibliography
        var parts: [Part] = [.bibliography]
        if !record.abstracts.isEmpty { parts.append(.abstract) }
        switch right {
        case .patent(let patent):
            if !patent.details.claims.isEmpty { parts.append(.claims) }
            if !patent.details.description.isEmpty { parts.append(.description) }
            if patent.details.citations != nil { parts.append(.citations) }
            if patent.details.family != nil { parts.append(.family) }
        case .design(let design):
            if !design.details.claims.isEmpty { parts.append(.claims) }
            if !design.details.description.isEmpty { parts.append(.description) }
        case .trademark(let mark):
            if !mark.details.goods.isEmpty { parts.append(.goods) }
        case .gi, .layout: break
        }
        if record.status != nil || !record.events.isEmpty { parts.append(.status) }
        return parts
    }
}
