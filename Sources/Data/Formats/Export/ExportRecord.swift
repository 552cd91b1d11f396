package import Domain
package import Foundation

/// One record as the product writes it to JSON Lines: the right's own fields and `source`, side by side.
package struct ExportRecord: Hashable, Sendable {
    /// Where a record came from.
    package struct Source: Codable, Hashable, Sendable {
        /// Path of the imported file, as imported; of a member its archive's path first.
        package var file: String
        package var format: SourceFormat?
        /// What was counted and how far, `record 12` or `Sheet1, row 7`.
        package var position: String?

        package init(file: String, format: SourceFormat? = nil, position: String? = nil) {
            self.file = file
            self.format = format
            self.position = position
        }
    }

    package var right: Right
    package var source: Source?

    package init(right: Right, source: Source?) {
        self.right = right
        self.source = source
    }

    /// An encoder that writes equal records to equal bytes: keys sorted, slashes plain.
    package static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}

extension ExportRecord: Codable {
    private enum Key: String, CodingKey { case source }

    package init(from decoder: any Decoder) throws {
        right = try Right(from: decoder)
        source = try decoder.container(keyedBy: Key.self).decodeIfPresent(Source.self, forKey: .source)
    }

    package func encode(to encoder: any Encoder) throws {
        try right.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(source, forKey: .source)
    }
}
