import Domain
import Foundation
import FoundationNetworking
import Identity
import Testing

@testable import Federation

/// The sharing gateway over HTTP, played by the built `huizhi-simulator` as a process of its own.
struct SharingGatewayTests {
    /// A simulator that ends with the test.
    private final class Simulator: Sendable {
        let process = Process()
        let address: String

        init() throws {
            let folder = Bundle.main.executableURL?.deletingLastPathComponent()
            let beside = folder?.appending(path: "huizhi-simulator").path(percentEncoded: false) ?? ""
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let isBeside = FileManager.default.isExecutableFile(atPath: beside)
            process.executableURL =
                isBeside ? URL(filePath: beside) : root.appending(path: ".build/debug/huizhi-simulator")
            process.arguments = ["--port", "0"]
            let output = Pipe()
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            var line = ""
            while !line.hasSuffix("\n") {
                let piece = output.fileHandleForReading.availableData
                guard !piece.isEmpty else { break }
                line += String(decoding: piece, as: UTF8.self)
            }
            let port = try #require(line.split(separator: ":").last?.split(separator: "\n").first.flatMap { Int($0) })
            address = "http://127.0.0.1:\(port)"
        }

        deinit { process.terminate() }

        /// Tells it how to answer from now on.
        func behave(_ mode: String, seconds: Int? = nil) async throws {
            var request = URLRequest(url: try #require(URL(string: address + "/mode")))
            request.httpMethod = "POST"
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
            let end = seconds.map { ",\"seconds\":\($0)" } ?? ""
            request.httpBody = Data("{\"mode\":\"\(mode)\"\(end)}".utf8)
            _ = try await URLSession.shared.data(for: request)
        }
    }

    @Test func `it says whether a name has a number, and always that it is simulated`() async throws {
        let simulator = try Simulator()
        let gateway = try SharingGateway(simulator.address + "/")
        func organisation(_ name: String, _ code: String, _ representative: String, _ number: String)
            -> IdentityQuestion
        {
            .organisation(name: name, code: code, representative: representative, number: number)
        }
        let cases: [(IdentityQuestion, IdentityAnswer.Outcome)] = [
            (.person(name: "示例·安娜", number: "990000199001010017"), .match),
            (.person(name: "示例·贝特", number: "990000199001010017"), .mismatch),
            (.person(name: "示例·安娜", number: "99000020010704005X"), .unknown),
            (organisation("示例·青石公司", "91990000990000014B", "示例·安娜", "990000199001010017"), .match),
            // A namesake of the representative.
            (organisation("示例·青石公司", "91990000990000014B", "示例·安娜", "990000197202290036"), .mismatch),
            (organisation("示例·青石公司", "91990000990000014B", "示例·贝特", "990000198506150029"), .mismatch),
            (organisation("示例·旧井公司", "919900009900000314", "示例·安娜", "990000199001010017"), .unknown),
            (organisation("示例·旧井公司", "none", "示例·安娜", "990000199001010017"), .unknown),
        ]
        var serials: Set<String> = []
        for (question, outcome) in cases {
            let answer = try await gateway.answer(to: question)
            #expect(answer.outcome == outcome && answer.isSimulated)
            serials.insert(answer.serial)
        }
        #expect(serials.count == cases.count)
    }

    // A second by itself; beside all other tests of a run it waits its turn for minutes on a small machine.
    @Test(.timeLimit(.minutes(5)))
    func `one that is slow, down, wrong or gone gives no answer in time, and says so without what was asked`()
        async throws
    {
        let simulator = try Simulator()
        let gateway = try SharingGateway(simulator.address, limit: .milliseconds(500))
        let question = IdentityQuestion.person(name: "示例·安娜", number: "990000199001010017")
        for mode in ["slow", "down", "wrong"] {
            try await simulator.behave(mode, seconds: 20)
            let failure = await #expect(throws: IdentityProviderFailure.self) {
                _ = try await gateway.answer(to: question)
            }
            let text = failure.map { "\($0)" } ?? ""
            #expect(!text.contains("安娜") && !text.contains("9900001990"), "\(text)")
        }
        try await simulator.behave("normal")
        #expect(try await gateway.answer(to: question).outcome == .match)
        let nobody = try SharingGateway("http://127.0.0.1:1", limit: .milliseconds(500))
        await #expect(throws: IdentityProviderFailure.self) { _ = try await nobody.answer(to: question) }
    }

    @Test(arguments: [
        "http://gateway.example.cn", "ftp://127.0.0.1", "gateway", "https://", "https://u:p@gateway.example.cn",
        "https://gateway.example.cn?x=1",
    ])
    func `numbers of identity cards go nowhere in the clear`(text: String) {
        #expect(throws: Failure.self) { _ = try SharingGateway(text) }
    }
}
