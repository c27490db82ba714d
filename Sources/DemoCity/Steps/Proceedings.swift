import Casework
import Foundation

extension Step {
    /// - Parameter days: for how many days it lasts.
    /// - Parameter next: in how many days the next hearing is.
    /// - Parameter ofChild: whether it happens only where the client is a child.
    static func happens(
        _ event: ProceedingEvent, by body: Line? = nil, lasts days: Int? = nil, next: Int? = nil,
        ofChild: Bool = false, note: LongText? = nil
    ) -> Step {
        Step { work in
            if ofChild, !work.plot.isChild { return }
            let hearing = next.map { Moment(Hours.officeDay($0, after: work.city.now, &work.seed)) }
            let told = RecordProceeding(
                event, client: event.isOfOne ? try await work.client() : nil, until: days.map(work.city.today.adding),
                next: hearing, body: body, note: note)
            try await work.perform(told)
            work.lookAgain()
        }
    }

    /// What most hear of the police, who were asked for temporary protection.
    static let policeAnswer = Step { work in
        guard work.plot.isSexual else { return }
        let told = RecordProceeding(
            .notProtected, client: try await work.client(), body: "Unit PPA Polresta Barelang",
            note: "Terlapor tidak tahu klien ada di mana. Polisi dihubungi lagi bila ia datang.")
        try await work.perform(told)
    }
}

extension Line {
    static let police: Line = "Unit PPA Polresta Barelang"
    static let prosecutor: Line = "Kejaksaan Negeri Batam"
    static let court: Line = "Pengadilan Negeri Batam"
}
