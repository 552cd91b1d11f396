import Declarations
import Domain
import Testing

/// The declarations that come with the program.
struct ShippedTests {
    @Test func `they are without fault`() throws {
        let set = try Shipped.set()
        #expect(set.problems.map(\.description) == [])
        #expect(set.registers.count >= 14)
    }

    @Test func `the kinds of institutions are those of the plan`() throws {
        let list = try #require(Shipped.set().codes["institution-kind"])
        #expect(
            list.codes.map(\.code) == [
                "backbone", "comprehensive", "county", "tisc", "university", "filed", "provincial", "dissemination",
                "literature", "window",
                "brand-station", "workstation", "protection", "rapid", "aid", "examination",
            ]
        )
    }
}
