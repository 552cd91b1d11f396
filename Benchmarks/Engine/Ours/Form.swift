import EntryIndex
import Index
import Query

/// What the engine is filled with and asked: the product's own way, or just what the other engines get.
protocol Form: Sendable {
    /// What documents consist of.
    var schema: Schema { get }
    /// The rules that make the tokens.
    var analysisVersion: String { get }

    /// The document of a line of records.tsv.
    ///
    /// - Throws: `EngineBench.Failure` for a line of another shape; failures of the analysis.
    func document(_ line: String, version: Int64, _ builder: DocumentBuilder) throws -> Document

    /// Makes the engine's query; what is returned is run once for each time that the query is asked.
    func query(_ set: QuerySet, _ payload: String) throws -> @Sendable () throws -> QueryTree

    /// The number column that hits are sorted by.
    var publicationColumn: String { get }
    /// The number column whose years are counted.
    var applicationColumn: String { get }
    /// Columns of which the 20 most frequent labels are counted.
    var topColumns: [String] { get }
    /// The column of provinces.
    var provinceColumn: String { get }

    /// A province's number, 1 to 31; 0 for another label of the column.
    func province(_ label: [UInt8]) -> Int64
}

/// Which kind of query a payload is; see Benchmarks/Engine/README.md.
enum QuerySet: String {
    case term, and, or, phrase, near, patent, wide, count, long, prefix
}
