package import Foundation

/// How every JSON answer is written: keys sorted, slashes plain, so that equal answers are equal bytes.
package enum WireJSON {
    /// The bytes of a document, with a line feed at the end.
    ///
    /// - Throws: `EncodingError` for a number that JSON does not have.
    package static func encode(_ document: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var data = try encoder.encode(document)
        data.append(0x0A)
        return data
    }
}
