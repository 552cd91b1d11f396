/// The figures of one sample patent, so that numbers in texts differ too.
struct SampleMeasures: Sendable {
    /// Millimetres.
    let length: Int
    /// Degrees Celsius.
    let temperature: Int
    /// Minutes or milliseconds.
    let time: Int
    let percent: Int
    let count: Int

    init(_ random: inout SampleRandom) {
        length = random.within(2...180)
        temperature = random.within(4...19) * 5
        time = random.within(1...24) * 5
        percent = random.within(55...95)
        count = random.within(2...9)
    }
}
