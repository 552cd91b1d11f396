import Domain

@testable import EntryIndex

/// Numbers of a record, compared by what people mean by them.
struct ReferenceNumbers {
    /// A number as it is compared: country, what stands before the dot, what follows.
    struct Number: Hashable {
        var country: String
        var body: String
        var tail: String
    }

    let record: ReferenceRecord

    init(_ record: ReferenceRecord) { self.record = record }

    func numbers(_ field: Field) -> [Number] {
        let bibliography = record.right.bibliography
        let isPatent = record.right.register == .patent || record.right.register == .design
        switch field {
        case .applicationNumber:
            guard let application = bibliography.application else { return [] }
            return [Self.application(application.country, application.number, isPatent)]
        case .publicationNumber:
            return bibliography.publications.map {
                Number(country: $0.country ?? "", body: Self.bare($0.number), tail: $0.kind ?? "")
            }
        case .registrationNumber:
            var numbers: [Number] = []
            if let registration = bibliography.registration {
                numbers.append(Self.application(registration.country, registration.number, isPatent))
            }
            if let file = bibliography.fileNumber { numbers.append(Self.application(nil, file, false)) }
            return numbers
        case .priorityNumber:
            return bibliography.priorities.map { Self.application($0.country, $0.number, isPatent) }
        default: return []
        }
    }

    private static func bare(_ text: String) -> String {
        text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private static func application(_ country: String?, _ number: String, _ isPatent: Bool) -> Number {
        var body = bare(number)
        guard isPatent, country == "CN" else { return Number(country: country ?? "", body: body, tail: "") }
        let length = body.hasPrefix("20") ? 12 : 8
        let tail = String(body.dropFirst(length))
        body = String(body.prefix(length))
        return Number(country: "CN", body: body, tail: tail)
    }

    func has(_ number: Expression.Number, _ field: Field?, _ evaluator: ReferenceEvaluator) -> Bool {
        let fields = field.map { [$0] } ?? [.applicationNumber, .publicationNumber, .registrationNumber]
        if fields.contains(where: { has(number, $0) }) { return true }
        guard field == nil, number.isAlsoText else { return false }
        return evaluator.holds(.phrase(number.text), nil, record)
    }

    private func has(_ typed: Expression.Number, _ field: Field) -> Bool {
        var text = Self.bare(typed.text)
        if text.hasPrefix("ZL") { text = "CN" + text.dropFirst(2) }
        return numbers(field).contains { number in
            var bodies = [number.body]
            let trimmed = String(number.body.drop { $0 == "0" })
            if !trimmed.isEmpty { bodies.append(trimmed) }
            let forms = bodies.flatMap { body in [number.country + body, body] }
            switch typed.reach {
            case .whole:
                if forms.contains(text) || forms.contains(where: { $0 + number.tail == text }) { return true }
                if field == .publicationNumber { return false }
                // Any check digit will do.
                let isChinese = number.country == "CN" && record.right.register != .trademark && number.body.count > 7
                let tail = text.dropLast(forms.first { text == $0 + text.suffix(1) } != nil ? 1 : 0)
                return isChinese && forms.contains(String(tail)) && (text.last?.isNumber == true || text.last == "X")
            case .beginning: return forms.contains { ($0 + number.tail).hasPrefix(text) }
            case .ending: return forms.contains { $0.hasSuffix(text) || ($0 + number.tail).hasSuffix(text) }
            case .containing: return forms.contains { ($0 + number.tail).contains(text) }
            }
        }
    }
}
