extension RegisterDeclaration {
    /// What a state is in the course of an entry.
    package enum Standing: Sendable, Hashable {
        /// It begins there and is to go on: planned, draft.
        case begun
        case running
        /// It stands still and may go on: a state from which an earlier one follows.
        case paused
        case over
    }

    /// What a state is in the course of an entry, by the order in which the file declares states and what follows them.
    ///
    /// Where the file says which states are at work, others lead to them, or interrupt them where they follow one.
    package func standing(of name: String) -> Standing {
        guard let place = states.firstIndex(where: { $0.name == name }) else { return .running }
        let state = states[place]
        if state.isOver { return .over }
        if states.contains(where: \.works) {
            if state.works { return .running }
            return states.contains { $0.works && $0.next.contains(name) } ? .paused : .begun
        }
        func isLive(_ name: String) -> Bool { self.state(name).map { !$0.isOver } ?? false }
        if place == 0 {
            let isReached = states.contains { $0.next.contains(name) }
            return !isReached && state.next.contains(where: isLive) ? .begun : .running
        }
        return states[..<place].contains { isLive($0.name) && state.next.contains($0.name) } ? .paused : .running
    }
    /// The states in which entries are at work: only then do their hours say whether they are open.
    ///
    /// Those of which the file says `works: yes`; where it says so of none, those that are ``Standing/running``.
    package var workingStates: [String] {
        let said = states.filter(\.works)
        return (said.isEmpty ? states.filter { standing(of: $0.name) == .running } : said).map(\.name)
    }

    /// Whether an entry in a state is at work; always in a register without states.
    package func isAtWork(_ state: String?) -> Bool {
        states.isEmpty || state.map(workingStates.contains) ?? false
    }
}
