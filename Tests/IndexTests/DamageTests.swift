import Bytes
import Foundation
import Index
import Testing

struct DamageTests {
    /// Writes a small index with two segments, one of them with a deleted document and a patched one.
    private func makeIndex(_ folder: String, documents: Int) throws {
        var maker = DocumentMaker(seed: 3)
        let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
        for number in 0..<documents { try writer.add(maker.document("e/\(number)", version: 1, maximumTokens: 4)) }
        try writer.commit(sequence: 1)
        try writer.add(maker.document("e/x", version: 1, maximumTokens: 4))
        try writer.delete("e/0")
        #expect(try writer.update(maker.patch("e/1", version: 2)))
        try writer.commit(sequence: 2, payload: ["from": "test"])
    }

    /// Everything that can be read from a snapshot, as text.
    private func contents(_ folder: String) throws(IndexFailure) -> [String] {
        let snapshot = try Snapshot.open(folder)
        var lines = ["\(snapshot.sequence) \(snapshot.generation) \(snapshot.logicalDigest) \(snapshot.payload)"]
        lines += [snapshot.schema.canonicalDescription, snapshot.analysisVersion]
        for segment in snapshot.segments {
            for number in 0..<UInt32(segment.documentCount) { lines.append(try line(segment, number)) }
            var terms = try segment.terms()
            while try terms.next() {
                var cursor = try segment.postings(terms.info)
                while try cursor.next() {
                    for field in 0..<UInt8(3) {
                        var positions: [UInt32] = []
                        try cursor.positions(FieldID(rawValue: field), into: &positions)
                        let frequency = try cursor.frequency(FieldID(rawValue: field))
                        lines.append("\(terms.term) \(cursor.document) \(frequency) \(positions)")
                    }
                }
            }
        }
        return lines
    }

    private func line(_ segment: SegmentReader, _ number: UInt32) throws(IndexFailure) -> String {
        var parts = ["\(segment.isLive(number)) \(try segment.version(of: number))"]
        let id = try segment.identifier(of: number)
        parts.append("\(id) \(try segment.document(forIdentifier: id) as UInt32?)")
        for field in 0..<UInt8(3) {
            let lengths = try segment.fieldLengths(FieldID(rawValue: field))
            parts.append("\(lengths.length(number)) \(lengths.total) \(lengths.documentCount)")
        }
        for column in 0..<6 {
            if let numbers = try segment.numbers(column) {
                parts.append("\(numbers.value(number) as Int64?) \(numbers.summary(ofBlock: 0))")
            }
            if let values = try segment.ordinals(column) {
                var buffer: [UInt32] = []
                values.ordinals(number, into: &buffer)
                parts.append("\(buffer.map { values.label($0) })")
                parts.append("\(values.ordinal(ofLabel: Array("标\(column)-7".utf8)) as UInt32?)")
            }
        }
        return parts.joined(separator: "|")
    }

