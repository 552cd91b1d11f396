/// The part of a file that a `Range` header asks for.
///
/// **Source** RFC 9110 (2022) section 14.1.2. Several parts at once are answered with the whole, as section 14.2 allows.
enum ByteRange: Sendable, Hashable {
    case whole
    case part(Range<Int>)
    /// No byte of the file is in the range.
    case beyond

    /// Reads a header for a file of so many bytes; one that is not understood asks for the whole.
    init(_ header: String?, count: Int) {
        guard let header, header.hasPrefix("bytes="), !header.contains(",") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .whole
            return
        }
        switch (UInt(ends[0]).map { Int(clamping: $0) }, UInt(ends[1]).map { Int(clamping: $0) }) {
        case (let first?, let last?) where last >= first:
            self = first < count ? .part(first..<min(count - 1, last) + 1) : .beyond
        case (let first?, nil) where ends[1].isEmpty: self = first < count ? .part(first..<count) : .beyond
        case (nil, let last?) where ends[0].isEmpty:
            self = last > 0 && count > 0 ? .part(max(0, count - last)..<count) : .beyond
        default: self = .whole
        }
    }
}
