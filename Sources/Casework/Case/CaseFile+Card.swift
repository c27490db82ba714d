import Foundation

extension CaseFile {
    package func card(_ version: Int) -> Card {
        var card = Card(id, version, status: status, title: client?.name.text ?? "", at: opening?.at ?? .distantPast)
        guard let opening else { return card }
        card.urgency = risk?.urgency ?? 0
        card.codes = [
            "risk": risk?.rawValue,
            "district": district?.rawValue,
            "forms": forms.map(\.rawValue).joined(separator: " "),
            "age": client?.age(on: Day(opening.at)).map { $0.isChildsAge ? "child" : "adult" },
            "manager": manager?.description,
            "next": nextStep?.text,
            "unsafe": isUnsafe ? YesNo.yes.rawValue : nil,
            "restricted": isRestricted ? YesNo.yes.rawValue : nil,
            "asks": asks.isEmpty ? nil : asks.joined(separator: " "),
        ].compactMapValues { $0 }
        card.team = wholeTeam.map(\.value)
        card.conflicts = conflicts.map(\.value)
        card.emergencies = emergencies.map {
            Card.Emergency(worker: $0.by.value, at: $0.at, until: $0.until, isReviewed: $0.review != nil)
        }
        card.asksApproval = !asks.isEmpty
        card.decidedAlone = decidedAlone
        card.answered = reached
        // What a closed case still owes is others' business: nobody is reminded of it here.
        card.triggers = isClosed ? namedTriggers.filter { !$0.isOpen } : namedTriggers
        card.unsafe = unsafeClients.map(\.name.text)
        card.victims = victims
        card.alleged = allegedPeople
        card.people = profiles
        let numbers = everyContact.flatMap { [$0.phone] + $0.unsafePhones } + people.map(\.phone)
        card.phones = Set(numbers.compactMap { $0?.text }).sorted()
        card.find(by: texts)
        return card
    }

    /// What waits for a decision, by the names of the decisions. In a closed file, and in one that was taken out, that
    /// is its erasure, or that somebody read it in an emergency, and nothing else.
    private var asks: [String] {
        let review = openEmergencies.isEmpty ? nil : ReviewEmergency.name
        guard !isClosed, !isVoided else {
            return [review, erasure == nil ? nil : DecideErasure<CaseFile>.name].compactMap { $0?.text }
        }
        return [
            review, askedPlan != nil ? DecidePlan.name : nil, closure?.state == .asked ? DecideClosure.name : nil,
            openWaivers.isEmpty ? nil : DecideWaiver.name,
        ].compactMap { $0?.text }
    }

    private var texts: [String?] {
        var texts = [
            opening?.what.text, brought?.number?.text, brought?.note?.text,
        ]
        texts += people.map { $0.nik?.text }
        texts += everyContact.map { $0.how?.text }
        texts += policeReports.map { $0.number?.text } + legalSteps.compactMap(\.told).flatMap(\.texts)
        texts += notes.map(\.note.text) + incidents.map(\.what.text)
        texts += assessments.map { $0.told.note?.text } + screenings.map { $0.told.note?.text }
        texts += biopsychosocials.map(\.told.conclusion.text)
        texts += mediations.map { $0.outcome?.agreement?.text }
        texts += [plan, nextPlan].compactMap(\.self).flatMap(\.agreed.goals).map(\.aim.text)
        texts += services.map(\.note.text) + referrals.map(\.asked.reason.text)
        texts += followUps.map(\.note.text) + reviews.map(\.findings.text)
        texts += [closure?.request.summary.text]
        return texts
    }
}
