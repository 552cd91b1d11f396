import SQLCore
import Testing

struct MigrationTests {
    @Test func `the digest of a step changes with its name and its statements`() {
        let step = Migration(number: 1, name: "one", statements: [Statement("SELECT 1"), Statement("SELECT 2")])
        let renamed = Migration(number: 1, name: "two", statements: step.statements)
        let edited = Migration(number: 1, name: "one", statements: [Statement("SELECT 1"), Statement("SELECT 3")])
        let joined = Migration(number: 1, name: "one", statements: [Statement("SELECT 1SELECT 2")])
        #expect(Set([step, renamed, edited, joined].map(\.digest)).count == 4)
        #expect(step.digest == Migration(number: 1, name: "one", statements: step.statements).digest)
    }
}
