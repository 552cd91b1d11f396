/// What comes of a wish to change a client.
package enum ClientChange: Sendable {
    case done(RegisteredClient)
    /// It would take this away, to which nobody agreed yet.
    case takesAway(ClientLosses)
}
