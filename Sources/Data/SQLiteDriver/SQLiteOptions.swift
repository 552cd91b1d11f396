/// How a SQLite database is opened.
package struct SQLiteOptions: Sendable {
    /// How long a connection waits for a lock that another process holds.
    ///
    /// Default 30 seconds.
    package var busyTimeout: Duration = .seconds(30)
    /// The page cache of the writing connection, in KiB.
    ///
    /// Default 64 MiB.
    package var writerCacheKiB = 65_536
    /// The page cache of each reading connection, in KiB.
    ///
    /// Default 8 MiB.
    package var readerCacheKiB = 8_192
    /// How many transactions may read at the same time.
    ///
    /// Default 8.
    package var readers = 8
    /// How many pages of 8 KiB the write-ahead log may gather before they move to the database file beside the writer,
    /// and a quarter of how many before commits wait for that.
    ///
    /// Default 2,048.
    package var checkpointPages = 2_048

    /// The defaults.
    package init() {}
}
