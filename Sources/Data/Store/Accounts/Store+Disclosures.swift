internal import SQLCore

extension Store {
    /// Keeps that personal data of somebody are about to be seen, safely on disk when it returns: only then they may be shown.
    ///
    /// Those that wait at the same time share a transaction of at most 20 milliseconds (half of `StoreOptions.writeTime`).
    package func disclose(_ disclosure: Disclosure) async throws {
        let values: [Value] = [
            .bytes(Self.rowNumber()), .integer(disclosure.time), .text(disclosure.viewer), .text(disclosure.role),
            .text(disclosure.place), .text(disclosure.subject), .text(disclosure.action), .text(disclosure.fields),
            .text(disclosure.reason), .text(disclosure.address),
        ]
        _ = try await disclosing.commit { transaction in
            try transaction.run(DisclosureStatements.put, values)
        }
    }

    /// Who saw what of an account, the newest first.
    package func disclosures(of subject: String, limit: Int64) async throws -> [Disclosure] {
        try await database.read { transaction in
            try transaction.all(DisclosureStatements.ofSubject, [.text(subject), .integer(limit)]) {
                try Disclosure($0)
            }
        }
    }
}

extension Disclosure {
    /// Reads a row of `time, viewer, role, place, subject, action, fields, reason, address`.
    init(_ row: borrowing Row) throws {
        self.init(
            time: try row.integer(0),
            viewer: try row.text(1),
            role: try row.text(2),
            place: try row.text(3),
            subject: try row.text(4),
            action: try row.text(5),
            fields: try row.text(6),
            reason: try row.text(7),
            address: try row.text(8)
        )
    }
}
