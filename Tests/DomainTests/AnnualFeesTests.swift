import Testing

@testable import Domain

/// Annual fees, worked out by hand from the schedule.
struct AnnualFeesTests {
    private func day(_ text: String) throws -> PartialDate { try #require(FieldDate.read(text)) }

    @Test func `an invention costs 82,300 yuan over twenty years`() throws {
        let fees = try #require(AnnualFees(of: .patent, filedOn: try day("2010-05-20")))
        #expect(
            fees.years.map(\.fullFee) == [
                900, 900, 900, 1200, 1200, 1200, 2000, 2000, 2000, 4000, 4000, 4000, 6000, 6000, 6000, 8000, 8000, 8000,
                8000,
                8000,
            ]
        )
        #expect(fees.total == 82_300 && fees.term.lastDay.description == "2030-05-19")
    }

    @Test func `a utility model costs 11,200 yuan, a design 26,200`() throws {
        #expect(AnnualFees(of: .utilityModel, filedOn: try day("2015-01-01"))?.total == 11_200)
        #expect(AnnualFees(of: .design, filedOn: try day("2021-06-01"))?.total == 26_200)
        #expect(AnnualFees(of: .design, filedOn: try day("2021-05-31"))?.total == 11_200)
    }

    @Test func `years begin on the anniversary, and fees fall due on it`() throws {
        let fees = try #require(
            AnnualFees(of: .utilityModel, filedOn: try day("2019-08-31"), grantedOn: try day("2020-09-01"))
        )
        #expect(fees.years[0].fee == nil && fees.years[0].dueDay == nil)
        #expect(fees.years[0].lastDay.description == "2020-08-30")
        // Granted in year 2: its fee is paid with the registration.
        #expect(fees.years[1].fee == 600 && fees.years[1].dueDay == nil)
        #expect(fees.years[2].dueDay?.description == "2021-08-31")
        // Six months after 31 August is the last of February.
        #expect(fees.years[2].lastGraceDay?.description == "2022-02-28")
        #expect(fees.years[4].lastGraceDay?.description == "2024-02-29")
        #expect(fees.years[9].lastDay.description == "2029-08-30")
        #expect(fees.total == 11_200 - 600)
    }

    @Test(arguments: [(AnnualFees.Payer.one, 135, 600), (.several, 270, 1_200)])
    func `reductions hold for ten years from the year of the grant`(payer: AnnualFees.Payer, third: Int, twelfth: Int)
        throws
    {
        let fees = try #require(
            AnnualFees(of: .patent, filedOn: try day("2015-03-10"), grantedOn: try day("2017-03-10"), payer: payer)
        )
        #expect(fees.years[1].fee == nil)
        #expect(fees.years[2].fee == third && fees.years[11].fee == twelfth)
        #expect(fees.years[12].fee == 6_000 && fees.years[19].fee == 8_000)
    }

    @Test func `a filing on 29 February has its anniversary on the 28th in common years`() throws {
        let fees = try #require(
            AnnualFees(of: .design, filedOn: try day("2024-02-29"), grantedOn: try day("2024-08-01"))
        )
        #expect(fees.years[1].firstDay.description == "2025-02-28")
        #expect(fees.years[4].firstDay.description == "2028-02-29" && fees.years[3].lastDay.description == "2028-02-28")
    }

    @Test func `nothing is worked out where there is no rule`() throws {
        #expect(AnnualFees(of: .trademark, filedOn: try day("2015-01-01")) == nil)
        #expect(AnnualFees(of: .patent, filedOn: try day("1990-01-01")) == nil)
        #expect(AnnualFees(of: .patent, filedOn: try day("2015")) == nil)
        #expect(AnnualFees(of: .patent, filedOn: try day("2015-01-01"), grantedOn: try day("2014-12-31")) == nil)
        #expect(AnnualFees(of: .patent, filedOn: try day("2015-01-01"), grantedOn: try day("2035-01-01")) == nil)
    }
}
