import Formats
import Foundation
import Testing

@testable import Registers

struct RejectsFileTests {
    private func reject(_ index: Int64) -> (index: Int64, reject: Reject) {
        let position = SourcePosition(unit: "row", index: Int(index))
        return (index, Reject(position: position, reason: "no number", excerpt: "片段 \(index)"))
    }

    private func withList(_ body: (RejectsFile) throws -> Void) throws {
        let folder = NSTemporaryDirectory() + "huizhi-" + UUID().uuidString + "/rejects"
        defer {
            // A folder left behind in the temporary files harms nothing.
            try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent)
        }
        try body(RejectsFile(folder: folder, source: "/data/列表.csv"))
    }

    private func indices(_ list: RejectsFile) throws -> [String] {
        guard FileManager.default.fileExists(atPath: list.path) else { return [] }
        return try String(contentsOfFile: list.path, encoding: .utf8).split(separator: "\n").map { line in
            String(line.split(separator: "\"index\":")[1].prefix { $0.isNumber })
        }
    }

    @Test func `a line holds file, place and reason`() throws {
        try withList { list in
            try list.append([reject(7)])
            let line = try String(contentsOfFile: list.path, encoding: .utf8)
            #expect(
                line
                    == #"{"excerpt":"片段 7","file":"/data/列表.csv","index":7,"position":"row 7","reason":"no number"}"#
                    + "\n"
            )
        }
    }

    @Test func `lists of files with one name stand beside each other`() {
        let one = RejectsFile(folder: "/r", source: "/a/list.csv")
        let two = RejectsFile(folder: "/r", source: "/b/list.csv")
        #expect(one.path != two.path && one.path.hasPrefix("/r/list.csv-") && one.path.hasSuffix(".jsonl"))
    }

    @Test func `a new import begins the list anew, one that goes on keeps what stands before`() throws {
        try withList { list in
            try list.begin(keepingUpTo: 0)
            try list.append((1...3_000).map { reject($0 * 2) })
            try list.append([reject(6_002)])
            try list.begin(keepingUpTo: 5_001)
            #expect(try indices(list).count == 2_500 && indices(list).last == "5000")
            try list.append([reject(5_002)])
            #expect(try indices(list).last == "5002")
            try list.begin(keepingUpTo: 0)
            #expect(try indices(list) == [])
        }
    }

    @Test func `a line that a crash cut off is taken away`() throws {
        try withList { list in
            try list.append([reject(1), reject(2)])
            let whole = try Data(contentsOf: URL(filePath: list.path))
            try whole.dropLast(9).write(to: URL(filePath: list.path))
            try list.begin(keepingUpTo: 10)
            #expect(try indices(list) == ["1"])
            try Data("no JSON\n".utf8).write(to: URL(filePath: list.path))
            try list.begin(keepingUpTo: 10)
            #expect(try Data(contentsOf: URL(filePath: list.path)).isEmpty)
        }
    }
}
