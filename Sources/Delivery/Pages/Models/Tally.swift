/// A number of records, sample records counted apart.
package struct Tally: Sendable, Hashable {
    /// Records that are no samples.
    package var records: Int
    package var samples: Int

    package init(_ records: Int, samples: Int = 0) {
        self.records = records
        self.samples = samples
    }

    /// Everything that can be paged through.
    package var all: Int { records + samples }
}
