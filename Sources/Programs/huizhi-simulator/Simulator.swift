import ArgumentParser
import Foundation
import Hummingbird

/// `huizhi-simulator`: plays the register of organisations and the identity service of a sharing gateway, for demonstrations
/// and tests; everything it knows is 示例.
///
/// It is no part of a node and knows nobody real. Each answer says `"simulated": true`, and nodes in production refuse it.
@main
struct Simulator: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "huizhi-simulator",
        abstract: "Plays a sharing gateway with invented people and organisations (模拟, 示例).",
        discussion: """
            POST /person        {"name", "number"}: whether a person of this name has this number (GB 11643-1999)
            POST /organisation  {"name", "code", "representative", "number"}: whether an organisation has name, code
                                (GB 32100-2015) and the legal representative of this name and number, and is in being
            POST /mode          {"mode": "normal" | "slow" | "down" | "wrong", "seconds": 30}: how it answers from now on
            GET /               who it knows, names masked

            EXAMPLES
              huizhi-simulator --port 8190
              HUIZHI_SHARING_GATEWAY=http://127.0.0.1:8190 huizhi serve
            """
    )

    @Option(help: "The port; 0 takes a free one and prints it.") var port = 8190
    @Option(help: "A file of people and organisations in the place of the built-in one.") var file: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is a number from 0 to 65535") }
    }

    func run() async throws {
        let path = file ?? Bundle.module.path(forResource: "Registers", ofType: "json") ?? ""
        let registers = try SimulatedRegisters(file: path)
        let behaviour = Behaviour()
        let router = Router()
        router.get("/") { _, _ in registers.face }
        router.post("/mode") { request, context in
            await behaviour.set(try await request.decode(as: Behaviour.Wish.self, context: context))
            return HTTPResponse.Status.noContent
        }
        router.post("/person") { request, context in
            let question = try await request.decode(as: SimulatedRegisters.PersonQuestion.self, context: context)
            return try await behaviour.answer { registers.answer(question) }
        }
        router.post("/organisation") { request, context in
            let question = try await request.decode(as: SimulatedRegisters.OrganisationQuestion.self, context: context)
            return try await behaviour.answer { registers.answer(question) }
        }
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? 0
                FileHandle.standardOutput.write(Data("模拟 simulated gateway on http://127.0.0.1:\(port)\n".utf8))
            }
        )
        try await application.runService()
    }
}
