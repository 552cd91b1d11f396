/// What a picture may be, and how large it is kept.
package struct ImageBounds: Sendable, Hashable {
    /// Most bytes of a picture file: 32 MiB, several times a page scanned in colour.
    package static let fileBytes = 32 << 20
    /// Most bytes of an answer of the program that reads pictures: what `side` times `side` pixels take in colour.
    static let answerBytes = 16 << 20
    /// Most bytes of a reason that this program gives.
    static let reasonBytes = 512

    /// Most pixels; one that has more by its header is refused before it is read.
    ///
    /// Default 100 million: a page of A2 at 600 dots an inch.
    package var pixels: UInt64 = 100_000_000
    /// The longer side of what is kept, in pixels; a longer one is made smaller.
    ///
    /// Default 2,000: a printed page at 170 dots an inch, and twice what a screen shows.
    package var side: UInt32 = 2_000

    package init() {}
}
