import Bytes
import Domain
import EntryIndex
import Formats
import Foundation
import PostgresDriver
import SQLCore
import SQLiteDriver
import Store
import TestServer

@testable import Registers

/// A store and a folder of source files.
struct Workplace {
    let folder: String
    let store: Store

    /// Where a file of the folder stands.
    func path(_ name: String) -> String { folder + "/" + name }

    /// Writes a source file and says where.
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    /// Writes records as the product exports them.
    func write(_ rights: [Right], to name: String) throws -> String {
        let encoder = ExportRecord.encoder()
        let lines = try rights.map {
            String(decoding: try encoder.encode(ExportRecord(right: $0, source: nil)), as: UTF8.self)
        }
        return try write(lines.joined(separator: "\n") + "\n", to: name)
    }

    /// An import into the store.
    func importing(_ change: (inout ImportRecords.Options) -> Void = { _ in }) -> ImportRecords {
        var options = ImportRecords.Options(rejects: path("rejects"))
        change(&options)
        return ImportRecords(store: store, options: options)
    }

    /// The lines of a list of rejects, each as index and reason.
    func rejects(_ path: String?) throws -> [String] {
        guard let path else { return [] }
        struct Line: Decodable {
            var index: Int
            var position: String
            var reason: String
        }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            let line = try JSONDecoder().decode(Line.self, from: Data($0.utf8))
            return "\(line.index) \(line.position): \(line.reason)"
        }
    }
}

/// Runs `body` with a new, empty store in a folder of its own.
func withWorkplace<T>(
    _ change: (inout StoreOptions) -> Void = { _ in },
    _ body: (Workplace) async throws -> T
) async throws -> T {
    let folder = NSTemporaryDirectory() + "huizhi-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer {
        // A folder left behind in the temporary files harms nothing.
        try? FileManager.default.removeItem(atPath: folder)
    }
    var options = StoreOptions()
    change(&options)
    let database: any Database =
        if let databases = TestDatabases.current {
            try PostgresDatabase(url: databases.url(for: folder))
        } else {
            try SQLiteDatabase(path: folder + "/store.sqlite")
        }
    let store = try await Store.open(database, options: options)
    let result = try await body(Workplace(folder: folder, store: store))
    try await store.close()
    return result
}

/// A patent with a number, a title and publications.
func patent(_ number: Int, title: String = "示例", publications: [(number: String, kind: String, date: String)] = [])
    -> Right
{
    var record = Bibliography(right: .patent)
    record.titles = [LocalizedText(lang: "zh", text: title)]
    record.application = ApplicationNumber(year: 2019, kind: .invention, serial: 9_000_000 + number)
        .map { DocumentID(country: "CN", number: $0.number, date: PartialDate(number: 20_190_401)) }
    record.publications = publications.map {
        DocumentID(
            country: "CN",
            number: $0.number,
            kind: $0.kind,
            date: Int64($0.date).flatMap { PartialDate(number: $0) }
        )
    }
    return .patent(Patent(bibliography: record))
}

extension Store {
    /// The right that an entry holds.
    func right(_ entry: String) async throws -> Right? {
        try await self.entry(entry).map { try RightContent.right(of: $0) }
    }
}
