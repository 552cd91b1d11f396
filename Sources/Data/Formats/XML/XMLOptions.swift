/// Limits that keep the memory of an XML reader bounded.
package struct XMLOptions: Hashable, Sendable {
    /// Most bytes of one record, in the file and as a tree in memory; 64 MiB unless set, at most 1 GiB.
    package var maximumRecordBytes = 64 << 20
    /// Most bytes of one tag, comment, CDATA section or document type; 8 MiB unless set.
    package var maximumMarkupBytes = 8 << 20
    /// How deep elements may nest; 256 unless set.
    package var maximumDepth = 256

    package init() {}
}
