internal import Domain

extension HolidayCalendar {
    /// Reads a file of holidays.
    ///
    /// - Parameters:
    ///   - text: its text.
    ///   - name: the name of the calendar, that of the file without its ending.
    ///   - file: how the file is named in problems.
    /// - Returns: the calendar, nil where too little of it could be read, and every problem found.
    package static func read(_ text: String, name: String, file: String) -> (HolidayCalendar?, [DeclarationProblem]) {
        let log = ProblemLog(file: file)
        do throws(DeclarationProblem) {
            let root = try YAMLText.read(text, file: file)
            return (read(root, name: name, log: log), log.problems)
        } catch {
            return (nil, [error])
        }
    }

    private static func read(_ root: DeclaredNode, name: String, log: ProblemLog) -> HolidayCalendar? {
        let keys = ["label", "source", "sample", "from", "until", "holidays", "working"]
        guard let map = MapReader(root, "calendar '\(name)'", keys: keys, log: log) else { return nil }
        if !Words.isName(name) { log.add(0, "the file is named '\(name)'; \(Words.nameRule)") }
        let label = map.wording("label", isRequired: true)
        for key in ["from", "until"] where map.node(key) == nil {
            log.add(map.line, "\(map.subject) has no '\(key)'; say from which day until which day it is complete")
        }
        guard let label, let from = map.day("from"), let until = map.day("until") else { return nil }
        if until < from { map.refuse("until", "lies before 'from'") }
        var holidays: [Int64: Bilingual] = [:]
        for member in map.members("holidays") {
            guard let (first, last) = days(member, log: log) else { continue }
            let subject = "holiday '\(member.key)'"
            guard let words = MapReader(member.value, subject, keys: ["zh", "en"], log: log) else { continue }
            guard let zh = words.text("zh"), let en = words.text("en") else {
                log.add(member.line, "\(subject) needs both languages; write {zh: …, en: …}")
                continue
            }
            for day in CivilDay.all(first, last) {
                if day < from || until < day { log.add(member.line, "\(day) lies outside 'from' and 'until'") }
                holidays[day.number] = Bilingual(zh, en)
            }
        }
        var working: Set<Int64> = []
        for text in map.texts("working") {
            guard let day = PartialDate(iso: text), let weekday = CivilDay.weekday(of: day) else {
                map.refuse("working", "names '\(text)'; write days as 2026-02-14")
                continue
            }
            if day < from || until < day {
                map.refuse("working", "names \(day), which lies outside 'from' and 'until'")
            }
            if weekday < 5 { map.refuse("working", "names \(day), which is no Saturday or Sunday") }
            if holidays[day.number] != nil { map.refuse("working", "names \(day), which is a holiday") }
            working.insert(day.number)
        }
        return HolidayCalendar(
            name: name,
            label: label,
            source: map.text("source"),
            isSample: map.flag("sample"),
            from: from,
            until: until,
            holidays: holidays,
            workingDays: working
        )
    }

    /// `2026-10-01` or `2026-10-01/2026-10-07`.
    private static func days(_ member: DeclaredNode.Member, log: ProblemLog) -> (PartialDate, PartialDate)? {
        let ends = member.key.split(separator: "/", omittingEmptySubsequences: false).map {
            PartialDate(iso: String($0))
        }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil, first.day != nil,
            last.day != nil,
            first <= last, last.number - first.number < 10_000
        else {
            log.add(member.line, "holiday '\(member.key)' is no day; write 2026-10-01, or 2026-10-01/2026-10-07")
            return nil
        }
        return (first, last)
    }
}
