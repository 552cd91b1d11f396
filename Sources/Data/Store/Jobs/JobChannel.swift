/// The channel on which runners are told of new jobs.
package enum JobChannel {
    /// Its name.
    package static let name = "huizhi_job"
}
