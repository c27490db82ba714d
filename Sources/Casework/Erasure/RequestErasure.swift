/// Asks that a record be erased for ever. Somebody else decides.
package struct RequestErasure<Subject: Erasable>: Action, Hashable {
    package static var name: ActionName { "request-erasure" }
    package static var duty: Duty? { Subject.erasureDuty }
    package static var isForPeople: Bool { true }
    package static var isForVoided: Bool { true }

    package var ground: ErasureGround
    package var notice: SubjectNotice
    /// It goes with the record.
    package var reason: LongText

    package init(_ ground: ErasureGround, _ notice: SubjectNotice, because reason: LongText) {
        self.ground = ground
        self.notice = notice
        self.reason = reason
    }

    package static func isOffered(on subject: Subject) -> Bool {
        subject.keptBecause == nil && subject.erasure == nil
    }

    package static func obstacles(on subject: Subject, _ context: Context) -> [Refusal] {
        subject.erasure == nil ? ErasureRules.obstacles(subject, context) : [Refusal("erasure-asked-already")]
    }

    package func cautions(_ subject: Subject, _ context: Context) -> [Caution] { ErasureRules.cautions(subject) }

    package func apply(to subject: inout Subject, _ stamp: Stamp) {
        subject.erasure = Erasure(ground: ground, notice: notice, by: stamp.worker)
    }
}
