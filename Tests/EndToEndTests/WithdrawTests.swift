import Foundation
import Testing

/// `huizhi withdraw`, typed as an operator types it.
@Suite(.serialized)
struct WithdrawTests {
    private func withSamples(_ work: (String, [String]) throws -> Void) throws {
        try Program.withFolder { folder throws in
            #expect(try Program.run("sample", "--data", folder + "/d", "--count", "60", "--seed", "3").status == 0)
            let hits = try #require(
                try Program.run("search", "--data", folder + "/d", "--json", "--limit", "60").json()["hits"]
                    as? [[String: Any]]
            )
            try work(folder, hits.compactMap { $0["id"] as? String })
        }
    }

    private func total(_ folder: String, _ query: String = "") throws -> Int? {
        try Program.run("search", "--data", folder + "/d", "--json", query).json()["total"] as? Int
    }

    private func isSound(_ folder: String) throws -> Bool? {
        try Program.run("doctor", "--data", folder + "/d", "--json").json()["sound"] as? Bool
    }

    @Test func `records are withdrawn by id, searches no longer find them, and doctor is content`() throws {
        try withSamples { folder, ids throws in
            let outcome = try Program.run(
                "withdraw",
                "--data",
                folder + "/d",
                "--json",
                "--yes",
                "--reason",
                "sent by mistake",
                ids[0],
                ids[1]
            )
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try outcome.json()["withdrawn"] as? Int == 2)
            #expect(try total(folder) == 58)
            #expect(try isSound(folder) == true)

            let again = try Program.run("withdraw", "--data", folder + "/d", "--yes", ids[0])
            #expect(again.status == 0)
            #expect(again.output.contains("withdrawn before") && again.output.contains("sent by mistake"))
        }
    }

    @Test func `without a terminal nothing happens before --yes`() throws {
        try withSamples { folder, ids throws in
            let outcome = try Program.run("withdraw", "--data", folder + "/d", ids[0])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("1 records will be withdrawn"))
            #expect(outcome.errors.contains("--yes"))
            #expect(try total(folder) == 60)
        }
    }

    @Test func `unknown ids are listed, and the others of the file are withdrawn`() throws {
        try withSamples { folder, ids throws in
            try (ids[0] + "\n\n  patent/CN1 \r\n" + ids[1] + "\n").write(
                toFile: folder + "/ids",
                atomically: true,
                encoding: .utf8
            )
            let outcome = try Program.run("withdraw", "--data", folder + "/d", "--ids-from", folder + "/ids", "--yes")
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("unknown: patent/CN1\n"))
            #expect(try total(folder) == 58)
        }
    }

    @Test func `a query withdraws what it finds, and all samples go at once`() throws {
        try withSamples { folder, _ throws in
            let patents = try #require(try total(folder, "CO=CN AND AN=CN+"))
            try #require(patents > 0)
            let some = try Program.run(
                "withdraw",
                "--data",
                folder + "/d",
                "--json",
                "--yes",
                "--query",
                "CO=CN AND AN=CN+"
            )
            #expect(try some.json()["withdrawn"] as? Int == patents)
            #expect(try total(folder) == 60 - patents)
            let rest = try Program.run("withdraw", "--data", folder + "/d", "--json", "--yes", "--erase", "--samples")
            #expect(try rest.json()["withdrawn"] as? Int == 60 - patents)
            #expect(try total(folder) == 0)
            #expect(try isSound(folder) == true)
            // What is gone for good is not made again; what was only withdrawn is.
            let made = try Program.run("sample", "--data", folder + "/d", "--count", "60", "--seed", "3")
            #expect(made.output.contains("\(patents) new or changed"))
        }
    }

    @Test func `wrong usage and a query that is not understood change nothing`() throws {
        try withSamples { folder, ids throws in
            #expect(try Program.run("withdraw", "--data", folder + "/d", "--yes").status == 64)
            #expect(try Program.run("withdraw", "--data", folder + "/d", "--yes", "--query", "").status == 64)
            #expect(try Program.run("withdraw", "--data", folder + "/d", "--yes", "--samples", ids[0]).status == 64)
            let outcome = try Program.run("withdraw", "--data", folder + "/d", "--yes", "--query", "(电池 AND")
            #expect(outcome.status == 2)
            #expect(outcome.errors.contains("^"))
            #expect(try total(folder) == 60)
        }
    }
}
