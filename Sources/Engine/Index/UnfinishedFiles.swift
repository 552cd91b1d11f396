import Bytes
import Synchronization

/// Where files of an index are written before they get their names; for any number of threads.
final class UnfinishedFiles: Sendable {
    let folder: String
    let layer: any FileLayer

    /// What the names go on with after the kind, so that two owners in one folder never meet.
    private let label: String
    private let created = Atomic<Int>(0)

    init(folder: String, layer: any FileLayer, label: String = "") {
        self.folder = folder
        self.layer = layer
        self.label = label
    }

    /// A path that was not given before.
    func path(_ kind: FileKind) -> String {
        let number = created.add(1, ordering: .relaxed).newValue
        return "\(folder)/\(kind.rawValue)-\(label)\(number)\(FileKind.unfinishedSuffix)"
    }

    /// Whether a name is one that was or could be given here.
    func owns(_ name: String) -> Bool {
        name.hasSuffix(FileKind.unfinishedSuffix)
            && FileKind.allCases.contains { name.hasPrefix("\($0.rawValue)-\(label)") }
    }
}

/// A file written to its end that still has its unfinished name.
struct FinishedFile: Sendable {
    var path: String
    /// What a manifest will say of it.
    var reference: FileReference
}

/// A segment whose files still have their unfinished names.
struct WrittenSegment: Sendable {
    var segment: IndexManifest.Segment
    var files: [FinishedFile]
}
