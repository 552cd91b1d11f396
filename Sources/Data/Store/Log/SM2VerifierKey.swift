internal import Bytes
internal import CSM
internal import Foundation

/// The public half of a log's SM2 key.
///
/// **Shape** `name+id+key`, as ``LogVerifierKey``: the name of the log, its key id as eight hexadecimal digits, and base64 of
/// ``algorithm`` and the 65 bytes of the point.
/// **Source** C2SP signed-note (2024); GB/T 32918.2-2016, GB/T 35276-2017.
package struct SM2VerifierKey: Sendable, Hashable, CustomStringConvertible {
    /// How keys of this algorithm begin: 255, for algorithms without a number of their own in C2SP signed-note, and our name of it.
    static let algorithm: [UInt8] = [0xFF] + Array("sm2-sm3".utf8)

    /// The name of the log.
    package let name: String
    let point: [UInt8]

    init(name: String, point: [UInt8]) {
        self.name = name
        self.point = point
    }

    package var description: String { "\(name)+\(idText)+\(Data(Self.algorithm + point).base64EncodedString())" }

    /// The first four bytes of SHA-256(name || line end || algorithm || point).
    var id: [UInt8] { Array(sha256(Array(name.utf8) + [0x0A] + Self.algorithm + point).bytes.prefix(4)) }

    var idText: String { id.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// Whether a note bears a signature of this key; one without is of a time when the log had no such key.
    ///
    /// - Throws: `StoreError.invalidNote` where the signature does not fit.
    package func hasSigned(_ note: String) throws -> Bool {
        let text = try Self.text(of: note)
        let bytes = Array(text.utf8)
        for line in note.dropFirst(text.count + 1).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3, words[1] == name, let data = Data(base64Encoded: words[2]),
                Array(data.prefix(4)) == id
            else { continue }
            guard fits(Array(data.dropFirst(4)), bytes) else {
                throw StoreError.invalidNote("the SM2 signature of \(name) does not fit the text")
            }
            return true
        }
        return false
    }

    /// Whether a signature, as DER, is one of this key over bytes.
    func fits(_ signature: [UInt8], _ bytes: [UInt8]) -> Bool {
        guard point.count == 65 else { return false }
        // As many bytes are read as there are; what is no signature does not fit.
        return unsafe csm_sm2_verify(point, bytes, bytes.count, signature, signature.count) == 1
    }

    /// The text of a note that its signatures are over, with its line end.
    ///
    /// - Throws: `StoreError.invalidNote` where nothing parts it from signatures.
    static func text(of note: String) throws -> String {
        guard let separator = note.range(of: "\n\n", options: [.backwards, .literal]) else {
            throw StoreError.invalidNote("it has no signature")
        }
        return String(note[..<separator.lowerBound]) + "\n"
    }
}
