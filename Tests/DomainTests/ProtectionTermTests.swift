import Testing

@testable import Domain

struct ProtectionTermTests {
    @Test(
        arguments: [
            (RightKind.patent, "2019-04-16", 20, "2039-04-15"), (.utilityModel, "1999-09-06", 10, "2009-09-05"),
            (.design, "2021-05-31", 10, "2031-05-30"), (.design, "2021-06-01", 15, "2036-05-31"),
            (.trademark, "2018-05-21", 10, "2028-05-20"), (.utilityModel, "2004-02-29", 10, "2014-02-28"),
            (.patent, "2000-01-01", 20, "2019-12-31"), (.patent, "2000-03-01", 20, "2020-02-29"),
        ]
    )
    func `counts the years of a right`(right: RightKind, from: String, years: Int, last: String) throws {
        let firstDay = try #require(FieldDate.read(from))
        let term = try #require(ProtectionTerm(of: right, from: firstDay))
        #expect(term.years == years)
        #expect(term.lastDay.description == last)
    }

    @Test(arguments: [
        (RightKind.gi, "2019-04-16"), (.patent, "2019-04"), (.patent, "1988-05-24"), (.layout, "2019-04-16"),
    ])
    func `says nothing where there is no rule`(right: RightKind, from: String) throws {
        let firstDay = try #require(FieldDate.read(from))
        #expect(ProtectionTerm(of: right, from: firstDay) == nil)
    }
}
