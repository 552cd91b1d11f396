import Declarations
import Discovery
import Domain
import Links
import Pages
import Registers
import Wire

/// Entries that are places, as somebody sees them who is about to go there.
extension EntryPresenter {
    /// What an entry says to the questions of a visitor, in their order; nothing of an entry that is no place.
    func visit(_ view: EntryView) -> [VisitPart] {
        guard view.register.placeFields != nil else { return [] }
        return FieldDeclaration.Visit.allCases.compactMap { question in
            let facts = facts(view) { $0.visit == question }
            return facts.isEmpty ? nil : VisitPart(VisitPart.Question(question), facts)
        }
    }

    /// What stands on a poster: what everybody reads of hours, addresses, offers and telephone numbers; neither coordinates nor long
    /// texts, so that it stays one sheet.
    func poster(_ view: EntryView) -> [VisitPart] {
        let questions: [FieldDeclaration.Visit] = [.open, .way, .offer, .access, .contact]
        return questions.compactMap { question in
            let facts = facts(view) { field in
                guard field.visit == question, view.register.readers(of: field) == .everyone else { return false }
                if case .text(_, true, _, _) = field.type { return false }
                return field.type.sort != .location
            }
            return facts.isEmpty ? nil : VisitPart(VisitPart.Question(question), facts)
        }
    }

    /// A place in a list.
    func row(_ place: NearestPlaces.Place) -> PlaceRow? {
        let view = place.view
        guard let link = RegisterLink(entry: view.id, language: language) else { return nil }
        var row = PlaceRow(
            link: link,
            title: title(view),
            isSample: view.content.sample ?? false,
            metres: place.metres
        )
        for field in view.fields {
            guard let value = view.content.fields[field.name], let first = value.items.first else { continue }
            switch fact(first, of: field, in: view) {
            case .hours(let hours) where row.hours == nil: row.hours = hours
            case .location(let latitude, let longitude) where row.location == nil:
                row.location = PlaceRow.Location(latitude: latitude, longitude: longitude)
            case .named(let text, _) where field.type.sort == .address && row.address == nil: row.address = text
            case .phone(let text, let dial) where row.phone == nil: row.phone = PlaceRow.Phone(text: text, dial: dial)
            case .text where field.visit == .offer && field.type.sort == .choice:
                row.offers += value.items.map { text($0, of: field.name, in: view.register) }
            default: break
            }
        }
        return row
    }

    /// Whether a place is open now, for programs; nil where its hours are not known, or say nothing of the holiday that it is.
    func opening(_ view: EntryView) -> NetworkDocument.Opening? {
        guard let field = view.register.placeFields?.hours, let today = PartialDate(inChinaAt: now),
            let hours = view.content.fields[field.name]?.text.flatMap({ OpeningHours($0) })
        else { return nil }
        guard view.register.isAtWork(view.content.state) else {
            return NetworkDocument.Opening(open: false, sure: true)
        }
        let found = hours.state(on: today, at: OpeningHours.clock(inChinaAt: now).minute, calendar: calendar)
        switch found.state {
        case .open(let until): return .init(open: true, closes: OpeningHours.clock(until), sure: found.isSure)
        case .closed(let day, let time):
            return .init(
                open: false,
                opensOn: day.description,
                opensAt: OpeningHours.clock(time),
                sure: found.isSure
            )
        case .closedForLong: return .init(open: false, sure: found.isSure)
        case .unsaid: return nil
        }
    }

    /// A number of a telephone: the first that a text names; nil for a text that names none.
    static func phone(_ text: String) -> EntryFact.Value? {
        let first = text.prefix { !",;，；、转".contains($0) }
        let dial = first.filter { $0.isASCII && $0.isNumber || $0 == "+" }
        let isNumber = first.allSatisfy { $0.isASCII && $0.isNumber || "+-()（） ".contains($0) }
        return isNumber && dial.count >= fewestDigits ? .phone(text, dial: dial) : nil
    }

    /// The shortest public numbers of China have five digits, as 12345.
    private static let fewestDigits = 5
}

extension VisitPart.Question {
    init(_ question: FieldDeclaration.Visit) {
        self =
            switch question {
            case .open: .open
            case .way: .way
            case .offer: .offer
            case .booking: .booking
            case .access: .access
            case .contact: .contact
            }
    }
}
