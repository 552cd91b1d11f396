/// A number of records, sample records counted apart.
package struct Tally: Sendable, Hashable {
    /// Records that are no samples.
    package var records: Int
    package var samples: Int

    package init(_ records: Int, samples: Int = 0) {
        self.records = records
        self.samples = samples
    }

    /// Both together.
    package var all: Int { records + samples }
}
