import Testing

@testable import EntryIndex

/// Queries of a history that use earlier ones by their numbers.
struct QuerySetTests {
    /// Reads lines as a history does; nil for a line that is refused.
    private func read(_ lines: [String]) -> [Result<ParsedQuery, QueryFailure>] {
        var sets: [QuerySet?] = []
        return lines.map { line in
            do throws(QueryFailure) {
                let parsed = try QueryLanguage().parse(line, sets: sets)
                sets.append(QuerySet(parsed.expression))
                return .success(parsed)
            } catch {
                sets.append(nil)
                return .failure(error)
            }
        }
    }

    @Test(arguments: [
        (["TI=(a OR b)", "IPC=H01M10", "#1 AND #2"], "TI=(a OR b) AND IPC=H01M10/00"),
        (["a OR b", "#1 NOT c"], "(a OR b) AND NOT c"), (["a", "b", "#1 #2 OR ＃1"], "a AND b OR a"),
        (["a AND b", "#1 AND c"], "a AND b AND c"), (["NOT a", "NOT #1"], "NOT NOT a"),
        (["a NEAR5 b", "#1^3 OR c"], "(a NEAR5 b)^3 OR c"), (["a", "TI=(#1 OR b)"], "a OR TI=b"),
        (["a", "#1", "#2", "(#3)"], "a"), (["a", "b", "#2 XOR #1"], "b XOR a"),
    ])
    func `sets stand for the queries before`(lines: [String], expected: String) throws {
        let last = try #require(read(lines).last).get()
        #expect(last.printed() == expected)
        #expect(try QueryLanguage().parse(last.printed()).expression == last.expression)
    }

    @Test(arguments: [
        (["a", "#1 AND #3"], QueryFailure.Problem.unknownSet("#3"), 7, 2), (["#1"], .unknownSet("#1"), 0, 2),
        (["a", "#0"], .unknownSet("#0"), 0, 2), (["(a", "b AND #1"], .refusedSet("#1"), 6, 2),
        (["a", "#99999999999999999999999"], .unknownSet("#99999999999999999999999"), 0, 24),
        (["a", "b NEAR #1"], .proximityOperand(.noPlaces), 7, 2),
    ])
    func `a set that there is not is refused at its place`(
        lines: [String],
        problem: QueryFailure.Problem,
        position: Int,
        length: Int
    ) throws {
        guard case .failure(let failure)? = read(lines).last else {
            Issue.record("not refused")
            return
        }
        #expect(failure.problem == problem)
        #expect((failure.position, failure.length) == (position, length))
    }

    @Test func `one bad query does not stop the others`() {
        let outcomes = read(["a", "(b", "#1 OR c"])
        #expect(outcomes.map { (try? $0.get()) != nil } == [true, false, true])
    }

    @Test func `sets that double with every line are refused before they grow`() {
        let outcomes = read(["a"] + (1...60).map { "#\($0) OR (b #\($0))" })
        #expect(
            outcomes.contains {
                if case .failure(let failure) = $0, case .tooManyParts = failure.problem { true } else { false }
            }
        )
        for case .success(let parsed) in outcomes { #expect(parsed.printed().utf8.count < 1_000_000) }
    }

    @Test func `deep sets are refused as deep queries are`() {
        let outcomes = read(["a"] + (1...300).map { "NOT (b OR NOT #\($0))" })
        #expect(
            outcomes.contains {
                if case .failure(let failure) = $0, case .tooDeep = failure.problem { true } else { false }
            }
        )
    }

    @Test func `outside a history there are no sets`() {
        #expect(Reading.refusal("#1 AND #2")?.problem == .historySet("#1"))
    }
}
