import App
import ArgumentParser
import EntryIndex

/// `huizhi serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve pages and API, and keep the index in step with the store.",
        discussion: """
            Settings come from the environment too: HUIZHI_HOST, HUIZHI_PORT, HUIZHI_MODE=production, HUIZHI_ICP, \
            HUIZHI_POLICE_FILING, HUIZHI_OPERATOR, HUIZHI_ORIGIN, HUIZHI_PUBLIC, HUIZHI_LOG_LEVEL. Ends within ten seconds of SIGTERM or Ctrl-C.
            """
    )

    @OptionGroup var options: DataOptions
    @Option(help: "The address to listen on. (default: $HUIZHI_HOST or 127.0.0.1)") var host: String?
    @Option(parsing: .unconditional, help: "The port, 0 for any that is free. (default: $HUIZHI_PORT or 8080)")
    var port: Int?

    func run() async throws {
        try await Console.run {
            let settings = try options.settings(host: host, port: port)
            let installation = try await Installation.open(settings)
            let line = ProgressLine(unit: "log lines")
            try await Node(installation).serve(
                indexing: { progress in
                    line.show(
                        count: Int(progress.done),
                        share: Double(progress.done) / Double(max(1, progress.size)),
                        label: "index"
                    )
                },
                ready: { port in
                    line.end()
                    let shown = settings.host == "0.0.0.0" || settings.host == "::" ? "localhost" : settings.host
                    let base = "http://\(shown.contains(":") ? "[\(shown)]" : shown):\(port)"
                    Console.print(
                        """
                        惠知 Huizhi is ready: \(base)/
                          try    \(base)/search?q=%E7%94%B5%E6%B1%A0      电池
                          try    \(base)/search?q=battery&lang=en
                          API    \(base)/openapi.json
                        Press Ctrl-C to stop.
                        """
                    )
                }
            )
        }
    }
}
