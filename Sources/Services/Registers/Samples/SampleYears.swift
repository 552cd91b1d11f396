/// Shares the record numbers out among filing years, so that filings grow by about 9 % a year.
///
/// Every thousand records hold each year a fixed number of times. The record's serial number within its year follows
/// from its place, without a look at any other record: year and serial together never repeat below ``limit``.
enum SampleYears {
    /// Filing years of samples.
    static let years = 2003...2025

    /// How many records have serial numbers of their own: one million serials a year are left unassigned.
    static let limit = 10_000_000

    private static let block = 1000

    /// How many of a thousand records are of each year, and which place of the thousand is the first of them.
    private static let quotas: [(year: Int, count: Int, first: Int)] = {
        var shares: [Double] = []
        var share = 1.0
        for _ in years {
            shares.append(share)
            share *= 1.09
        }
        let sum = shares.reduce(0, +)
        var quotas: [(year: Int, count: Int, first: Int)] = []
        var taken = 0
        var wanted = 0.0
        for (year, share) in zip(years, shares) {
            wanted += share / sum * Double(block)
            let end = year == years.upperBound ? block : Int(wanted.rounded())
            quotas.append((year, end - taken, taken))
            taken = end
        }
        return quotas
    }()

    private static let quotaOfPlace: [Int] = quotas.enumerated().flatMap {
        Array(repeating: $0.offset, count: $0.element.count)
    }

    /// The year and the serial number, from 0, of a record.
    static func place(_ index: Int) -> (year: Int, serial: Int) {
        let number = index / block
        // 387 has no divisor in common with 1000, so every place is taken once; the turn keeps blocks from being alike.
        let place = (index % block * 387 + number * 61) % block
        let quota = quotas[quotaOfPlace[place]]
        return (quota.year, number * quota.count + place - quota.first)
    }

    /// A working day of the record's year, the first two days of January aside.
    static func filingDay(_ index: Int, _ random: inout SampleRandom) -> SampleDay {
        (SampleDay(year: place(index).year, month: 1, day: 3) + random.below(363)).workingDay
    }
}
