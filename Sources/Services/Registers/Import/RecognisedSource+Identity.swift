import Bytes
import Formats
import Store

extension RecognisedSource {
    /// By what an interrupted import knows its file again.
    var identity: FileIdentity {
        FileIdentity(path: name, size: length ?? -1, modifiedAt: modifiedAt, headDigest: sha256(head))
    }
}

extension FormatFailure {
    /// The failure in words, with its remedy where there is one.
    var message: String {
        switch self {
        case .unrecognised(let reason): "not recognised: \(reason)"
        case .damaged(let position, let reason): "damaged at \(position): \(reason); what stood before was kept"
        case .limit(let setting, let reason): "\(reason); the setting \(setting) raises the limit"
        case .unreadable(let reason): "cannot be read: \(reason)"
        }
    }
}
