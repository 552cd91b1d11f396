package import Domain

/// One record: the fields of the product's export, side by side with what this node knows about the entry.
///
/// **Shape** The export's fields are those of `huizhi export --format jsonl`; addresses of private persons end at the
/// city. `sample` is true for a sample and left out for every other record.
package struct RecordDocument: Encodable, Sendable {
    package var right: Right
    package var entry: EntryDocument

    package init(right: Right, entry: EntryDocument) {
        self.right = right
        self.entry = entry
    }

    package func encode(to encoder: any Encoder) throws {
        try right.encode(to: encoder)
        try entry.encode(to: encoder)
    }
}

/// What a node knows about an entry besides the right itself.
package struct EntryDocument: Codable, Hashable, Sendable {
    /// The permanent name: register, slash, number.
    package var id: String
    package var register: String
    package var title: String
    package var state: StateDocument
    /// Which version this is, from 1.
    package var version: Int64
    /// The line of the log that made the version.
    package var sequence: Int64
    /// Digest of the version in the log, 64 hexadecimal digits.
    package var digest: String
    package var versions: [VersionDocument]
    package var sources: [SourceDocument]
    /// The pictures that are kept, with their addresses; left out where there are none.
    package var pictures: [PictureDocument]?
    /// What comes next; left out where nothing is known to.
    package var outlook: OutlookDocument?
    /// What cites it; left out for a right that no citation names, and while the index cannot be asked.
    package var citing: CitingDocument?
    /// The address of the record's page.
    package var url: String

    package init(id: EntryID, right: Right, version: VersionDocument, url: String) {
        self.id = id.description
        register = id.register.rawValue
        title = right.displayTitle
        state = StateDocument(LegalSummary(right.bibliography))
        self.version = version.version
        sequence = version.sequence
        digest = version.digest
        versions = []
        sources = []
        self.url = url
    }
}

/// A version of an entry in the log.
package struct VersionDocument: Codable, Hashable, Sendable {
    /// From 1.
    package var version: Int64
    package var sequence: Int64
    /// Microseconds since 1970, UTC.
    package var time: Int64
    package var digest: String

    package init(version: Int64, sequence: Int64, time: Int64, digest: String) {
        self.version = version
        self.sequence = sequence
        self.time = time
        self.digest = digest
    }
}

/// A picture of a record.
package struct PictureDocument: Codable, Hashable, Sendable {
    /// `abstract`, `figure` or `formula`.
    package var kind: String
    /// Which of its kind, from 1.
    package var number: Int
    package var url: String
    /// The media type.
    package var type: String
    /// Pixels.
    package var width: Int
    package var height: Int
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    package var digest: String

    package init(_ image: DrawingImage, url: String) {
        kind = image.kind.rawValue
        number = image.number
        self.url = url
        type = "image/png"
        width = image.width
        height = image.height
        digest = image.digest
    }
}

/// A file that spoke of a record.
package struct SourceDocument: Codable, Hashable, Sendable {
    /// Its name with at most the folder that holds it.
    package var file: String
    package var format: String
    package var position: String
    /// What it contributed: `bibliography`, `abstract`, `claims`, ...
    package var parts: [String]

    package init(file: String, format: String, position: String, parts: [String]) {
        self.file = file
        self.format = format
        self.position = position
        self.parts = parts
    }
}
