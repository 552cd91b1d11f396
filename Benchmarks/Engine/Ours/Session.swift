import Index
import Query

/// Answers runs of queries from the standard input.
struct Session {
    let form: any Form
    let searcher: Searcher
    /// How long it took to open the index.
    let opening: Duration

    /// Answers until the input ends.
    func serve() throws {
        EngineBench.print("ready\t\(searcher.snapshot.segments.count)\tHuizhi\t\(opening / .milliseconds(1))")
        while let head = readLine() {
            let words = head.split(separator: "\t").map(String.init)
            guard words.count == 6, words[0] == "run", let set = QuerySet(rawValue: words[1]),
                let task = Question.Task(rawValue: words[2]), let warming = Double(words[3]),
                let measuring = Double(words[4]), let count = Int(words[5])
            else { throw EngineBench.Failure("not a run: \(head)") }
            let payloads = (0..<count).compactMap { _ in readLine() }
            try run(set, task, payloads, warming: .milliseconds(warming), measuring: .milliseconds(measuring))
        }
    }

    /// Warms up, then asks each query once until the time is over.
    private func run(
        _ set: QuerySet,
        _ task: Question.Task,
        _ payloads: [String],
        warming: Duration,
        measuring: Duration
    ) throws {
        // The time of a query begins with its text.
        let questions = try payloads.map { try Question(form, set, task, $0) }
        var place = 0
        var end = ContinuousClock.now + warming
        while ContinuousClock.now < end, !questions.isEmpty {
            _ = try questions[place % questions.count].ask(searcher)
            place += 1
        }
        end = ContinuousClock.now + measuring
        var answers = ""
        for question in questions {
            let start = ContinuousClock.now
            if start > end { break }
            let answer = try question.ask(searcher)
            let spent = start.duration(to: .now).components
            let nanoseconds = spent.seconds * 1_000_000_000 + spent.attoseconds / 1_000_000_000
            answers += "\(nanoseconds)\t\(answer.total)\t\(answer.check)\n"
        }
        EngineBench.print(answers + "end")
    }
}
