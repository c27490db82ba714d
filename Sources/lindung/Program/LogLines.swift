import Foundation
import Logging

/// One line of JSON a message on standard error; a value can't forge a line.
struct LogLines: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info

    subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var values = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        values["time"] = Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(Date())
        values["level"] = event.level.rawValue
        values["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(values) else { return }
        // A log that can't be written must not end the server.
        try? FileHandle.standardError.write(contentsOf: json + Data("\n".utf8))
    }
}
