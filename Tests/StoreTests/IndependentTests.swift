import Foundation
import SQLCore
import Store
import Testing

/// The log as somebody sees it who has only the database file and the specifications.
struct IndependentTests {
    private static let python = "/usr/bin/python3"

    // RFC 9162 section 2.1.1 over the JSON lines that Python's own writer makes, and the tiles of C2SP tlog-tiles.
    private static let script = """
        import hashlib, json, sqlite3, sys
        c = sqlite3.connect("file:%s?mode=ro" % sys.argv[1], uri=True)
        sha = lambda b: hashlib.sha256(b).digest()
        names = ["sequence", "register", "entry", "version", "time", "author", "digest"]
        leaves = []
        for row in c.execute("select %s from log order by sequence" % ",".join(names)):
            line = dict(zip(names, row), digest=row[6].hex())
            assert line["sequence"] == len(leaves) + 1
            text = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            leaves.append(sha(b"\\0" + text.encode()))
        def root(d):
            if len(d) < 2: return d[0] if d else sha(b"")
            k = 1
            while k * 2 < len(d): k *= 2
            return sha(b"\\1" + root(d[:k]) + root(d[k:]))
        size, head = c.execute("select size, root from log_head").fetchone()
        assert size == len(leaves) and head == root(leaves)
        hashes = 0
        for level, number, tile in c.execute("select level, number, hashes from log_tile"):
            width = 256 ** level
            for i in range(len(tile) // 32):
                start = (number * 256 + i) * width
                assert tile[32 * i:32 * i + 32] == root(leaves[start:start + width])
                hashes += 1
        for size, head in c.execute("select size, root from checkpoint"):
            assert head == root(leaves[:size])
        print(len(leaves), hashes)
        """

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python), "needs python3"))
    func `lines, root, tiles and checkpoints are what the specifications say`() async throws {
        try await withStore { fixture in
            _ = try await fixture.store.apply(batch((1...700).map { record($0, says: "说\\t\($0)") }))
            let key = try LogKey(name: "test", seed: [UInt8](repeating: 7, count: 32))
            _ = try await fixture.store.signCheckpoint(with: key)
            _ = try await fixture.store.save([write("o/\"中\u{1}\u{7F}é\\", "{}")], author: "安娜\n")
            try await fixture.store.withdraw(["patent/CN/5"], as: .erased, author: "system")
            _ = try await fixture.store.signCheckpoint(with: key)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: Self.python)
            process.arguments = ["-c", Self.script, StoreFolder(path: fixture.folder).database]
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            // Two full tiles and the two hashes over them.
            #expect(text == "702 514\n")
        }
    }
}
