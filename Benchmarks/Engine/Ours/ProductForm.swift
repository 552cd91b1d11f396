import Domain
import EntryIndex
import Index
import Query
import Text

/// Records as patents, queries as texts: all that the product does between a person and the engine.
struct ProductForm: Form {
    let schema = Column.schema
    let analysisVersion = AnalysisVersion.current
    let publicationColumn = Column.date.rawValue
    let applicationColumn = Column.applicationDate.rawValue
    let topColumns = [Column.applicant.rawValue, Column.ipcSubclass.rawValue]
    /// Provinces stand among their prefectures.
    let provinceColumn = Column.region.rawValue

    private let provinces = Dictionary(
        uniqueKeysWithValues: Province.all.enumerated().map { (Array($1.code.utf8), Int64($0 + 1)) }
    )

    func document(_ line: String, version: Int64, _ builder: DocumentBuilder) throws -> Document {
        guard let patent = PatentLine(line) else { throw EngineBench.Failure("not a record: \(line.prefix(80))") }
        return try builder.document(id: patent.id, version: version, right: patent.right)
    }

    func query(_ set: QuerySet, _ payload: String) throws -> @Sendable () throws -> QueryTree {
        let text = try Self.text(set, payload)
        return { try QueryCompiler().compile(QueryLanguage().parse(text).expression).tree }
    }

    func province(_ label: [UInt8]) -> Int64 { provinces[label] ?? 0 }

    /// The query in the product's language.
    ///
    /// Words stand in quotation marks, because the other engines look for the form that stands in the query, too.
    private static func text(_ set: QuerySet, _ payload: String) throws -> String {
        let words = payload.split(separator: " ").map(String.init)
        switch set {
        case .term, .and: return joined(words, " AND ")
        case .or, .wide, .count, .long: return joined(words, " OR ")
        case .phrase:
            let isHan = payload.utf8.first.map { $0 >= 0x80 } ?? false
            return "\"" + words.joined(separator: isHan ? "" : " ") + "\""
        case .near: return joined(words, " NEAR5 ")
        case .prefix: return payload + "+"
        case .patent:
            let patent = try PatentQuery(payload)
            let groups = "(\(joined(patent.first, " OR "))) AND (\(joined(patent.second, " OR ")))"
            return "\(groups) AND IPC=\(patent.symbol) AND AD=\(patent.from):\(patent.to) NOT \"\(patent.without)\""
        }
    }

    private static func joined(_ words: [String], _ between: String) -> String {
        words.map { "\"" + $0 + "\"" }.joined(separator: between)
    }
}
