/// Limits and choices of the readers of tables: XLSX, CSV and JSON Lines.
package struct TabularOptions: Hashable, Sendable {
    /// Most bytes of one row or line; longer ones are rejected and passed over; 64 MiB unless set.
    package var maximumRecordBytes = 64 << 20
    /// Most lines of one row of a text table; a quotation mark open for longer was never closed; 1,000 unless set.
    package var maximumRowLines = 1000
    /// Most columns of a table; 4,096 unless set.
    package var maximumColumns = 4096
    /// Most bytes of the texts that the cells of a workbook share, which are kept in memory; 256 MiB unless set.
    package var maximumSharedStringBytes = 256 << 20
    /// Within how many rows the names of the columns have to stand; 10 unless set.
    package var headerSearchRows = 10
    /// The encoding of a text table; nil unless set, which means that the first 64 KiB tell it.
    package var encoding: TextEncoding?

    package init() {}
}
