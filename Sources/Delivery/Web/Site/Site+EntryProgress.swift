import Declarations
import Domain
import Links
import Pages
import Registers

/// How far measures of plans are, as events say.
extension Site {
    /// What happened to a measure and what the indicators of its clause count; nil for an entry of a register in which no published plan
    /// keeps measures.
    func progress(_ view: EntryView, _ visit: Visit, _ presenter: EntryPresenter) async throws -> EntryProgress? {
        let plans = try await services.plans()?.all ?? []
        guard let plan = plans.first(where: { $0.measures?.register == view.register.name }) else { return nil }
        let events = try await services.registerEntries.events(of: view.id, reader(visit))
        let key = plan.measures.flatMap { view.content.fields[$0.field]?.text }
        let clause = plan.clauses.first { $0.key == key }
        let answers = clause == nil ? [] : try await services.indicators.all()
        func state(_ name: String) -> String {
            presenter.text(.text(name), of: Condition.state, in: view.register)
        }
        return EntryProgress(
            events: events.map { event in
                switch event.what {
                case .state(let before, let after):
                    EntryProgress.Event(
                        time: Moment.china(event.time),
                        field: presenter.label(of: Condition.state, in: view.register),
                        what: .state(from: before.map(state), into: state(after))
                    )
                case .file(let name, let field, let isAdded):
                    EntryProgress.Event(
                        time: Moment.china(event.time),
                        field: presenter.label(of: field, in: view.register),
                        what: .file(name, isAdded: isAdded)
                    )
                }
            },
            figures: clause.map { Self.figures(answers, of: $0, plan).map { Self.figure($0, visit.language) } } ?? []
        )
    }
}
