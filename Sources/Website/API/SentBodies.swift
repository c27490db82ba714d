import Casework
import Foundation

/// What an action is sent with: `{"answers": {…}, "seen": 7, "ticked": ["…"], "record": "…"}`.
struct SentAction: Decodable {
    private(set) var answers = SentAnswers()
    /// The record's version that was seen.
    private(set) var seen: Int?
    private(set) var ticked: Set<String> = []
    /// The id of the record that it opens.
    private(set) var record: UUID?

    /// An action that asks nothing may be sent without a body.
    init() {}

    private enum CodingKeys: String, CodingKey, CaseIterable { case answers, seen, ticked, record }

    init(from decoder: any Decoder) throws {
        let members = try decoder.members(CodingKeys.self)
        answers = try members.ifThere(SentAnswers.self, .answers) ?? SentAnswers()
        seen = try members.ifThere(Int.self, .seen)
        if let seen, seen < 0 { throw FaultyMember(name: CodingKeys.seen.rawValue) }
        ticked = try members.ifThere(Set<String>.self, .ticked) ?? []
        record = try members.ifThere(UUID.self, .record)
    }
}

/// What is looked for: `{"text": "…"}`.
struct SentSearch: Decodable {
    let text: String

    private enum CodingKeys: String, CodingKey, CaseIterable { case text }

    init(from decoder: any Decoder) throws {
        text = try decoder.members(CodingKeys.self).must(String.self, .text)
    }
}

/// Whose people may be known already: `{"complaint": "…"}`.
struct SentComplaint: Decodable {
    let complaint: ID<Complaint>

    private enum CodingKeys: String, CodingKey, CaseIterable { case complaint }

    init(from decoder: any Decoder) throws {
        complaint = try decoder.members(CodingKeys.self).must(ID<Complaint>.self, .complaint)
    }
}

/// A member of a body that nobody asked for, or that is not of its type.
struct FaultyMember: Error {
    let name: String
}

extension Decoder {
    /// The members of an object that has no others.
    fileprivate func members<Key: CodingKey & CaseIterable>(_ known: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let names = try container(keyedBy: AnyName.self).allKeys.map(\.stringValue)
        let strangers = Set(names).subtracting(Key.allCases.map(\.stringValue))
        if let stranger = strangers.sorted().first { throw FaultyMember(name: stranger) }
        return try container(keyedBy: known)
    }
}

extension KeyedDecodingContainer {
    /// Left out is left out; null is no value of any member.
    fileprivate func ifThere<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value? {
        contains(key) ? try must(type, key) : nil
    }

    fileprivate func must<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value {
        do { return try decode(type, forKey: key) } catch { throw FaultyMember(name: key.stringValue) }
    }
}
