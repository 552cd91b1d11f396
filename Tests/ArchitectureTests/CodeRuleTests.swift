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

    @Test func `unsafe code stays in Bytes and in the module that imports the C shim`() throws {
        let owners: Set<String> = ["Bytes", "Text", "Formats", "Store"]
        for file in try SourceTree().sources where !owners.contains(file.module) {
            for line in file.code {
                #expect(
                    !line.text.contains("unsafe ") && !line.text.contains("@unchecked Sendable"),
                    "\(file.path):\(line.number) is unsafe outside \(owners.sorted())"
                )
            }
        }
    }

    @Test func `every shared declaration has a documentation comment`() throws {
        let declaration = try Regex(
            #"^\s*(package|public) (?!import|extension|override|init\(from|func encode\(to|var description: String)"#
        )
        let kinds = try Regex(#"\b(struct|class|enum|protocol|actor|func|init|typealias|subscript)\b"#)
        for file in try SourceTree().sources {
            let lines = file.lines
            for (index, line) in lines.enumerated()
            where line.firstMatch(of: declaration) != nil && line.firstMatch(of: kinds) != nil {
                var above = index - 1
                while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
                let comment = above >= 0 && lines[above].drop { $0 == " " }.hasPrefix("///")
                let plain = line.contains(" init(") || line.contains("static func <") || line.contains("static func ==")
                #expect(comment || plain, "\(file.path):\(index + 1) shares a declaration without saying what it is")
            }
        }
    }

    @Test func `module and type names avoid empty suffixes`() throws {
        let name = try Regex(#"\b(struct|class|enum|protocol|actor) \w*(Manager|Helper|Util|Utils|Service)\b"#)
        for file in try SourceTree().sources {
            for line in file.code {
                #expect(
                    line.text.firstMatch(of: name) == nil,
                    "\(file.path):\(line.number) has a name that says nothing"
                )
            }
        }
    }
}
