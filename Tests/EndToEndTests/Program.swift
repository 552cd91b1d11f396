import Foundation
import TestServer
import Testing

/// The built program, run as a person runs it.
struct Program {
    /// What a finished run left behind.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// The last line of the output as a JSON object.
        func json() throws -> [String: Any] {
            let line = try #require(output.split(separator: "\n").last, "no output; errors: \(errors)")
            return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The program of the same build as these tests.
    static let path: String = {
        let folder = Bundle.main.executableURL?.deletingLastPathComponent()
        let beside = folder?.appending(path: "huizhi").path(percentEncoded: false) ?? ""
        if FileManager.default.isExecutableFile(atPath: beside) { return beside }
        #if DEBUG
            return root.appending(path: ".build/debug/huizhi").path(percentEncoded: false)
        #else
            return root.appending(path: ".build/release/huizhi").path(percentEncoded: false)
        #endif
    }()

    /// Starts the program; its output goes to files, so that no pipe fills up.
    static func start(_ arguments: [String], environment: [String: String] = [:], output: String? = nil) throws
        -> Process
    {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.environment = try surroundings(arguments, environment)
        process.standardInput = FileHandle.nullDevice
        if let output {
            try Data().write(to: URL(filePath: output))
            process.standardOutput = FileHandle(forWritingAtPath: output)
        } else {
            process.standardOutput = FileHandle.nullDevice
        }
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs the program to its end.
    @discardableResult
    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, environment: environment)
    }

    /// Runs the program to its end.
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: "huizhi-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { remove(folder) }
        let files = ["out", "err"].map { folder.appending(path: $0).path(percentEncoded: false) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = root
        process.environment = try surroundings(arguments, environment)
        process.standardInput = FileHandle.nullDevice
        for file in files { try Data().write(to: URL(filePath: file)) }
        process.standardOutput = FileHandle(forWritingAtPath: files[0])
        process.standardError = FileHandle(forWritingAtPath: files[1])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try String(contentsOfFile: files[0], encoding: .utf8),
            errors: try String(contentsOfFile: files[1], encoding: .utf8)
        )
    }

    // What the program finds in its environment: on PostgreSQL, a database for each data folder that a test names.
    private static func surroundings(_ arguments: [String], _ added: [String: String]) throws -> [String: String] {
        var all = ProcessInfo.processInfo.environment
        if let databases = TestDatabases.current, let place = arguments.firstIndex(of: "--data") {
            all["HUIZHI_DATABASE"] = try databases.url(for: arguments[place + 1])
        }
        return all.merging(added) { $1 }
    }

    /// Gives a new folder to `work` and removes it afterwards.
    static func withFolder<Value>(_ work: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "huizhi-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { remove(folder) }
        return try work(folder.path(percentEncoded: false))
    }

    private static func remove(_ folder: URL) {
        // A temporary folder that stays behind harms nothing but the disk of the test machine.
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether the long runs were asked for.
    static let isLong = ProcessInfo.processInfo.environment["HUIZHI_LONG"] == "1"
}
