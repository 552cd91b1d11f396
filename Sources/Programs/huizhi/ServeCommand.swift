import App
import ArgumentParser

/// `huizhi serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve pages and API, and keep the index in step with the store.",
        discussion: """
            Settings come from the environment too: HUIZHI_HOST, HUIZHI_PORT, HUIZHI_MODE=production, HUIZHI_ICP,
            HUIZHI_POLICE_FILING, HUIZHI_PUBLIC, HUIZHI_DEFINITIONS, HUIZHI_LOG_LEVEL, HUIZHI_LOG_FORMAT,
            HUIZHI_SIBLINGS, HUIZHI_SHARING_GATEWAY, HUIZHI_TRUSTED_ADDRESSES, HUIZHI_DRAIN. Ends within ten seconds of SIGTERM or Ctrl-C.
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
            let line = IndexProgressLine()
            try await Node(installation).serve(
                listening: { port in Console.note("huizhi: listening on \(settings.base(port))/, not ready yet") },
                indexing: { line.show($0) },
                ready: { port in
                    line.end()
                    let base = settings.base(port)
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

extension Settings {
    /// The address under which a browser on this machine finds the node.
    fileprivate func base(_ port: Int) -> String {
        let shown = host == "0.0.0.0" || host == "::" ? "localhost" : host
        return "http://\(shown.contains(":") ? "[\(shown)]" : shown):\(port)"
    }
}
