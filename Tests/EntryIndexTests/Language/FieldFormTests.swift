import Testing

@testable import EntryIndex

/// A form with a line for each field as a query.
struct FieldFormTests {
    @Test(
        arguments: [
            ([:], ""), (["TI": "石墨烯"], "TI=石墨烯"), (["TI": "a OR b", "PA": "大学"], "TI=(a OR b) AND PA=大学"),
            (["AD.from": "2015"], "AD>=2015"), (["PD.to": "2020-06"], "PD<=2020-06"),
            (["AD.from": "2015", "AD.to": "2016", "IPC": "H01M10 OR H02J7"], "AD=2015:2016 AND IPC=(H01M10 OR H02J7)"),
            (["XX": "a"], ""), (["PA": "华为,中兴"], "PA=(华为,中兴)"),
        ] as [([String: String], String)]
    )
    func `what is filled in has to hold`(values: [String: String], query: String) throws {
        let made = FieldForm.query(naming: .alias) { values[$0] ?? "" }
        #expect(made == query)
        if !made.isEmpty {
            let chinese = FieldForm.query(naming: .chinese) { values[$0] ?? "" }
            #expect(try QueryLanguage().parse(made).expression == QueryLanguage().parse(chinese).expression)
        }
    }
}
