import Foundation
import Index
import Query

/// The product's index as one of the engines that Benchmarks/engine.py compares; Benchmarks/Engine/README.md describes
/// the lines it reads and writes.
///
/// Records become patents as an import would make them and go through the product's documents, schema and query
/// language; only the store is left out. With `words` in front the engine is filled and asked without all that.
@main
enum EngineBench {
    /// Words that a person can act on.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("engine-bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws {
        var arguments = arguments
        var form: any Form = ProductForm()
        if arguments.first == "words" {
            form = WordForm()
            arguments.removeFirst()
        }
        switch arguments.first {
        case "build" where arguments.count == 3: try IndexBuild(form: form, folder: arguments[2]).build()
        case "update" where arguments.count == 5:
            guard let length = Int(arguments[3]), length > 0 else { throw Failure("\(arguments[3]) lines a part") }
            try IndexBuild(form: form, folder: arguments[1]).update(length: length)
        case "serve" where arguments.count == 2:
            let start = ContinuousClock.now
            let searcher = Searcher(try Snapshot.open(arguments[1]))
            try Session(form: form, searcher: searcher, opening: start.duration(to: .now)).serve()
        case "load" where arguments.count == 4:
            guard let seconds = Int(arguments[2]), seconds > 0 else { throw Failure("\(arguments[2]) seconds") }
            try LoadRun(form: form, folder: arguments[1], seconds: seconds).run(queries: arguments[3])
        default:
            throw Failure(
                "[words] build RECORDS INDEX <RECORDS | update INDEX UPDATES LENGTH RECORDS <UPDATES | serve INDEX "
                    + "| load INDEX SECONDS QUERIES <UPDATES"
            )
        }
    }

    /// Writes lines at once, because the other side waits for them.
    static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
