import Testing

/// Rules of style that the formatter cannot see.
struct CodeRuleTests {
    /// Tables may be long: one line a fact.
    static let tables: Set<String> = []

    @Test func `no source file is longer than 500 lines`() throws {
        let tree = try SourceTree()
        for file in tree.sources + tree.tests where !Self.tables.contains(file.path) {
            #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines; split it by topic")
        }
    }

    @Test func `no forced try, unfinished mark or fatal error stands in the sources`() throws {
        let forbidden = ["try!", "fatalError(", "TODO", "FIXME", "XXX", "as!"]
        for file in try SourceTree().sources {
            for line in file.code {
                for mark in forbidden where line.text.contains(mark) {
                    Issue.record("\(file.path):\(line.number) holds \(mark)")
                }
            }
        }
    }

    /// Where unsafe code may stand besides `Bytes`: the modules that import a C library, the one file of Web that calls
    /// zlib, the one of Pages that calls libqrencode, the executor of the index writer, because every custom executor names itself by an unowned reference, and the
    /// one file that copies a derived key out of swift-crypto, which hands out a pointer only.
    static let unsafeModules: Set<String> = [
        "Bytes", "Text", "Formats", "Store", "SQLiteDriver", "PostgresDriver", "Mail", "huizhi-images",
    ]
    static let unsafeFiles: Set<String> = [
        "Sources/Data/EntryIndex/Follow/LogThread.swift", "Sources/Data/EntryIndex/Follow/IndexFollower.swift",
        "Sources/Delivery/Web/Answering/GzipStream.swift",
        "Sources/Delivery/Pages/Views/QRCode.swift", "Sources/Services/Identity/Passwords/PasswordHash.swift",
    ]

    @Test func `unsafe code stays in Bytes and in the module that imports the C shim`() throws {
        for file in try SourceTree().sources
        where !Self.unsafeModules.contains(file.module) && !Self.unsafeFiles.contains(file.path) {
            for line in file.code where line.text.contains("unsafe ") || line.text.contains("@unchecked Sendable") {
                Issue.record("\(file.path):\(line.number) is unsafe outside \(Self.unsafeModules.sorted())")
            }
        }
    }

    /// What a declaration can be; a stored property explains itself by its name and the type's comment.
    static let kinds = ["struct ", "class ", "enum ", "protocol ", "actor ", "func ", "typealias ", "subscript("]
    /// Declarations whose meaning the standard library fixes.
    static let plain = [
        "import ", "extension ", "static func < ", "static func <(", "static func == ", "static func ==(",
        "func encode(to",
        "func hash(into", "func makeIterator(", "mutating func next()",
    ]

    @Test func `every shared declaration has a documentation comment`() throws {
        for file in try SourceTree().sources {
            let lines = file.lines
            for (index, line) in lines.enumerated() {
                var words = line.drop { $0 == " " }
                guard words.hasPrefix("package ") || words.hasPrefix("public ") else { continue }
                words = words.drop { $0 != " " }.dropFirst()
                if words.hasPrefix("var ") || words.hasPrefix("let ") || words.hasPrefix("init(") { continue }
                guard Self.kinds.contains(where: { words.contains($0) }),
                    !Self.plain.contains(where: { words.hasPrefix($0) })
                else { continue }
                var above = index - 1
                while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
                let hasComment = above >= 0 && lines[above].drop { $0 == " " }.hasPrefix("///")
                #expect(hasComment, "\(file.path):\(index + 1) shares a declaration without saying what it is")
            }
        }
    }

    @Test func `type names avoid suffixes that say nothing`() throws {
        let suffixes = ["Manager", "Helper", "Util", "Utils", "Service"]
        for file in try SourceTree().sources {
            for line in file.code where suffixes.contains(where: { line.text.contains($0) }) {
                let words = line.text.split { !$0.isLetter }
                for (kind, name) in zip(words, words.dropFirst())
                where ["struct", "class", "enum", "protocol", "actor"].contains(kind) {
                    let isEmpty = suffixes.contains { name.hasSuffix($0) }
                    #expect(!isEmpty, "\(file.path):\(line.number): \(name) is a name that says nothing")
                }
            }
        }
    }
}
