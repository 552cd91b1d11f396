package import EntryIndex
package import Federation

/// How far the index has come before it is whole, for those who wait for it.
package enum IndexProgress: Sendable, Hashable {
    /// Bytes of a snapshot have come from a sibling.
    case copying(from: String, bytes: Int, of: Int)
    /// Lines of the log were taken in.
    case building(lines: Int64, of: Int64)
    /// Something went another way than hoped, in words.
    case note(String)

    package init(_ event: CopySnapshot.Event) {
        switch event {
        case .copying(let sibling, let bytes, let total): self = .copying(from: sibling, bytes: bytes, of: total)
        case .givenUp(let sibling, let reason): self = .note("nothing was copied from \(sibling): \(reason)")
        }
    }

    package init(_ progress: IndexFollower.Progress) {
        if let reason = progress.rebuilding {
            self = .note("the index is built again: \(reason)")
        } else {
            self = .building(lines: progress.done, of: progress.size)
        }
    }
}
