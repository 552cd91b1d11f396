import App
import ArgumentParser

/// The command line of Huizhi.
@main
struct Huizhi: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "huizhi",
        abstract: "惠知: open software for public services of intellectual property.",
        discussion: """
            EXAMPLES
              huizhi import --data data ~/patents            take in files and folders
              huizhi search --data data '石墨烯 散热膜'        search on the command line
              huizhi serve --data data --port 8080           serve pages and API
              huizhi export --data data --format jsonl 'PA=大学' > out.jsonl

            Exit status: 0 done; 1 something failed or was found wrong; 2 a query that is not understood; \
            64 wrong usage.
            """,
        version: "0.1.0",
        subcommands: [
            ImportCommand.self, SearchCommand.self, TranslateCommand.self, ServeCommand.self, ExportCommand.self,
            WithdrawCommand.self, DefinitionsCommand.self, EntriesCommand.self, FiguresCommand.self,
            ClassesCommand.self,
            AliasesCommand.self, AccountsCommand.self, ClientsCommand.self,
            AuditCommand.self,
            SampleCommand.self, ReindexCommand.self, DoctorCommand.self, BackupCommand.self, RestoreCommand.self,
            MoveCommand.self, JobsCommand.self, MailCommand.self,
        ]
    )
}

/// The options that every command on a store has.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The data folder. (default: $HUIZHI_DATA or ./data)")
    var data: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A PostgreSQL database in the place of SQLite, postgres://... (default: $HUIZHI_DATABASE)",
            discussion: "Everybody on the machine can see arguments: keep a password in the variable or in ~/.pgpass."
        )
    )
    var database: String?

    /// The settings of these options and the environment.
    func settings(host: String? = nil, port: Int? = nil) throws -> Settings {
        try Settings(data: data, database: database, host: host, port: port)
    }
}
