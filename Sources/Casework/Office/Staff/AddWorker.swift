import Foundation

/// Brings somebody onto the staff, who then signs in with a one-time secret.
package struct AddWorker: StaffAction, Hashable {
    package static let name: ActionName = "add-worker"
    package static let mending: MendingTraits = .final
    package static let duty: Duty? = .administer

    package var handle: Line
    package var who: Line
    package var posts: [Post]

    package init(_ handle: Line, _ who: Line, _ posts: [Post]) {
        self.handle = handle
        self.who = who
        self.posts = posts
    }

    /// Two workers never contradict each other.
    package var topic: Topic? { nil }

    package var lookups: [Lookup] { [.handle(normalHandle)] }

    private var normalHandle: String { StaffMember.normal(handle.text) }

    package func faults(_ office: Office, _ context: Context) -> [Fault] {
        let isTaken = context.facts[.handle(normalHandle)]?.isEmpty == false
        return isTaken ? [Fault(CodingKeys.handle, .taken)] : []
    }

    package func cautions(_ office: Office, _ context: Context) -> [Caution] {
        let name = NameKey.tokens(who.text)
        let isTaken = office.staff.values.contains { $0.until == nil && NameKey.tokens($0.name.text) == name }
        return isTaken ? [Caution("name-taken")] : []
    }

    package func staffing(_ stamp: Stamp) -> Staffing {
        .add(stamp.id(1), handle: normalHandle, name: who.text, posts: posts)
    }

    package func apply(to office: inout Office, _ stamp: Stamp) {
        let approvers = office.approvers
        office.staff[stamp.id(1)] = StaffMember(handle: handle, name: who, posts: posts, from: stamp.instant)
        office.noteAccess(.added, of: stamp.id(1), approvers, stamp)
    }
}
