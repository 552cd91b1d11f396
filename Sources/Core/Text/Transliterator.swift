import CICU

/// One ICU transliterator; used by one thread at a time.
@safe
final class Transliterator {
    private let handle: UnsafeMutableRawPointer

    /// Opens a transliterator by ICU's name for it; nil when this ICU has none of that name.
    init?(_ name: String) {
        guard let handle = unsafe cicu_transliterator_open(name) else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe cicu_transliterator_close(handle) }

    /// The text transliterated; the text itself where ICU fails.
    func callAsFunction(_ text: String) -> String {
        let source = Array(text.utf16)
        var capacity = source.count * 8 + 64
        while capacity <= source.count * 64 + 512 {
            var output = [UInt16](repeating: 0, count: capacity)
            // The function reads `source.count` units and writes at most `capacity`.
            let written = unsafe cicu_transliterate(handle, source, Int32(source.count), &output, Int32(capacity))
            if written >= 0 { return String(decoding: output.prefix(Int(written)), as: UTF16.self) }
            capacity *= 2
        }
        return text
    }

    /// Scalars transliterated each by itself; one that does not become exactly one scalar stays itself.
    func callAsFunction(scalars: [UInt32]) -> [UInt32] {
        var text = String.UnicodeScalarView()
        for scalar in scalars.compactMap(Unicode.Scalar.init) {
            text.append(scalar)
            text.append("\n")
        }
        let lines = self(String(text)).unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == scalars.count + 1 else { return scalars }
        return zip(scalars, lines).map { scalar, line in
            line.count == 1 ? line.first?.value ?? scalar : scalar
        }
    }
}
