internal import CPQ

/// A statement that one connection has prepared on its server.
struct PostgresPrepared {
    /// Its name in the session.
    let name: String
    /// The types of its parameters, as the server worked them out.
    let types: [Oid]
}
