/// Reads an action from a posted form or from JSON. Reading runs the action's own `init(from:)`, so the struct's stored
/// properties, in their order, *are* the field list; reading an empty form tells what is asked.
package final class FormReader: Decoder {
    private let posted: Posted
    private let postedRows: PostedRows
    /// Before every name: empty, or the group's name and a dot.
    private let prefix: String
    private var fields: [Field] = []
    private var faults: [Fault] = []
    /// The full names of all questions, in their order.
    private var asked: [String] = []
    /// What a sheet may be.
    private let instruments: Instruments

    private init(_ posted: Posted, _ instruments: Instruments) {
        (self.posted, postedRows, prefix) = (posted, PostedRows(posted), "")
        self.instruments = instruments
    }

    /// For a group or a row of another's form.
    private init(_ whole: FormReader, prefix: String) {
        (posted, postedRows, instruments) = (whole.posted, whole.postedRows, whole.instruments)
        self.prefix = prefix
    }

    /// Reads to the end whatever is wrong on the way.
    /// - Parameter instruments: what an action that asks a sheet may be asked.
    package static func read<A: Action>(
        _ type: A.Type, _ posted: Posted, _ instruments: Instruments = Instruments([])
    ) throws -> Reading<A> {
        let reader = FormReader(posted, instruments.of(type))
        let action = try A(from: reader)
        let asked = Set(reader.asked)
        let strangers = posted.values.filter { name, values in
            !asked.contains(name) && values.contains { !$0.isBlank }
        }
        let faults = reader.faults + strangers.keys.sorted().prefix(mostStrangers).map { Fault($0, .notAsked) }
        return Reading(action, faults: faults, asked: reader.asked)
    }

    /// So many names that nothing asks are told: a page of a hundred thousand would help nobody.
    private static let mostStrangers = 20

    /// What a form asks, in its order.
    /// - Parameter instrument: what its sheet asks, if it has one.
    package static func fields(of type: any Action.Type, _ instrument: Instrument? = nil) throws -> [Field] {
        try fields(asking: type, instrument)
    }

    private static func fields(asking type: any Decodable.Type, _ instrument: Instrument? = nil) throws -> [Field] {
        let reader = FormReader(Posted(instrument?.given ?? [:]), Instruments([instrument].compactMap { $0 }))
        _ = try type.init(from: reader)
        return reader.fields
    }

    fileprivate func answer<T: Decodable>(_ name: String, required: Bool) throws -> T? {
        asked.append(prefix + name)
        if let rows = T.self as? any Rows.Type { return try self.list(rows, name, required) as? T }
        if T.self is any Group.Type { return try group(name, required) }
        if T.self is Sheet.Type { return sheet(name) as? T }
        guard let type = T.self as? any Answer.Type else { throw NotAQuestion(field: name, type: "\(T.self)") }
        fields.append(Field(name: name, kind: type.kind, required: required))
        do throws(Problem) {
            guard !posted.notText.contains(prefix + name) else { throw .notText }
            let raw = posted[prefix + name].filter { !$0.isBlank }
            if raw.isEmpty { if required { throw .missing } else { return nil } }
            return try type.read(raw) as? T
        } catch {
            faults.append(Fault(prefix + name, error))
            return type.blank as? T
        }
    }

    /// A group that may be left empty counts as empty when nothing below it was answered.
    private func group<T: Decodable>(_ name: String, _ required: Bool) throws -> T? {
        fields.append(Field(name: name, kind: .group(try Self.fields(asking: T.self)), required: required))
        let reader = FormReader(self, prefix: "\(prefix)\(name).")
        let group = try T(from: reader)
        asked += reader.asked
        guard required || postedRows.isAnswered(below: reader.prefix) else { return nil }
        faults += reader.faults
        return group
    }

    /// The questions of the instrument that was posted with it; each of them is answered, if only by "not known".
    private func sheet(_ name: String) -> Sheet {
        let below = "\(prefix)\(name)."
        let version = posted[below + "version"].first.flatMap { Int($0) } ?? 0
        let instrument = instruments[posted[below + "instrument"].first ?? "", version]
        let questions = Sheet.fields(instrument)
        fields.append(Field(name: name, kind: .group(questions), required: true))
        asked += questions.map { below + $0.name }
        guard let instrument else {
            faults.append(Fault(below + "instrument", .notInList))
            return Sheet("", version: 0, [:])
        }
        var answers: [String: String] = [:]
        for (item, question) in zip(instrument.items, questions.dropFirst(2)) {
            do throws(Problem) {
                let given = posted[below + question.name].first { !$0.isBlank }
                guard given != nil || !question.required else { throw .missing }
                answers[item.id] = try given.map(item.read)
            } catch {
                faults.append(Fault(below + question.name, error))
            }
        }
        return Sheet(instrument.id, version: version, answers)
    }

    /// Rows in which nothing was answered are passed over.
    private func list(_ type: any Rows.Type, _ name: String, _ required: Bool) throws -> (any Rows)? {
        fields.append(Field(name: name, kind: .rows(try Self.fields(asking: type.row)), required: required))
        let readers = postedRows.rows(of: prefix + name).map { FormReader(self, prefix: "\(prefix)\(name).\($0).") }
            .filter { postedRows.isAnswered(below: $0.prefix) }
        if readers.isEmpty {
            if required { faults.append(Fault(prefix + name, .missing)) }
            return required ? try type.read([]) : nil
        }
        let rows = try type.read(readers)
        for reader in readers {
            asked += reader.asked
            faults += reader.faults
        }
        return rows
    }

    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Questions(reader: self))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NotAForm() }
    package func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NotAForm() }
}

/// A property of an action whose type can't be asked for: a mistake of the programmer, found by the test of all actions.
package struct NotAQuestion: Error {
    let field: String
    let type: String
}

struct NotAForm: Error {}

private struct Questions<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let reader: FormReader
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        guard let value: T = try reader.answer(key.stringValue, required: true) else { throw NotAForm() }
        return value
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        try reader.answer(key.stringValue, required: false)
    }

    func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey: Key) throws -> KeyedDecodingContainer<N> {
        throw NotAForm()
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NotAForm() }
    func superDecoder() throws -> any Decoder { throw NotAForm() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw NotAForm() }
}
