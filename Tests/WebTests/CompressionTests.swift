import Foundation
import HTTPTypes
import Testing

@testable import Web

/// gzip: who gets it, what is in it, and that caches can tell.
struct CompressionTests {
    /// What the system's own gzip makes of a body.
    private static func expanded(_ body: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "huizhi-\(UUID().uuidString).gz")
        defer { try? FileManager.default.removeItem(at: file) }  // Left behind it harms nothing.
        try Data(body).write(to: file)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/gzip")
        process.arguments = ["-dc", file.path]
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "no whole gzip stream")
        return Array(bytes)
    }

    private static func get(
        _ address: String,
        accepting encodings: String? = "gzip, deflate, br, zstd",
        method: HTTPRequest.Method = .get,
        known: String? = nil
    ) async throws -> Reply {
        var headers = HTTPFields()
        headers[.acceptEncoding] = encodings
        headers[.ifNoneMatch] = known
        return try await SiteFixture.shared.value.get(address, method: method, headers: headers)
    }

    @Test(arguments: [
        "/", "/about", "/openapi.json", "/patent/CN2021990000018", "/patent/CN2021990000018.json",
        "/search.csv?sort=newest", RouteTests.asset("page.js"),
    ])
    func `a text is the same compressed or not`(address: String) async throws {
        let plain = try await Self.get(address, accepting: nil)
        let zipped = try await Self.get(address)
        #expect(plain.header("Content-Encoding") == nil && zipped.header("Content-Encoding") == "gzip")
        #expect(try Self.expanded(zipped.body) == plain.body)
        #expect(zipped.body.count < plain.body.count / 2 + 200)
        for reply in [plain, zipped] { #expect(reply.header("Vary")?.contains("Accept-Encoding") == true) }
        #expect(plain.header("ETag") == zipped.header("ETag"), "one page, one weak tag")
    }

    @Test func `HEAD says what GET would`() async throws {
        for address in ["/", "/search.csv?q=*"] {
            let get = try await Self.get(address)
            let head = try await Self.get(address, method: .head)
            for name in ["Content-Encoding", "Content-Type", "Vary", "ETag", "Cache-Control"] {
                #expect(head.header(name) == get.header(name), "\(address): \(name)")
            }
            #expect(head.body.isEmpty)
        }
        let home = try await Self.get("/")
        #expect(home.header("Content-Length") == String(home.body.count))
    }

    @Test func `what a browser already has is not sent again, whichever form it had`() async throws {
        let tag = try #require(try await Self.get("/help", accepting: nil).header("ETag"))
        #expect(tag.hasPrefix("W/\""))
        for known in [tag, String(tag.dropFirst(2)), "\"other\", " + tag, "*"] {
            let reply = try await Self.get("/help", known: known)
            #expect(reply.status == 304 && reply.body.isEmpty, "\(known)")
            #expect(reply.header("Content-Encoding") == nil && reply.header("ETag") == tag)
            #expect(reply.header("Vary") == "Cookie, Accept-Encoding")
        }
    }

    @Test func `short answers are sent as they are`() async throws {
        let reply = try await Self.get("/robots.txt")
        #expect(reply.body.count < Compression.leastBytes && reply.header("Content-Encoding") == nil)
    }

    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("x-gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("*;q=0.1, br", true),
        ("", false), ("br", false), ("identity", false), ("gzip;q=0", false), ("gzip; q=0.000, *", false),
        ("*;q=0", false), ("gzipped", false), (";;,", false),
    ])
    func `a header says whether gzip is taken`(header: String, expected: Bool) {
        #expect(Compression.isAccepted(by: header) == expected)
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", true), ("text/csv; charset=utf-8", true), ("application/json", true),
        ("application/problem+json", true), ("image/svg+xml", true), ("image/png", false), ("font/woff2", false),
    ])
    func `only texts are compressed`(type: String, expected: Bool) {
        #expect(Compression.suits(type) == expected)
    }

    @Test(arguments: [
        "/", "/search?q=%E7%94%B5%E6%B1%A0", "/search?q=*&per=100", "/search?lang=en", "/patent/CN2021990000018",
        "/design", "/help",
    ])
    func `a page is under 100 KB on the way`(address: String) async throws {
        let reply = try await Self.get(address)
        #expect(reply.status == 200 && !reply.body.isEmpty)
        #expect(reply.body.count < 100_000)
    }

    @Test func `long bodies pass through in pieces`() throws {
        // No two stretches alike, so that zlib fills its room many times over.
        var state: UInt64 = 7
        let bytes = (0..<300_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        let stream = try GzipStream()
        var zipped: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 70_000) {
            zipped += stream.add(Array(bytes[start..<min(start + 70_000, bytes.count)]))
        }
        zipped += stream.add([], isLast: true)
        #expect(try Self.expanded(zipped) == bytes)
    }
}
