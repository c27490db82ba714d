import Casework
import Desk
import Foundation
import HTTPTypes
import Hummingbird

/// One request to the API, let in and read.
struct APICall: Sendable {
    let path: APIPath
    let bearer: Bearer
    let words: Words
    let headers: HTTPFields
    let query: [String: String]
    let body: Data

    var worker: Worker { bearer.worker }

    /// The header of what makes sending it twice the same as once.
    static let key = "Idempotency-Key"

    /// Every act has one: a program that sends without it and hears no answer could only do it twice or not at all.
    func key() throws -> UUID {
        guard let text = HTTPField.Name(Self.key).flatMap({ headers[$0] }) else {
            throw APIProblem(.noKey, at: Self.key, words)
        }
        guard let key = UUID(text: text) else { throw APIProblem(.badHeader, at: Self.key, words) }
        return key
    }

    /// The version that the record must be in: `If-Match: "7"`. A star is any version.
    func exactly() throws -> Int? {
        guard let text = headers[.ifMatch], text != "*" else { return nil }
        guard text.count > 2, text.hasPrefix("\""), text.hasSuffix("\""), let version = Int(text.dropFirst().dropLast())
        else { throw APIProblem(.badHeader, at: "If-Match", words) }
        return version
    }

    /// Which page of a list is asked for.
    func page(of list: List, _ desk: Desk) throws -> PageOfList {
        let strangers = Set(query.keys).subtracting(["cursor", "limit"]).sorted()
        if let stranger = strangers.first { throw APIProblem(.badQuery, at: stranger, words) }
        let limit = try asked("limit") { text in Int(text).flatMap { (1...List.most).contains($0) ? $0 : nil } }
        let after = try asked("cursor") { text in desk.cursor(text, in: list) }
        return PageOfList(after: after, limit: limit ?? List.usual)
    }

    /// What the address says under a name; nil where it says nothing.
    private func asked<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text = query[name] else { return nil }
        guard let value = read(text) else { throw APIProblem(.badQuery, at: name, words) }
        return value
    }

    /// What was sent, in exactly this shape.
    func sent<Shape: Decodable>(_ shape: Shape.Type = Shape.self) throws -> Shape {
        guard PlainJSON.isPlain(body) else { throw APIProblem(.badBody, words) }
        do { return try JSONDecoder().decode(shape, from: body) } catch {
            throw APIProblem(.badBody, at: (error as? FaultyMember)?.name, words)
        }
    }
}
