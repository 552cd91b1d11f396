import App
import ArgumentParser
import Formats
import Foundation
import Registers

/// `huizhi sample`.
struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Make lifelike 示例 records of all five rights.",
        discussion: """
            The same seed makes the same records. With --output they are written as JSON Lines, else they go into the \
            store of the data folder. Sample records use numbers that no office assigns, are badged everywhere and never \
            counted together with real ones.
            """
    )

    @OptionGroup var options: DataOptions
    @Option(parsing: .unconditional, help: "How many records.") var count = 20_000
    @Option(parsing: .unconditional, help: "The seed, a whole number.") var seed: UInt64 = 1
    @Option(parsing: .unconditional, help: "Number of the first record.") var from = 0
    @Option(parsing: .unconditional, help: "How often the records have changed hands: an update of those made before.")
    var revision = 0
    @Option(help: "Write JSON Lines to this file instead; - is standard output.") var output: String?
    @Flag(help: "Do nothing when the store holds anything, or held anything that was withdrawn.") var onlyWhenEmpty =
        false

    func validate() throws {
        guard count >= 0, from >= 0 else { throw ValidationError("--count and --from must not be negative") }
        guard from <= SampleMaker.limit, count <= SampleMaker.limit - from else {
            throw ValidationError(
                "--from and --count together must not exceed \(SampleMaker.limit): numbers run out there"
            )
        }
        guard (0...SampleMaker.revisionLimit).contains(revision) else {
            throw ValidationError("--revision must be between 0 and \(SampleMaker.revisionLimit)")
        }
    }

    func run() async throws {
        try await Console.run {
            if let output { try write(to: output) } else { try await store() }
        }
    }

    private func store() async throws {
        let installation = try await Installation.open(options.settings())
        if onlyWhenEmpty, try await !installation.sampleRecords.storeIsEmpty() {
            try await installation.close()
            return
        }
        let line = ProgressLine(unit: "records")
        let imported = try await installation.sampleRecords(from..<from + count, seed: seed, revision: revision) {
            done in
            line.show(count: done, share: Double(done) / Double(max(1, count)), label: "示例")
        }
        line.end()
        try await installation.close()
        Console.print("\(count) sample records (示例) made, \(imported) new or changed")
    }

    private func write(to path: String) throws {
        let handle: FileHandle
        if path == "-" {
            handle = .standardOutput
        } else {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let file = FileHandle(forWritingAtPath: path)
            else { throw ValidationError("cannot write \(path)") }
            handle = file
        }
        let maker = SampleMaker(seed: seed)
        let encoder = ExportRecord.encoder()
        var buffer = Data()
        for index in from..<from + count {
            buffer.append(try encoder.encode(ExportRecord(right: maker.record(index, revision: revision), source: nil)))
            buffer.append(0x0A)
            if buffer.count > 1 << 20 {
                try handle.write(contentsOf: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: buffer)
    }
}
