import Foundation
import SQLCore
import Testing

/// Reads the statements of Store in their source and refuses what only one database understands.
struct PortableSQLTests {
    private static let statements: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        var found: [String] = []
        for module in ["Sources/Data/Store", "Sources/Data/SQLCore"] {
            let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(module).path)
            while let file = files?.nextObject() as? String {
                guard file.hasSuffix(".swift"),
                    let text = try? String(
                        contentsOf: root.appendingPathComponent("\(module)/\(file)"),
                        encoding: .utf8
                    )
                else { continue }
                found += literals(in: text)
            }
        }
        return found
    }()

    // The string literal of every `Statement(...)`.
    private static func literals(in source: String) -> [String] {
        var found: [String] = []
        var rest = source[...]
        while let start = rest.range(of: "Statement(") {
            rest = rest[start.upperBound...].drop { $0.isWhitespace }
            let quote = rest.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
            guard rest.hasPrefix(quote) else { continue }
            rest = rest.dropFirst(quote.count)
            guard let end = rest.range(of: quote) else { break }
            found.append(
                rest[..<end.lowerBound].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            )
            rest = rest[end.upperBound...]
        }
        return found
    }

    @Test func `the statements are found`() {
        #expect(Self.statements.count > 80)
        #expect(Self.statements.contains { $0.hasPrefix("UPDATE log_head SET turn = turn + 1 WHERE id = 1 RETURNING") })
    }

    @Test(arguments: [
        #"\b(LIKE|ILIKE|GLOB|REGEXP|SIMILAR)\b"#, #"->|\bjsonb?\b|\bjson_"#,
        #"\b(now|datetime|strftime|date|julianday)\s*\("#,
        #"\bCURRENT_(TIME|DATE|TIMESTAMP)\b"#,
        #"\b(AUTOINCREMENT|SERIAL|BIGSERIAL|CREATE SEQUENCE|NEXTVAL|IDENTITY)\b"#,
        #"\bIN \(\s*[$0-9']"#, #"\b(INSERT OR|REPLACE INTO|PRAGMA|ROWID|IFNULL|LAST_INSERT_ROWID|VACUUM)\b"#, #"\?"#,
        #"\""#,
        #"\w (INTEGER|TEXT|BLOB|REAL|BIGINT|BYTEA|BOOLEAN|VARCHAR)\b( NOT| PRIMARY| UNIQUE|,|\))"#,
        #"\b(random|gen_random_uuid)\s*\("#, #"::"#,
        #"`|\[|\]"#,
        #"\b(TRUE|FALSE)\b"#, #"\bIS NOT NULL,|, \w+ IS (NOT )?NULL FROM"#, #"\bGROUP_CONCAT\b|\bSTRING_AGG\b"#, #"x'"#,
    ])
    func `no statement uses what only one database understands`(pattern: String) throws {
        let regex = try Regex(pattern).ignoresCase()
        for statement in Self.statements {
            // The four types stand in braces and are no types of one database.
            let bare = statement.replacing(try Regex(#"\{[a-z ,0-9_]+\}"#), with: "{}")
            #expect(bare.firstMatch(of: regex) == nil, "\(statement)")
        }
    }

    @Test func `every token is one of the closed list, and every parameter is used`() throws {
        for text in Self.statements {
            var seen: Set<Int> = []
            _ = try SQLExpansion.expand(text, token: { _ in "" }) { number in
                seen.insert(number)
                return ""
            }
            #expect(seen == Set(seen.isEmpty ? [] : Array(1...(seen.max() ?? 1))), "\(text)")
        }
    }

    @Test func `an order by a column without value says where it goes`() throws {
        let nullable = try nullableColumns()
        #expect(nullable.contains("value_text") && nullable.contains("problem") && !nullable.contains("sequence"))
        for statement in Self.statements {
            for match in statement.matches(of: try Regex(#"ORDER BY ([^)]*?)(?= LIMIT|\)|$)"#)) {
                for column in String(match.output[1].substring ?? "").split(separator: ",") {
                    let name = column.split(separator: " ").first.map(String.init) ?? ""
                    let bare = name.split(separator: ".").last.map(String.init) ?? ""
                    // What is compared has a value in every row that is found.
                    let isCompared = statement.contains("AND (\(name), ") && statement.contains(") < ($")
                    if nullable.contains(bare), !isCompared { #expect(column.contains("NULLS LAST"), "\(statement)") }
                }
            }
        }
    }

    @Test func `a limited answer has an order`() {
        for statement in Self.statements where statement.contains(" LIMIT ") {
            #expect(statement.contains("ORDER BY"), "\(statement)")
        }
    }

    @Test func `unique keys of partitioned tables contain the partition key`() throws {
        for statement in Self.statements {
            guard let partition = try Regex(#"\{partition hash ([a-z_,]+) [0-9]+\}"#).firstMatch(in: statement) else {
                continue
            }
            let columns = String(partition.output[1].substring ?? "").split(separator: ",").map(String.init)
            let composite = try Regex(#"PRIMARY KEY \(([^)]*)\)"#).firstMatch(in: statement)
            let single = try Regex(#"(\w+) \{\w+\} NOT NULL PRIMARY KEY"#).firstMatch(in: statement)
            let key = String((composite ?? single)?.output[1].substring ?? "").split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            #expect(Set(columns).isSubset(of: Set(key)), "\(statement)")
            #expect(!statement.contains("UNIQUE ("), "\(statement)")
        }
    }

    private func nullableColumns() throws -> Set<String> {
        var columns: Set<String> = []
        for statement in Self.statements where statement.hasPrefix("CREATE TABLE") {
            for match in statement.matches(of: try Regex(#"[(,] ?(\w+) \{\w+\}(,| \))"#)) {
                columns.insert(String(match.output[1].substring ?? ""))
            }
            for match in statement.matches(of: try Regex(#"(\w+) \{\w+\}, "#)) {
                columns.insert(String(match.output[1].substring ?? ""))
            }
        }
        return columns
    }
}
