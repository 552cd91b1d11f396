import Foundation
import Testing

@testable import Mail

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What a sender meets without a mail server; with one, Tests/NodeTests/test_mail.py.
struct MailerTests {
    private func mailer(port: Int, change: (inout Mailer.Options) throws -> Void = { _ in }) throws -> Mailer {
        var options = Mailer.Options(
            server: try MailServer("smtp://127.0.0.1:\(port)", field: "f"),
            sender: try Mailbox("a@example.org", field: "f")
        )
        try change(&options)
        return Mailer(options)
    }

    private func message() throws -> Message {
        try Message(to: "b@example.org", subject: "s", text: "t", language: "en")
    }

    /// Listens, takes connections and never says a word.
    private func withSilentServer(_ body: (Int) async throws -> Void) async throws {
        let listener = try #require(Optional(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)))
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe bind(listener, $0, length)
                _ = unsafe getsockname(listener, $0, &length)
            }
        }
        #expect(listen(listener, 8) == 0)
        try await body(Int(UInt16(bigEndian: address.sin_port)))
    }

    @Test func `where nothing listens that is said, and can be tried again`() async throws {
        // Nothing listens on port 1, which no program of a user may open.
        let report = try await mailer(port: 1).send(message(), id: "1")
        #expect(report.steps == [])
        #expect(report.failure?.cause == .noConnection && report.failure?.isFinal == false)
        #expect(report.failure?.description.hasPrefix("no mail server answers, or the connection broke off: ") == true)
    }

    @Test(.timeLimit(.minutes(5))) func `a server that says nothing is left after the time for opening`() async throws {
        try await withSilentServer { port in
            let mailer = try mailer(port: port) {
                $0.openingTime = .milliseconds(300)
                $0.wholeTime = .seconds(600)
            }
            let report = try await mailer.send(message(), id: "1")
            #expect(report.steps == [.connected] && report.failure?.cause == .time)
        }
    }

    @Test(.timeLimit(.minutes(5))) func `sending ends soon when its task is cancelled`() async throws {
        try await withSilentServer { port in
            // Nothing but the end of the task ends it.
            let mailer = try mailer(port: port) {
                $0.openingTime = .seconds(600)
                $0.wholeTime = .seconds(600)
            }
            let message = try message()
            let task = Task { try await mailer.send(message, id: "1") }
            try await Task.sleep(for: .milliseconds(200))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test func `a file of authorities that is gone is named`() async throws {
        try await withSilentServer { port in
            let report = try await mailer(port: port) {
                $0.server = try MailServer("smtps://127.0.0.1:\(port)", field: "f")
                $0.authorities = "/nowhere/ca.pem"
            }.send(message(), id: "1")
            #expect(report.failure?.cause == .authorities)
        }
    }
}
