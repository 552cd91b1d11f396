import Foundation
import SQLiteDriver
import Store
import Testing

@testable import Registers

/// Real files, imported one by one and exported again, against expectations that were made without this program.
struct GoldenExportTests {
    /// The folder beside the repository that holds data and expectations.
    static let shared =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/shared"

    static let isThere =
        FileManager.default.fileExists(atPath: shared + "/golden/check.py")
        && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    private struct Expectation: Decodable {
        var file: String
    }

    @Test(.enabled(if: isThere, "shared/golden and python3 are needed"))
    func `nothing differs from the golden expectations`() async throws {
        let folders = [
            "cnipa-xml", "cnipa-export-xlsx", "docdb", "st96", "tsdr-st96", "uspto-xml-2004", "uspto-xml-2014",
        ]
        for folder in folders {
            try await withWorkplace { place in
                let dump = try await dump(folder, place)
                let file = try place.write(dump, to: "dump.jsonl")
                let report = try Self.check(file, only: folder + "/")
                #expect(report.contains(", 0 not in the dump;") && report.contains(" 0 differ, "), "\(report)")
            }
        }
    }

    /// What comes out of the files of one folder of expectations.
    private func dump(_ folder: String, _ place: Workplace) async throws -> String {
        var files: Set<String> = []
        let golden = Self.shared + "/golden/" + folder
        for name in try FileManager.default.contentsOfDirectory(atPath: golden) where name.hasSuffix(".json") {
            let data = try Data(contentsOf: URL(filePath: golden + "/" + name))
            files.insert(try JSONDecoder().decode(Expectation.self, from: data).file)
        }
        var lines = ""
        for (number, file) in files.sorted().enumerated() {
            let store = try await Store.open(SQLiteDatabase(path: place.path("\(number).sqlite")))
            let importing = ImportRecords(store: store, options: .init(rejects: place.path("rejects")))
            let report = try await importing([Self.shared + "/data/" + file])
            #expect(report.isComplete && report.imported > 0, "\(file)")
            let entries = try await store.entries(following: "", limit: 500).map(\.entry)
            for line in try await ExportRecords(store: store).lines(of: entries) {
                lines += String(decoding: line, as: UTF8.self)
            }
            try await store.close()
        }
        return lines
    }

    /// The last line of the checker: how many values match, differ and are missing.
    private static func check(_ dump: String, only folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [shared + "/golden/check.py", dump, "--only", folder, "--quiet"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").last.map(String.init) ?? ""
    }
}
