import Bytes
import Discovery
import Domain
import EntryIndex
import Foundation
import HTTPTypes
import Store
import Testing
import Wire

@testable import Web

/// Health, metrics and the index for siblings.
struct OperatingTests {
    @Test(arguments: [nil, "192.0.2.1", "::2", "128.0.0.1"])
    func `metrics and the index are for trusted addresses alone`(peer: String?) async throws {
        let fixture = try await SiteFixture.shared.value
        for address in ["/metrics", "/snapshot", try await RouteTests.address(.snapshotFile)] {
            let reply = try await fixture.get(address, peer: peer)
            #expect(reply.status == 403, "\(address)")
            #expect(try reply.decoded(ProblemDocument.self).type == "urn:huizhi:problem:not-allowed")
        }
    }

    @Test(arguments: ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"])
    func `what a proxy passes on is not trusted, wherever the proxy stands`(header: String) async throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name(header))] = "127.0.0.1"
        let reply = try await SiteFixture.shared.value.get("/metrics", headers: headers)
        #expect(reply.status == 403)
    }

    @Test func `a node says how far it is`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery], isIndexed: false)
        fixture.published.note(bytes: 250, of: 1_000, from: "http://10.0.0.7:8080")
        let copying = try await fixture.get("/health/ready")
        #expect(copying.status == 503)
        var wanted = HealthDocument(status: "starting")
        wanted.log = 1
        wanted.work = "copying"
        wanted.share = 0.25
        wanted.source = "http://10.0.0.7:8080"
        wanted.registers = HealthDocument.Registers(snapshot: 1, work: "following", share: nil)
        #expect(try copying.decoded(HealthDocument.self) == wanted)
        #expect(try await fixture.get("/snapshot").status == 503)
        let follower = IndexFollower(
            folder: fixture.folder + "/index",
            store: fixture.store,
            published: fixture.published
        )
        try await follower.catchUp()
        let ready = try await fixture.get("/health/ready")
        #expect(ready.status == 200)
        wanted = HealthDocument(status: "ready", snapshot: 1)
        wanted.log = 1
        wanted.work = "following"
        wanted.registers = HealthDocument.Registers(snapshot: 1, work: "following", share: nil)
        #expect(try ready.decoded(HealthDocument.self) == wanted)
        fixture.server.responder.ending.begin()
        let stopping = try await fixture.get("/health/ready")
        #expect(stopping.status == 503 && stopping.header("Connection") == "close")
        #expect(try stopping.decoded(HealthDocument.self).status == "stopping")
        // Searches are answered to the end.
        #expect(try await fixture.get("/search.json?q=a").status == 200)
    }

    @Test func `a node whose store is gone is not ready, and its metrics say so`() async throws {
        let fixture = try await SiteFixture(samples: 0, own: [OwnRecords.battery])
        try await fixture.store.close()
        let reply = try await fixture.get("/health/ready")
        #expect(reply.status == 503)
        #expect(try reply.decoded(HealthDocument.self).status == "unavailable")
        let metrics = try await fixture.get("/metrics").text
        #expect(metrics.contains("\nhuizhi_store_up 0\n") && metrics.contains("\nhuizhi_index_documents 1\n"))
        #expect(!metrics.contains("huizhi_log_lines"))
    }

    @Test func `metrics tell of lines that the index lacks, and of searches turned away`() async throws {
        let fixture = try await SiteFixture(
            samples: 0,
            own: [OwnRecords.battery],
            isIndexed: false,
            pool: SearchPool.Options(threads: 2, waitingLimit: 0)
        )
        let before = try await fixture.get("/metrics").text
        #expect(before.contains("\nhuizhi_log_lag_lines 1\n") && before.contains("\nhuizhi_ready 0\n"))
        let follower = IndexFollower(
            folder: fixture.folder + "/index",
            store: fixture.store,
            published: fixture.published
        )
        try await follower.catchUp()
        #expect(try await fixture.get("/search.json?q=a").status == 503)
        let after = try await fixture.get("/metrics").text
        #expect(after.contains("\nhuizhi_log_lag_lines 0\n") && after.contains("\nhuizhi_searches_refused_total 1\n"))
        #expect(after.contains("\nhuizhi_http_requests_total{route=\"/search.json\",status=\"5xx\"} 1\n"))
        #expect(after.contains("\nhuizhi_http_request_duration_seconds_count{route=\"/search.json\"} 1\n"))
    }

    @Test func `an id that came with a request is kept where a log can hold it`() async throws {
        let fixture = try await SiteFixture.shared.value
        let name = try #require(HTTPField.Name("X-Request-ID"))
        for (given, isKept) in [
            ("4bf92f35-77b3", true), ("short", false), (String(repeating: "a", count: 65), false),
            ("with a blank", false), ("quote\"quote", false),
        ] {
            var headers = HTTPFields()
            headers[name] = given
            let id = try await fixture.get("/health/live", headers: headers).header("X-Request-ID")
            #expect((id == given) == isKept, "\(given)")
        }
    }

    // MARK: The index for siblings

    @Test func `a snapshot is served as it lies in the folder, in parts too`() async throws {
        let fixture = try await SiteFixture.shared.value
        let manifest = try await fixture.get("/snapshot")
        #expect(manifest.status == 200)
        #expect(Data(manifest.body) == FileManager.default.contents(atPath: fixture.folder + "/index/manifest"))
        let address = try await RouteTests.address(.snapshotFile)
        let file = try #require(
            FileManager.default.contents(atPath: fixture.folder + "/index/" + address.dropFirst("/snapshot/".count))
        )
        let whole = try await fixture.get(address)
        #expect(Data(whole.body) == file && whole.header("Accept-Ranges") == "bytes")
        #expect(whole.header("Content-Length") == "\(file.count)")
        var headers = HTTPFields()
        headers[.range] = "bytes=10-19"
        let part = try await fixture.get(address, headers: headers)
        #expect(part.status == 206 && Data(part.body) == file[10..<20])
        #expect(part.header("Content-Range") == "bytes 10-19/\(file.count)")
        headers[.range] = "bytes=\(file.count)-"
        let beyond = try await fixture.get(address, headers: headers)
        #expect(beyond.status == 416 && beyond.header("Content-Range") == "bytes */\(file.count)")
    }

    @Test(arguments: ["/snapshot/", "/snapshot/manifest", "/snapshot/../store.sqlite", "/snapshot/post-0.hz"])
    func `nothing but the files of a snapshot is served`(address: String) async throws {
        let fixture = try await SiteFixture.shared.value
        _ = try await fixture.get("/snapshot")
        #expect(try await fixture.get(address).status == 404)
    }

    @Test(
        arguments: [
            (nil, ByteRange.whole), ("bytes=0-", .part(0..<100)), ("bytes=5-5", .part(5..<6)),
            ("bytes=90-200", .part(90..<100)), ("bytes=-10", .part(90..<100)), ("bytes=-200", .part(0..<100)),
            ("bytes=100-", .beyond), ("bytes=-0", .beyond), ("bytes=5-4", .whole), ("bytes=0-1,5-6", .whole),
            ("lines=0-1", .whole), ("bytes=a-b", .whole), ("bytes=-", .whole),
            ("bytes=99-9223372036854775807", .part(99..<100)), ("bytes=0-99999999999999999999", .whole),
        ] as [(String?, ByteRange)]
    )
    func `ranges are read as the standard says`(header: String?, wanted: ByteRange) {
        #expect(ByteRange(header, count: 100) == wanted)
    }
}
