/// Limits that keep an archive or a workbook from filling memory, disk or time.
package struct ContainerOptions: Hashable, Sendable {
    /// Most members of one archive; 1,000,000 unless set.
    package var maximumEntries = 1_000_000
    /// Most bytes that the members of one archive may expand to together; 64 GiB unless set.
    package var maximumExpandedBytes: Int64 = 64 << 30
    /// How many times its own length an archive may expand to; 200 unless set, real files stay below 50.
    package var maximumExpansionRatio: Int64 = 200
    /// Bytes an archive may always expand to, whatever the ratio; 64 MiB unless set.
    package var unratedBytes: Int64 = 64 << 20
    /// Most bytes of a workbook inside an archive, which has to be copied to a temporary file; 1 GiB unless set.
    package var maximumSpooledBytes: Int64 = 1 << 30

    package init() {}
}
