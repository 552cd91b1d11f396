import SQLCore
import Testing

struct SQLExpansionTests {
    private func expand(_ text: String) throws -> String {
        try SQLExpansion.expand(text, token: { "<\($0)>" }, parameter: { "?\($0)" })
    }

    @Test func `replaces every token of the closed list`() throws {
        #expect(try expand("a {int} {text} {bytes} {real}") == "a <int> <text> <bytes> <real>")
        #expect(try expand("LIMIT 1 {skip locked})") == "LIMIT 1 <skipLocked>)")
        #expect(try expand(") {partition log}") == ") <partitionLog>")
        #expect(
            try expand("{partition hash scope,field,value 16}")
                == #"<partitionHash(column: "scope,field,value", count: 16)>"#
        )
    }

    @Test func `replaces parameters of several digits and in any order`() throws {
        #expect(try expand("VALUES ($2, $1, $12)") == "VALUES (?2, ?1, ?12)")
    }

    @Test func `leaves quoted text alone`() throws {
        #expect(try expand("x = '{int} $1' AND y = $1") == "x = '{int} $1' AND y = ?1")
        #expect(try expand("x = 'it''s {int}' AND y = {int}") == "x = 'it''s {int}' AND y = <int>")
    }

    @Test(arguments: [
        "{integer}", "{}", "{partition}", "{partition hash a}", "{partition hash a 0}", "{int", "{ jsonb }",
    ])
    func `refuses a token outside the list`(text: String) {
        #expect(throws: DatabaseError.self) { try expand(text) }
    }

    @Test func `counts parameters outside quoted text`() {
        #expect(Statement("SELECT 1").parameterCount == 0)
        #expect(Statement("SELECT $1, $3, '$9', $2").parameterCount == 3)
    }
}
