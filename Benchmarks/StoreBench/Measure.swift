import ArgumentParser

/// What is measured, and how many do it at once: `saves:4`.
struct Measure: ExpressibleByArgument {
    /// What is measured.
    enum Kind: String {
        case saves, batch, reads, jobs, disclosures, lag
        case sessions, keys, permissions, passwords
        case signIns = "sign-ins"
        case signOns = "sign-ons"
    }

    let name: String
    let kind: Kind
    let tasks: Int

    /// Nil for an unknown kind, and where the number is missing or one too many.
    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Kind(rawValue: String(parts[0])) else { return nil }
        name = argument
        self.kind = kind
        switch kind {
        case .batch, .lag, .permissions:
            guard parts.count == 1 else { return nil }
            tasks = 1
        case .saves, .reads, .jobs, .disclosures, .sessions, .keys, .passwords, .signIns, .signOns:
            guard parts.count == 2, let tasks = Int(parts[1]), tasks > 0 else { return nil }
            self.tasks = tasks
        }
    }
}
