/// That somebody saw personal data of somebody else.
package struct Disclosure: Sendable, Hashable {
    /// When, in microseconds UTC.
    package var time: Int64
    /// Who saw it: an account, or `operator` for the command line.
    package var viewer: String
    /// The role by which it was allowed, and the organisation, institution or region that the role was for; empty where there is
    /// none.
    package var role, place: String
    /// The account that it is about.
    package var subject: String
    /// What was done, by the name that `Identity` gives it, and which fields were seen, with commas between.
    package var action, fields: String
    /// Why, as the viewer said; empty where nobody asked.
    package var reason: String
    /// Where from, without the last part; empty where that is not known.
    package var address: String

    package init(
        time: Int64,
        viewer: String,
        role: String,
        place: String,
        subject: String,
        action: String,
        fields: String,
        reason: String,
        address: String
    ) {
        self.time = time
        self.viewer = viewer
        self.role = role
        self.place = place
        self.subject = subject
        self.action = action
        self.fields = fields
        self.reason = reason
        self.address = address
    }
}
