/// What who is signed in agreed to.
package enum ConsentsPage {
    /// One consent.
    package struct Line: Sendable, Hashable {
        /// What it is named by in a form.
        package var purpose: String
        /// The name of the program; nil for the account itself.
        package var client: String?
        /// The names of what the program may know.
        package var scopes: [String]
        package var time: String

        package init(purpose: String, client: String?, scopes: [String], time: String) {
            self.purpose = purpose
            self.client = client
            self.scopes = scopes
            self.time = time
        }
    }
}
