extension Right {
    /// The record as it may be published: addresses of private persons end at the city.
    package var masked: Right {
        var right = self
        right.bibliography.maskParties()
        return right
    }
}

extension Bibliography {
    fileprivate mutating func maskParties() {
        applicants = applicants.map(\.masked)
        assignees = assignees.map(\.masked)
        inventors = inventors.map(\.masked)
        designers = designers.map(\.masked)
        owners = owners.map(\.masked)
        users = users.map(\.masked)
        agents = agents.map(\.masked)
        agencies = agencies.map(\.masked)
        examiners = examiners.map(\.masked)
    }
}
