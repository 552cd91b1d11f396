import Foundation
import Testing

@testable import Formats

/// Compares what the readers make of the real files with expectations made by an independent script.
struct GoldenCheckTests {
    private static let checker = SharedData.folder.appending(path: "golden/check.py")
    private static let canRun =
        SharedData.isPresent && FileManager.default.fileExists(atPath: checker.path)
        && python != nil

    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/root/.pyenv/shims/python3"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private struct Expectation: Decodable {
        var file: String
    }

    @Test(
        .enabled(if: canRun, "real files or python3 are not here"),
        arguments: [
            "cnipa-xml", "uspto-xml-2004", "uspto-xmlapp-2004", "uspto-xml-2014", "st96", "tsdr-st96", "docdb",
        ]
    )
    func `nothing differs from the expectations and nothing is missing`(format: String) throws {
        let dump = FileManager.default.temporaryDirectory.appending(path: "huizhi-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: dump) }
        try lines(of: format).write(to: dump)
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        process.arguments = [Self.checker.path, dump.path, "--strict", "--only", format + "/"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }

    private func lines(of format: String) throws -> Data {
        let folder = SharedData.folder.appending(path: "golden").appending(path: format)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var lines = Data()
        for name in names where name.hasSuffix(".expected.json") {
            let data = try Data(contentsOf: folder.appending(path: name))
            let file = try JSONDecoder().decode(Expectation.self, from: data).file
            let bytes = try SharedData.bytes(file)
            let source = try #require(XMLFormats.recognise(head: Array(bytes.prefix(4096))))
            for record in XMLReading(bytes, as: source).records {
                let export = ExportRecord(right: record.right, source: ExportRecord.Source(file: file, format: source))
                lines += try ExportRecord.encoder().encode(export) + Data("\n".utf8)
            }
        }
        return lines
    }
}
