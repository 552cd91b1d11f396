extension Right {
    /// The record as it may be published: addresses of private persons end at the city.
    package var masked: Right { mapParties(\.masked) }

    /// The record as it may leave in bulk: as ``masked``, and an address in one line that would have to be cut is left
    /// out, so that no program takes what is left for the address.
    package var maskedForExport: Right {
        mapParties { party in
            var masked = party.masked
            if masked.address != party.address { masked.address = nil }
            return masked
        }
    }

    private func mapParties(_ mask: (Party) -> Party) -> Right {
        var right = self
        right.bibliography.mapParties(mask)
        return right
    }
}

extension Bibliography {
    fileprivate mutating func mapParties(_ mask: (Party) -> Party) {
        applicants = applicants.map(mask)
        assignees = assignees.map(mask)
        inventors = inventors.map(mask)
        designers = designers.map(mask)
        owners = owners.map(mask)
        users = users.map(mask)
        agents = agents.map(mask)
        agencies = agencies.map(mask)
        examiners = examiners.map(mask)
    }
}
