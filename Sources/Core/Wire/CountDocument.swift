/// Records and samples, always counted apart.
package struct CountDocument: Codable, Hashable, Sendable {
    /// Records that are no samples.
    package var records: Int
    /// Sample records; never part of ``records``.
    package var samples: Int

    package init(records: Int, samples: Int) {
        self.records = records
        self.samples = samples
    }
}
