/// The limits of an index writer.
public struct IndexOptions: Sendable, Equatable {
    /// The memory, in bytes, that buffered documents may take before they are written as a segment; default 48 MiB.
    ///
    /// Writing a segment needs about as much again for a moment.
    public var bufferBytes = 48 << 20
    /// How many segments of about one size are merged into one; default 8, at least 2.
    public var mergeFactor = 8
    /// Segments with fewer documents than this count as one size; default 1,000.
    public var smallestTier = 1_000
    /// Segments whose files have fewer bytes together are merged at once, in the call that finds them due; default 8 MiB.
    ///
    /// Greater ones are merged one after another on a thread beside, so that no call takes longer than this and its own
    /// documents need. At some 20 MB a second the default is under half a second.
    public var immediateMergeBytes = 8 << 20
    /// With more segments than this a call waits for the merge going on beside; default 64.
    public var maximumSegments = 64
    /// Segments are not merged into one of more documents than this; default 50 million.
    public var maximumSegmentDocuments = 50_000_000
    /// A segment with a greater share of deleted documents is written again without them; default 0.3.
    public var deletedShare = 0.3
    /// The longest term in bytes; longer ones are refused; default 1,024.
    public var maximumTermBytes = 1_024
    /// The longest identifier in bytes; default 1,024.
    public var maximumIdentifierBytes = 1_024
    /// The longest label of an ordinal column in bytes; default 8,192.
    public var maximumLabelBytes = 8_192

    /// The defaults.
    public init() {}
}
