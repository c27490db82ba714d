/// Keeps the case to its team: to everybody else it is not there from now on, whatever their post, nor are its complaints.
/// For a case in which somebody is named who could read it, warn or lean on others: of the staff, an official, the police
/// (`docs/adr/0027-a-restricted-case.md`).
package struct RestrictCase: Action, Hashable {
    package static let name: ActionName = "restrict-case"
    package static let duty: Duty? = .manageCases
    package static let mending: MendingTraits = .final
    package static let isForVoided = true
    package static let isForPeople = true

    package var ground: RestrictionGround
    package var reason: LongText

    package init(_ ground: RestrictionGround, because reason: LongText) {
        self.ground = ground
        self.reason = reason
    }

    package static func isOffered(on file: CaseFile) -> Bool { !file.isRestricted }

    package var topic: Topic? { Topic("restriction") }
    package var lookups: [Lookup] { Restriction.lookups }

    package static func obstacles(on file: CaseFile, _ context: Context) -> [Refusal] {
        if file.isRestricted { return [Refusal("restricted-already")] }
        if let refusal = Restriction.refusesToDecide(file, context) { return [refusal] }
        // A link tells the other file's team that this one is there.
        return file.links.isEmpty ? [] : [Refusal("restricted-linked", remedy: UnlinkPeople.name)]
    }

    package func check(_ file: CaseFile, _ context: Context) throws(Refusal) {
        try Self.checkObstacles(on: file, context)
        try Restriction.check(file.wholeTeam, context)
    }

    package func cautions(_ file: CaseFile, _ context: Context) -> [Caution] {
        Restriction.isPossible(context) ? [] : [Caution("restricted-few")]
    }

    package func apply(to file: inout CaseFile, _ stamp: Stamp) {
        file.restriction = Restriction(ground: ground, by: stamp.worker)
        if SecondPerson.isAlone(stamp.ticked) { file.decidedAlone += 1 }
    }
}

/// Who is named in a case that only its team may know of.
package enum RestrictionGround: String, Choice {
    /// Somebody who works in this office, or who is close to somebody who does.
    case staff
    case official
    case police
    package static let list = "restriction-ground"
}
