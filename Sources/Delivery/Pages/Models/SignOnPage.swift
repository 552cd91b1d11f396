/// A page on the way to a program of others, or back.
package enum SignOnPage: Sendable, Hashable {
    /// Why a request cannot be answered, by the names of the texts.
    package enum Refusal: String, Sendable, Hashable, CaseIterable {
        /// Nobody registered the program.
        case client
        /// The address to go back to is not the program's.
        case redirect
        /// Something stands there twice.
        case repeated
    }

    /// What the program is to know, and who would agree.
    package struct Wish: Sendable, Hashable {
        package var client: String
        /// Where the browser goes on to.
        package var host: String
        /// The names of what it is to know.
        package var scopes: [String]
        package var name, email: String
        package var token: String

        package init(client: String, host: String, scopes: [String], name: String, email: String, token: String) {
            self.client = client
            self.host = host
            self.scopes = scopes
            self.name = name
            self.email = email
            self.token = token
        }
    }

    case consent(Wish)
    /// Asks whether to sign out; `client` is the program that sent the reader, where that is known.
    case leave(client: String?, token: String)
    /// It is done, and there is nowhere to go on to.
    case left
    case refused(Refusal)
}
