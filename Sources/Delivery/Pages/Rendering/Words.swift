import Links

/// The texts of one language, and numbers and dates in its form.
struct Words: Sendable {
    let language: PageLanguage
    private let texts: [String: String]

    init(language: PageLanguage, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    /// The text of a key; a key that is missing shows itself, and a test finds it.
    subscript(key: String) -> String { texts[key] ?? key }

    /// The text of a key, or nil where there is none.
    func optional(_ key: String) -> String? { texts[key] }

    /// Between the things of a list inside a sentence.
    var comma: String { language == .zh ? "、" : ", " }

    /// Between values that may hold commas.
    var semicolon: String { language == .zh ? "；" : "; " }

    /// A text with its places filled.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        // One pass, so that braces inside a value stay what they are.
        var result = ""
        var rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            result += rest[..<open]
            result += values.first { $0.key == name }?.value ?? "{" + name + "}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// A text about a number of things, in the form that number needs; `{count}` is the number.
    func counted(_ key: String, _ count: Int) -> String {
        let form = count == 1 && texts[key + ".one"] != nil ? key + ".one" : key
        return self(form, ["count": number(count)])
    }

    /// A whole number with a comma after every three digits.
    func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude).utf8)
        guard digits.count > 3 else { return String(value) }
        var result = value < 0 ? Array("-".utf8) : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(UInt8(ascii: ",")) }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A date of the form 2021-03-16, 2021-03 or 2021 in the form of the language; anything else as it is.
    func date(_ iso: String) -> String {
        guard language == .en else { return iso }
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let month = Int(parts[1]), (1...12).contains(month),
            parts[0].count == 4, Int(parts[0]) != nil
        else { return iso }
        let name = Self.months[month - 1]
        guard parts.count == 3 else { return "\(name) \(parts[0])" }
        guard let day = Int(parts[2]), (1...31).contains(day) else { return iso }
        return "\(day) \(name) \(parts[0])"
    }

    /// A day and an hour, as `2021-03-16 09:30`, with the day in the form of the language.
    func moment(_ text: String) -> String {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        return parts.count == 2 ? date(parts[0]) + " " + parts[1] : date(text)
    }

    /// Milliseconds with one decimal below ten.
    func milliseconds(_ value: Double) -> String {
        guard value.isFinite, value >= 0 else { return "0" }
        if value >= 10 { return number(Int(value.rounded())) }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// A number with so many decimals at most, and no zeros at its end.
    func decimal(_ value: Double, places: Int = 3) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        guard value.isFinite, value.magnitude < 1e12 else { return "∞" }
        let scaled = Int((value.magnitude * scale).rounded())
        var digits = String(scaled % Int(scale))
        digits = String(repeating: "0", count: places - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return sign + number(scaled / Int(scale)) + (digits.isEmpty ? "" : "." + digits)
    }

    /// A share of the greatest value as an SVG length, never invisible.
    static func percent(_ value: Int, of greatest: Int) -> String {
        guard greatest > 0, value > 0 else { return "0%" }
        let tenths = max(10, (value * 1_000 + greatest / 2) / greatest)
        return "\(tenths / 10).\(tenths % 10)%"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
