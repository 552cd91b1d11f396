/// The channel on which readers of the log are told of new lines.
package enum LogChannel {
    /// Its name.
    package static let name = "huizhi_log"
}
