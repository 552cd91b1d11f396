internal import SQLCore

/// Names the failures of PostgreSQL as `DatabaseError` does, by their SQLSTATE (PostgreSQL documentation, appendix A).
enum PostgresFailure {
    /// The failure for a state and the server's words, at a database.
    static func named(state: String, message: String, at place: String) -> DatabaseError {
        let text = "\(place): \(message.trimmedLine)"
        switch state {
        case "25006":
            return .unreachable(
                "\(text): this server only reads; name the primary, or all hosts and target_session_attrs=read-write"
            )
        case "53100": return .full(text)
        case "53300": return .unreachable("\(text); raise max_connections, or run fewer nodes")
        case "55P03", "57014", "40001", "40P01": return .busy(text)
        case "58030", "58P01", "58P02": return .storage(text)
        case "XX001", "XX002": return .corrupt(text)
        default: break
        }
        switch state.prefix(2) {
        case "08", "57": return .unreachable(text)
        case "23": return .constraint(message.trimmedLine)
        case "28", "3D": return .unreachable(text)
        default:
            return .failed(code: Int32(state, radix: 36) ?? 0, message: "\(message.trimmedLine) (SQLSTATE \(state))")
        }
    }

    /// Whether the same transaction may succeed when it is run again: a deadlock, or a conflict with another.
    static func isConflict(_ state: String) -> Bool {
        state == "40001" || state == "40P01"
    }

    /// Whether the connection ends with this failure: the server stops, starts, or was told to end it.
    static func endsConnection(_ state: String) -> Bool {
        state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state)
    }

    /// Whether another connection may lead to a server that takes writes.
    static func onlyReads(_ state: String) -> Bool {
        state == "25006"
    }
}
