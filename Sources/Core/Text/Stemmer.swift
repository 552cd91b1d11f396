import CSnowball

/// The English stems of Snowball (Porter 2); used by one thread at a time.
@safe
final class Stemmer {
    /// Words shorter than this are their own stems.
    static let minimumLength = 3
    /// Words longer than this are no words of a language and keep their form.
    static let maximumLength = 40

    private let handle: OpaquePointer?
    private var word: [UInt8] = []

    init() {
        unsafe handle = sb_stemmer_new("english", "UTF_8")
    }

    deinit { unsafe sb_stemmer_delete(handle) }

    /// Whether a word can have a stem: it is 3 to 40 letters a-z.
    static func takes(_ word: some Collection<UInt8>) -> Bool {
        (minimumLength...maximumLength).contains(word.count) && word.allSatisfy { (0x61...0x7A).contains($0) }
    }

    /// The stem of a folded word: the word itself unless it is 3 to 40 letters a-z.
    func callAsFunction(_ form: some Collection<UInt8>) -> [UInt8] {
        var stem: [UInt8] = []
        return differs(form, into: &stem) ? stem : Array(form)
    }

    /// Puts the stem of a folded word into `stem` and says whether it differs from the word.
    func differs(_ form: some Collection<UInt8>, into stem: inout [UInt8]) -> Bool {
        stem.removeAll(keepingCapacity: true)
        guard Self.takes(form), unsafe handle != nil else { return false }
        word.removeAll(keepingCapacity: true)
        word.append(contentsOf: form)
        // The library reads `word.count` bytes; its answer lives until its next call and holds `length` bytes.
        guard let result = unsafe sb_stemmer_stem(handle, word, Int32(word.count)) else { return false }
        let length = unsafe Int(sb_stemmer_length(handle))
        unsafe stem.append(contentsOf: UnsafeBufferPointer(start: result, count: length))
        return stem != word
    }
}
