internal import CSM

/// The hash function of China's commercial cryptography.
///
/// **Source** GB/T 32905-2016.
package enum SM3 {
    /// The digest of bytes: 32 bytes; nil where libcrypto has no SM3.
    package static func digest(of bytes: [UInt8]) -> [UInt8]? {
        // As many bytes are read as there are, and 32 written.
        var digest = [UInt8](repeating: 0, count: 32)
        return unsafe csm_sm3(bytes, bytes.count, &digest) == 1 ? digest : nil
    }
}
