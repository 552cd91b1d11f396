/// What the log says of a request: never what was asked, never who asked.
enum RequestLogField: String, CaseIterable {
    case id, method
    /// The template of the route, `/{register}/{number}`: neither the path nor what stands behind it.
    case route
    case status, bytes, milliseconds
}
