import Casework
import Foundation

/// A form with a file, as browsers send it (`multipart/form-data`, RFC 7578). Only the page that takes a sheet asks for one.
struct Multipart {
    /// More bytes than the most rows that the page takes.
    static let largest = 4 << 20

    private let boundary: Data

    /// Nil for another kind of body.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let name = contentType.range(of: "boundary=", options: .caseInsensitive)
        else { return nil }
        let value = contentType[name.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: ["\"", " "])
        guard (1...70).contains(value.utf8.count) else { return nil }
        boundary = Data("--\(value)".utf8)
    }

    struct Upload: Sendable {
        let name: String
        let bytes: Data
    }

    /// The answers, and the file if one was chosen. What has no name is passed over.
    func read(_ body: Data) -> (posted: Posted, upload: Upload?) {
        var posted = Posted()
        var upload: Upload?
        var rest = body[...]
        while let start = rest.range(of: boundary) {
            rest = rest[start.upperBound...]
            guard rest.starts(with: Data("\r\n".utf8)), let head = rest.range(of: Data("\r\n\r\n".utf8)),
                let end = rest[head.upperBound...].range(of: Data("\r\n".utf8) + boundary)
            else { break }
            let headers = String(decoding: rest[..<head.lowerBound], as: UTF8.self)
            let content = rest[head.upperBound..<end.lowerBound]
            rest = rest[end.lowerBound...]
            guard let name = Self.value("name", of: headers) else { continue }
            if let file = Self.value("filename", of: headers) {
                // A browser sends an empty file where none was chosen.
                if !content.isEmpty { upload = Upload(name: file, bytes: Data(content)) }
            } else {
                if String(validating: content, as: UTF8.self) == nil { posted.notText.insert(name) }
                posted.values[name, default: []].append(String(decoding: content, as: UTF8.self))
            }
        }
        return (posted, upload)
    }

    private static func value(_ name: String, of headers: String) -> String? {
        guard let start = headers.range(of: "; \(name)=\"") else { return nil }
        return String(headers[start.upperBound...].prefix { $0 != "\"" }).replacing("%22", with: "\"")
    }
}
