/// Takes cells with several values apart.
enum CellList {
    /// The values between semicolons of either width, in order and without empty ones.
    static func items(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.split { $0 == ";" || $0 == "；" }.compactMap { PlainText.line(String($0)) }
    }

    /// The claims of a text whose lines begin with their numbers; the whole text where there are none.
    static func claims(_ text: String) -> [String] {
        var claims: [String] = []
        for line in text.split(separator: "\n") {
            if beginsClaim(line, number: claims.count + 1) || claims.isEmpty {
                claims.append(String(line))
            } else {
                claims[claims.count - 1] += "\n" + line
            }
        }
        return claims
    }

    private static func beginsClaim(_ line: Substring, number: Int) -> Bool {
        let digits = String(number)
        guard line.hasPrefix(digits), let mark = line.dropFirst(digits.count).first else { return false }
        return ".．、,，: ：".contains(mark)
    }
}
