package import Links

/// What every page needs besides its own model: where we are, how it is shown, and what the node says about itself.
package struct PageFrame: Sendable {
    /// This page with its state; the language, the menus and the machine twins follow from it.
    package var link: Link
    /// The reader's colours from the cookie `theme`, or nil for what the system wishes.
    package var theme: Theme?
    /// The reader's size from the cookie `size`.
    package var size: TextSize?
    package var mode: Mode
    /// Whether the store holds sample records.
    package var hasSamples: Bool
    /// What the answer was read from; nil where no index was asked.
    package var snapshot: SnapshotStamp?
    package var notice: OperatorNotice
    /// The id of this request, shown on problem pages.
    package var requestID: String
    /// Scheme and host under which readers know this node (`https://ip.example`), without a slash at its end; empty
    /// where the operator has not said.
    package var origin: String
    /// The doors with a room behind them.
    package var openDoors: Set<Door>
    /// Whether what was asked may stand in no address of the page.
    package var isConfidential: Bool

    package init(
        link: Link,
        theme: Theme? = nil,
        size: TextSize? = nil,
        mode: Mode = .demonstration,
        hasSamples: Bool = false,
        snapshot: SnapshotStamp? = nil,
        notice: OperatorNotice = OperatorNotice(),
        requestID: String = "",
        origin: String = "",
        openDoors: Set<Door> = [.search, .network, .figures],
        isConfidential: Bool = false
    ) {
        self.link = link
        self.theme = theme
        self.size = size
        self.mode = mode
        self.hasSamples = hasSamples
        self.snapshot = snapshot
        self.notice = notice
        self.requestID = requestID
        self.origin = origin
        self.openDoors = openDoors
        self.isConfidential = isConfidential
    }

    package var language: PageLanguage { link.language }

    /// Whether sample records are admitted.
    package enum Mode: String, Sendable, Hashable, CaseIterable {
        case demonstration
        case production
    }
}
