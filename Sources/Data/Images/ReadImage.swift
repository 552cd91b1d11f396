/// A picture as it is kept.
package struct ReadImage: Sendable, Hashable {
    /// The media type of every picture that is kept.
    package static let mediaType = "image/png"

    /// The bytes of a PNG file.
    package var png: [UInt8]
    /// Pixels.
    package var width: Int
    package var height: Int
}

/// Why a picture could not be read.
package enum ImageFailure: Error, Hashable, Sendable {
    /// Nothing can be read here; the reason names what is missing and what to do.
    case unavailable(reason: String)
    /// This picture cannot be read; others can.
    case refused(reason: String)
}
