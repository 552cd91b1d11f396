package import Bytes
internal import Foundation

/// The text of a checkpoint before it is signed.
///
/// **Shape** three lines, each with its line end: origin, size in decimal, root in base64.
/// **Source** C2SP tlog-checkpoint (2024).
package struct CheckpointBody: Sendable, Hashable {
    /// Which log: the name of its key.
    package let origin: String
    /// The number of lines.
    package let size: Int64
    /// The root over them.
    package let root: Digest256

    /// Describes a state of a log.
    package init(origin: String, size: Int64, root: Digest256) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads the text.
    ///
    /// - Throws: `StoreError.invalidNote` for anything that `text` does not write.
    package init(text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 4, text.hasSuffix("\n"), !lines[0].isEmpty, let size = Int64(lines[1]), size >= 0,
            String(size) == lines[1], let bytes = Data(base64Encoded: lines[2]), let root = Digest256(Array(bytes))
        else { throw StoreError.invalidNote("it is no checkpoint") }
        self.init(origin: lines[0], size: size, root: root)
    }

    /// The text.
    package var text: String {
        "\(origin)\n\(size)\n\(Data(root.bytes).base64EncodedString())\n"
    }
}
