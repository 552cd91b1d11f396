internal import Domain

/// When a place is open in a week.
///
/// **Shape** `Mo-Fr 09:00-12:00,13:30-17:30; Sa 09:00-12:00; PH off`: a part of the opening_hours notation of OpenStreetMap, days
/// from Monday to Sunday, `PH` for public holidays. Where nothing is said of holidays nothing is known of them, and the stored form
/// says nothing either. Chinese is read too: `周一至周五 9:00-12:00、13:30-17:30；周六 9:00-12:00`.
package struct OpeningHours: Sendable, Hashable {
    /// A time of a day, in minutes after midnight.
    package struct Span: Sendable, Hashable {
        /// The first minute in which it is open.
        package let from: Int
        /// The first minute in which it is not; 1440 is midnight.
        package let until: Int
    }

    /// The times of the seven days, Monday first, in their order.
    package private(set) var week: [[Span]] = Array(repeating: [], count: 7)
    /// The times of public holidays, none where it is closed then; nil where nothing is said of them.
    package private(set) var holidays: [Span]?

    /// Reads hours; nil for what cannot be read: an unknown day, a time that ends before it begins, times that overlap.
    package init?(_ text: String) {
        let plain = Self.plain(text)
        let rules = plain.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
        guard rules.contains(where: { !$0.isEmpty }) else { return nil }
        var said: Set<Int> = []
        for rule in rules where !rule.isEmpty {
            let halves = rule.split(separator: " ", maxSplits: 1)
            guard halves.count == 2, let days = Self.days(halves[0]), said.isDisjoint(with: days),
                let spans = Self.spans(halves[1].filter { $0 != " " })
            else { return nil }
            said.formUnion(days)
            for day in days {
                if day == Self.holiday { holidays = spans } else { week[day] = spans }
            }
        }
        guard week.contains(where: { !$0.isEmpty }) || !(holidays ?? []).isEmpty else { return nil }
    }

    /// The times of a day of the week.
    ///
    /// - Parameter weekday: 0 for Monday to 6 for Sunday.
    /// - Returns: the times in their order, none where it is closed.
    package func spans(on weekday: Int) -> [Span] {
        week.indices.contains(weekday) ? week[weekday] : []
    }

    private static let holiday = 7
    private static let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "PH"]
    private static let chinese = ["一", "二", "三", "四", "五", "六", "日"]

    /// What stands for the notation in Chinese; of two words with one beginning the longer stands first.
    private static let words: [(written: String.UnicodeScalarView, plain: String)] =
        (["；": ";", "，": ",", "、": ",", "：": ":", "\n": " ", "\t": " ", "\u{3000}": " "] as KeyValuePairs).map {
            ($0.unicodeScalars, $1)
        } + ["至", "到", "–", "—", "－", "～", "~"].map { ($0.unicodeScalars, "-") }
        + ["星期", "周"].flatMap { prefix in
            zip(chinese + ["天"], names[0..<7] + [names[6]]).map { ((prefix + $0).unicodeScalars, $1) }
        } + [("法定节假日".unicodeScalars, "PH"), ("节假日".unicodeScalars, "PH"), ("休息".unicodeScalars, "off")]

    /// The text in ASCII, with the days' English names.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            let isPlain = (" "..."}").contains(scalar)
            if !isPlain, let word = words.first(where: { rest.starts(with: $0.written) }) {
                plain += word.plain.unicodeScalars
                rest = rest.dropFirst(word.written.count)
            } else {
                plain.append(scalar)
                rest.removeFirst()
            }
        }
        return String(plain)
    }

    /// `Mo-Fr,Su` as numbers.
    private static func days(_ text: Substring) -> [Int]? {
        var days: [Int] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
                names.firstIndex(of: String($0))
            }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                ends.count == 1 || last < holiday
            else { return nil }
            days += first...last
        }
        return days
    }

    /// `09:00-12:00,13:30-17:30` as spans, `off` as none.
    private static func spans(_ text: String) -> [Span]? {
        if text == "off" { return [] }
        var spans: [Span] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map(minute)
            guard ends.count == 2, let from = ends[0], let until = ends[1], from < until,
                spans.last.map({ $0.until <= from }) ?? true
            else { return nil }
            spans.append(Span(from: from, until: until))
        }
        return spans
    }

    /// `9:30` in minutes.
    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 24 * 60
        else { return nil }
        return hour * 60 + minute
    }
}

extension OpeningHours: CustomStringConvertible {
    /// The hours in the notation in which they are stored; days with the same times stand together.
    package var description: String {
        var rules: [String] = []
        var day = 0
        while day < 7 {
            var last = day
            while last + 1 < 7, week[last + 1] == week[day] { last += 1 }
            if !week[day].isEmpty {
                let days = last == day ? Self.names[day] : "\(Self.names[day])-\(Self.names[last])"
                rules.append("\(days) \(Self.text(week[day]))")
            }
            day = last + 1
        }
        if let holidays { rules.append("PH \(holidays.isEmpty ? "off" : Self.text(holidays))") }
        return rules.joined(separator: "; ")
    }

    /// The hours in Chinese, as they are read: `周一至周五 09:00-12:00、13:30-17:30；节假日 休息`.
    package var chinese: String {
        var text = description
        for (number, day) in Self.chinese.enumerated() { text = text.replacing(Self.names[number], with: "周" + day) }
        return text.replacing("-周", with: "至周").replacing(",", with: "、").replacing("; ", with: "；")
            .replacing("PH", with: "节假日").replacing("off", with: "休息")
    }

    private static func text(_ spans: [Span]) -> String {
        spans.map { "\(clock($0.from))-\(clock($0.until))" }.joined(separator: ",")
    }

    /// `09:30` of minutes after midnight.
    package static func clock(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
