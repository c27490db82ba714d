import Foundation

/// What an id on a form may point at.
package protocol Referable: Sendable {
    static var field: Field.Kind { get }
}

extension Worker: Referable {
    package static var field: Field.Kind { .worker }
}

extension Complaint: Referable {
    package static var field: Field.Kind { .record(kind) }
}

extension CaseFile: Referable {
    package static var field: Field.Kind { .record(kind) }
}

extension Entry: Referable {
    package static var field: Field.Kind { .entry }
}

extension ID: Answer where Of: Referable {
    package static var kind: Field.Kind { Of.field }
    package static var blank: ID { ID() }
    package var raw: [String] { [description] }

    package static func read(_ raw: [String]) throws(Problem) -> ID {
        guard let id = ID(raw.first ?? "") else { throw .notInList }
        return id
    }
}
