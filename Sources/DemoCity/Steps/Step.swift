import Casework

/// One thing that is done in a case, by whoever does it. Steps with one name are the same in all courses.
struct Step: Sendable {
    let take: @Sendable (inout Work) async throws -> Void

    init(_ take: @escaping @Sendable (inout Work) async throws -> Void) { self.take = take }

    /// Something that only one case has.
    static func tell(
        ticking ticked: [Caution] = [], _ action: @escaping @Sendable (CaseFile, City) throws -> any Action<CaseFile>
    ) -> Step {
        Step { work in try await work.perform(action(work.record(), work.city), ticked: ticked) }
    }

    /// Looks at the case anew, to know whom and what it has by now.
    static let look = Step { work in
        work.lookAgain()
        _ = try await work.fold()
    }
}
