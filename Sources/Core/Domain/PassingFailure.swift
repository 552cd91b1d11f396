/// A failure of a lower layer that may be over a little later, such as a database that fails over.
package protocol PassingFailure: Error {
    /// Whether the same request may succeed when it is made again.
    var isPassing: Bool { get }
}
