import Foundation

/// A throwaway PostgreSQL server: the one that `./test` started, or one of a test's own that it may stop and start.
public struct TestServer: Sendable {
    /// The address of its first database, with the right to make others.
    public let url: String
    // The folder of a server of one's own.
    private let folder: String?

    /// The server of this run; nil without `HUIZHI_TEST_POSTGRES`, which `./test` always sets.
    public static let shared = ProcessInfo.processInfo.environment["HUIZHI_TEST_POSTGRES"].map {
        TestServer(url: $0, folder: nil)
    }

    /// Makes an empty database and says its address.
    public func makeDatabase() throws -> String {
        let name = "test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "")
        try Self.sql("CREATE DATABASE \(name)", at: url)
        return url.replacingOccurrences(of: "@/postgres", with: "@/\(name)")
    }

    /// Drops a database that `makeDatabase` made, whoever still uses it.
    public func dropDatabase(_ address: String) throws {
        let name = address.split(separator: "/").last?.prefix { $0 != "?" } ?? ""
        try Self.sql("DROP DATABASE \(name) WITH (FORCE)", at: url)
    }

    /// Gives the address of a new, empty database to `body`, and drops it afterwards.
    public func withDatabase<T>(_ body: (String) async throws -> T) async throws -> T {
        let address = try makeDatabase()
        let result: Result<T, any Error>
        do {
            result = .success(try await body(address))
        } catch {
            result = .failure(error)
        }
        try dropDatabase(address)
        return try result.get()
    }

    /// Starts a server of one's own with settings, gives it to `body`, and removes it afterwards.
    public static func withOwn<T>(
        settings: [String] = ["fsync=off"],
        _ body: (TestServer) async throws -> T
    ) async throws -> T {
        try await withFolder { folder in
            let url = try run([script, "start", folder] + settings)
            return try await body(TestServer(url: url, folder: folder))
        }
    }

    /// Starts a standby that follows a server of one's own, gives it to `body`, and removes it afterwards.
    public func withStandby<T>(_ body: (TestServer) async throws -> T) async throws -> T {
        try await Self.withFolder { copy in
            try Self.run([Self.script, "copy", copy, folder ?? ""])
            let url = try Self.run([Self.script, "start", copy, "fsync=off"])
            return try await body(TestServer(url: url, folder: copy))
        }
    }

    // The folder of a server, which is stopped at the end; the path of a socket has at most 107 characters.
    private static func withFolder<T>(_ body: (String) async throws -> T) async throws -> T {
        let folder = "/tmp/huizhi-pg-" + UUID().uuidString.prefix(8)
        let result: Result<T, any Error>
        do {
            result = .success(try await body(folder))
        } catch {
            result = .failure(error)
        }
        // It may be stopped already.
        _ = try? run([script, "stop", folder, "immediate"])
        try FileManager.default.removeItem(atPath: folder)
        return try result.get()
    }

    /// Makes a standby take writes.
    public func promote() throws {
        try Self.run([Self.script, "promote", folder ?? ""])
    }

    /// The address of whichever of two servers takes writes.
    public func url(or other: TestServer) -> String {
        let host = url.range(of: "host=").map { String(other.url[$0.upperBound...]) } ?? ""
        return url + "," + host + "&target_session_attrs=read-write&connect_timeout=3"
    }

    /// Stops a server of one's own: `fast` ends all connections, `immediate` is as if it had crashed.
    public func stop(_ mode: String = "immediate") throws {
        try Self.run([Self.script, "stop", folder ?? "", mode])
    }

    /// Starts a server of one's own again.
    public func start(settings: [String] = ["fsync=off"]) throws {
        try Self.run([Self.script, "start", folder ?? ""] + settings)
    }

    /// Makes a stopped server of one's own a standby, which only reads.
    public func makeStandby() throws {
        try Data().write(to: URL(filePath: (folder ?? "") + "/data/standby.signal"))
    }

    /// Runs a statement of the test's own, outside any transaction, and says what it answers.
    @discardableResult
    public static func sql(_ statement: String, at url: String) throws -> String {
        try run(["/usr/bin/psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", statement])
    }

    private struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scripts/postgres")
        .path(percentEncoded: false)

    @discardableResult
    private static func run(_ words: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: words[0])
        process.arguments = Array(words.dropFirst())
        let output = FileManager.default.temporaryDirectory.appending(path: "huizhi-" + UUID().uuidString)
        try Data().write(to: output)
        defer {
            // A file left behind in the temporary files harms nothing.
            try? FileManager.default.removeItem(at: output)
        }
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let said = try String(contentsOf: output, encoding: .utf8).trimmingCharacters(in: .newlines)
        guard process.terminationStatus == 0 else { throw Failed(description: said) }
        return said
    }
}
