import Foundation
import Logging

/// Writes each event of the log as one JSON object on a line of standard error.
///
/// **Shape** `time` (ISO 8601, UTC), `level`, `message`, then the event's own fields as texts.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    var metadataProvider: Logger.MetadataProvider?

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let time = Date().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
        // Where nobody reads the log, or its disk is full, the node goes on without.
        try? FileHandle.standardError.write(contentsOf: line(event, time: time))
    }

    /// The line of an event; a field of the event wins over one of the same name that the logger always adds.
    func line(_ event: LogEvent, time: String) -> Data {
        var fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        if let error = event.error { fields["error"] = "\(error)" }
        fields["time"] = time
        fields["level"] = event.level.rawValue
        fields["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts always have a JSON form.
        let line = (try? encoder.encode(fields)) ?? Data("{}".utf8)
        return line + Data("\n".utf8)
    }
}
