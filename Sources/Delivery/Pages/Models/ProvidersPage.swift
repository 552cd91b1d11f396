/// The accounts of outside providers with which somebody signs in.
package struct ProvidersPage: Sendable {
    /// A linked account.
    package struct Line: Sendable, Hashable {
        /// What a form names it by.
        package var id: String
        /// The name of the provider, in the language of the page.
        package var provider: String
        /// When it was linked; Beijing time, as `YYYY-MM-DD HH:MM`.
        package var time: String

        package init(id: String, provider: String, time: String) {
            self.id = id
            self.provider = provider
            self.time = time
        }
    }

    package var lines: [Line]
    /// The providers that there are here.
    package var offered: [AccountForm.Provider]

    package init(lines: [Line], offered: [AccountForm.Provider]) {
        self.lines = lines
        self.offered = offered
    }
}