    /// The files of an index and their bytes.
    private func files(_ folder: String) throws -> [(path: String, bytes: [UInt8])] {
        try Folder.names(folder).filter { $0 != "writer.lock" }.map { name in
            (folder + "/" + name, Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
        }
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    /// Expects the damaged index to be refused by the name of its file, or to answer as before.
    private func expectHarmless(_ folder: String, _ wanted: [String], _ path: String, _ what: String) {
        do {
            #expect(try contents(folder) == wanted, "wrong data were served after \(what) of \(path)")
        } catch {
            #expect(error.needsReindex, "\(what) of \(path) gave \(error)")
            #expect("\(error)".contains(path), "\(what) of \(path) gave \(error)")
            #expect("\(error)".contains("reindex"))
        }
    }

    @Test func `a changed byte anywhere is refused with the name of the file`() throws {
        try withFolder { folder in
            try makeIndex(folder, documents: 3)
            let wanted = try contents(folder)
            var generator = SeededGenerator(seed: 1)
            for (path, bytes) in try files(folder) {
                for index in bytes.indices {
                    var damaged = bytes
                    damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                    try write(damaged, path)
                    expectHarmless(folder, wanted, path, "a change of byte \(index)")
                }
                try write(bytes, path)
            }
            #expect(try contents(folder) == wanted)
        }
    }

    @Test func `a file that lost its end is refused with its name`() throws {
        try withFolder { folder in
            try makeIndex(folder, documents: 3)
            let wanted = try contents(folder)
            for (path, bytes) in try files(folder) {
                for count in stride(from: 0, to: bytes.count, by: 3) {
                    try write(Array(bytes.prefix(count)), path)
                    #expect(throws: IndexFailure.self) { try contents(folder) }
                    expectHarmless(folder, wanted, path, "cutting to \(count) bytes")
                }
                try write(bytes + [0], path)
                #expect(throws: IndexFailure.self) { try contents(folder) }
                try write(bytes, path)
            }
        }
    }

    @Test func `a file that is missing is refused with its name`() throws {
        try withFolder { folder in
            try makeIndex(folder, documents: 3)
            for (path, bytes) in try files(folder) {
                try FileManager.default.removeItem(atPath: path)
                if path.hasSuffix("manifest") {
                    #expect(throws: IndexFailure.missing(folder: folder)) { try Snapshot.open(folder) }
                } else {
                    #expect(throws: IndexFailure.corrupt(file: path, reason: "the file is missing")) {
                        try Snapshot.open(folder)
                    }
                }
                try write(bytes, path)
            }
        }
    }

    @Test func `a file of another format version is refused and reindexing is named as the cure`() throws {
        try withFolder { folder in
            try makeIndex(folder, documents: 3)
            for (path, bytes) in try files(folder) {
                for version: UInt8 in [1, 2, 3, 5] {
                    var foreign = bytes
                    foreign[8] = version
                    try write(foreign, path)
                    let failure = #expect(throws: IndexFailure.self) { try Snapshot.open(folder) }
                    #expect(failure == .unknownVersion(file: path, found: UInt32(version), known: 4))
                    #expect(failure?.needsReindex == true)
                }
                try write(bytes, path)
            }
        }
    }

    @Test func `files exchanged between two indexes are refused`() throws {
        try withFolder { first in
            try makeIndex(first, documents: 3)
            try withFolder { second in
                try makeIndex(second, documents: 4)
                let own = try files(first).filter { !$0.path.hasSuffix("manifest") }
                let other = try files(second)
                for (path, bytes) in own {
                    let kind = path.split(separator: "/").last?.prefix(4) ?? ""
                    for foreign in other where foreign.path.contains("/\(kind)-") && foreign.bytes != bytes {
                        try write(foreign.bytes, path)
                        #expect(throws: IndexFailure.self) { try contents(first) }
                    }
                    try write(bytes, path)
                }
            }
        }
    }

    @Test func `in files of many pages every changed byte is found by verification`() throws {
        try withFolder { folder in
            let writer = try IndexWriter(folder: folder, schema: .sample, analysisVersion: "1", files: UnsyncedLayer())
            for number in 0..<400 {
                let id = "e/\(number)/" + String(repeating: "长", count: 200)
                try writer.add(Document(id: id, version: 1))
            }
            let snapshot = try writer.commit(sequence: 1)
            try snapshot.verify()
            let file = try #require(try files(folder).first { $0.path.contains("/docs-") })
            #expect(file.bytes.count > 3 * 65_536)
            var generator = SeededGenerator(seed: 9)
            for _ in 0..<30 {
                let index = Int.random(in: 0..<file.bytes.count, using: &generator)
                var damaged = file.bytes
                damaged[index] ^= 0x10
                try write(damaged, file.path)
                #expect(throws: IndexFailure.self, "byte \(index)") { try Snapshot.open(folder).verify() }
            }
            // Bytes of another page are served while a damaged page is not touched.
            var damaged = file.bytes
            damaged[100_000] ^= 1
            try write(damaged, file.path)
            let opened = try Snapshot.open(folder)
            #expect(try opened.segments[0].identifier(of: 1).hasPrefix("e/1/"))
        }
    }
}
