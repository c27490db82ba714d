import Casework
import Desk

extension Step {
    /// The colleague has the case from now on; who had it stands in.
    static func handOver(because reason: LongText) -> Step {
        Step { work in
            let colleague = work.city.staff.colleague(of: work.manager)
            try await work.perform(AssignManager(colleague.id, former: .stays, because: reason))
            work.manager = colleague
            work.lookAgain()
        }
    }

    static func addToTeam(_ role: TeamRole, because reason: LongText) -> Step {
        Step { work in
            let colleague = work.city.staff.colleague(of: work.manager)
            try await work.perform(AddToTeam(colleague.id, as: role, because: reason))
            work.lookAgain()
        }
    }

    static func removeFromTeam(because reason: LongText) -> Step {
        Step { work in
            guard let member = try await work.record().team.first else { return }
            try await work.perform(RemoveFromTeam(member.worker, because: reason))
            work.lookAgain()
        }
    }

    static let recordConflict = Step { work in
        let reason: LongText = "Ternyata satu RT dengan klien."
        try await work.perform(RecordConflict(work.city.staff.intake.id, because: reason))
    }

    static let endConflict = Step { work in
        let reason: LongText = "Orang lain dengan nama yang sama."
        try await work.perform(EndConflict(work.city.staff.intake.id, because: reason))
    }

    /// Who is named in it could have it opened, so that only its team may know of it; the head is one of them.
    static func restrict(_ ground: RestrictionGround, because reason: LongText) -> Step {
        Step { work in
            let head = work.city.staff.head.id
            work.lookAgain()
            for link in try await work.record().links {
                try await work.perform(UnlinkPeople(link.id, because: "Kasus ini dibatasi untuk timnya."))
            }
            if try await !work.record().isOfTeam(head) {
                try await work.perform(AddToTeam(head, as: .deputy, because: "Pengesah kasus yang dibatasi."))
            }
            try await work.perform(RestrictCase(ground, because: reason))
            work.lookAgain()
        }
    }

    /// By the head: whoever restricted it does not.
    static func liftRestriction(because reason: LongText) -> Step {
        Step { work in
            try await work.perform(
                LiftRestriction(because: reason), by: work.city.staff.head, ticked: [Caution("restriction-lifted")])
            work.lookAgain()
        }
    }

    /// By who takes complaints: nobody of the team can be reached.
    static func openInEmergency(because explanation: LongText) -> Step {
        Step { work in
            try await work.perform(
                OpenInEmergency(.client, because: explanation), by: work.city.staff.intake)
            work.lookAgain()
        }
    }

    static let reviewEmergency = Step { work in
        guard let access = try await work.record().openEmergencies.first else { return }
        try await work.perform(ReviewEmergency(access.id, .justified), by: work.city.staff.head)
        work.lookAgain()
    }
}
