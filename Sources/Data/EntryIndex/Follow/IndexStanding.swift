/// What a node's index is doing, for whoever asks whether the node can be sent requests.
package struct IndexStanding: Sendable, Hashable {
    /// What is being done.
    package enum Work: Sendable, Hashable {
        /// Nothing yet.
        case starting
        /// Bytes of a snapshot come from another node.
        case copying(from: String, bytes: Int, of: Int)
        /// The index takes in lines of the log that it lacks since before it was first whole.
        case building(lines: Int64, of: Int64)
        /// New lines of the log are taken in as they come.
        case following

        /// One word, as it stands in documents.
        package var name: String {
            switch self {
            case .starting: "starting"
            case .copying: "copying"
            case .building: "building"
            case .following: "following"
            }
        }

        /// How much of it is done, from 0 to 1; nil where there is no end.
        package var share: Double? {
            switch self {
            case .starting, .following: nil
            case .copying(_, let bytes, let total): Double(bytes) / Double(max(1, total))
            case .building(let lines, let size): Double(lines) / Double(max(1, size))
            }
        }
    }

    package var work = Work.starting
    /// Whether the index has reached the end of the log once since the start, or since it was begun anew: from then on searches find everything but
    /// the newest lines.
    package var isWhole = false

    /// How an index stands; of one that nobody works at yet by default.
    package init(work: Work = .starting, isWhole: Bool = false) {
        self.work = work
        self.isWhole = isWhole
    }
}
