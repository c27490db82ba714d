import Casework
import Foundation

/// What a record's history made: above all the ids of the things that later actions name.
struct StateJSON {
    let names: [ID<Worker>: String]
    let words: Words
    let law: Law

    func of(_ record: any Record) -> JSON {
        switch record {
        case let complaint as Complaint: of(complaint)
        case let file as CaseFile: of(file)
        case let office as Office: of(office)
        default: [:]
        }
    }

    private func of(_ complaint: Complaint) -> JSON {
        [
            "at": JSON(complaint.at), "contact": contact(complaint.contact),
            "risk": complaint.triage.map { JSON($0.risk.rawValue) }, "case": complaint.caseFile.map { JSON($0.value) },
        ]
    }

    private func of(_ file: CaseFile) -> JSON {
        .object([
            ("manager", file.manager.map(worker)),
            ("risk", file.risk.map { JSON($0.rawValue) }), ("forms", .array(file.forms.map { JSON($0.rawValue) })),
            ("contact", contact(file.contact)), ("complaints", .array(file.complaints.map { JSON($0.value) })),
            ("people", .array(file.people.map(person))), ("links", .array(file.links.map(link))),
            ("consents", .array(file.consents.map(consent))), ("steps", .array((file.plan?.steps ?? []).map(step))),
            ("nextSteps", file.nextPlan.map { .array($0.steps.map(step)) }),
            ("referrals", .array(file.referrals.map(referral))), ("dues", .array(file.triggers.map(due))),
            ("nextStep", file.nextStep.map { JSON($0.text) }),
        ])
    }

    private func of(_ office: Office) -> JSON {
        let staff = office.staff.sorted { $0.value.handle.text < $1.value.handle.text }.map { id, member -> JSON in
            [
                "id": JSON(id.value), "handle": JSON(member.handle.text), "name": JSON(member.name.text),
                "posts": .array(member.posts.map { JSON($0.rawValue) }), "until": member.until.map { JSON($0) },
            ]
        }
        let partners = office.partners.map { partner -> JSON in
            [
                "id": JSON(partner.id.value), "name": JSON(partner.name.text), "isActive": JSON(partner.isActive),
            ]
        }
        let holidays = office.holidays.keys.sorted().map { JSON($0.text) }
        return [
            "name": office.name.map { JSON($0.text) }, "staff": .array(staff), "partners": .array(partners),
            "holidays": .array(holidays), "manyOpened": .array(office.manyOpened.map(manyOpened)),
            "erased": .array(office.erased.map(erased)),
        ]
    }

    private func manyOpened(_ told: ManyOpened) -> JSON {
        [
            "worker": worker(told.worker), "count": JSON(told.count), "usually": told.usually.map { JSON($0) },
            "at": JSON(told.at),
        ]
    }

    private func erased(_ erased: Erased) -> JSON {
        [
            "code": JSON(erased.code), "ground": JSON(erased.ground.rawValue), "notice": JSON(erased.notice.rawValue),
            "askedBy": worker(erased.askedBy), "decidedBy": worker(erased.decidedBy), "at": JSON(erased.at),
            "finalFrom": JSON(erased.finalFrom),
        ]
    }

    private func worker(_ id: ID<Worker>) -> JSON { ["id": JSON(id.value), "name": names[id].map { JSON($0) }] }

    private func contact(_ contact: SafeContact) -> JSON {
        [
            "phone": contact.phone.map { JSON($0.text) }, "how": contact.how.map { JSON($0.text) },
            "from": contact.rules?.from.map { JSON($0.text) }, "until": contact.rules?.until.map { JSON($0.text) },
            "codeWord": contact.rules?.codeWord.map { JSON($0.text) },
            "mayHear": contact.rules?.mayHear.map { JSON($0.text) },
            "never": contact.rules?.never.map { JSON($0.text) },
        ]
    }

    /// An identity number is masked: to read it is a look of its own.
    private func person(_ person: Person) -> JSON {
        [
            "id": JSON(person.id.value), "name": JSON(person.name.text), "role": JSON(person.role.rawValue),
            "relation": person.relation.map { JSON($0.rawValue) }, "sex": person.sex.map { JSON($0.rawValue) },
            "born": person.born.map { JSON($0.text) },
            "age": person.age.map { ["years": JSON($0.years.value), "on": JSON($0.on.text)] },
            "nik": person.nik.map { JSON($0.masked) }, "phone": person.phone.map { JSON($0.text) },
        ]
    }

    private func link(_ link: PersonLink) -> JSON {
        [
            "id": JSON(link.id.value), "person": JSON(link.person.value),
            "elsewhere": ["case": JSON(link.elsewhere.file.value), "person": JSON(link.elsewhere.person.value)],
        ]
    }

    private func consent(_ consent: Consent) -> JSON {
        [
            "id": JSON(consent.id.value), "client": JSON(consent.told.client.value),
            "purpose": JSON(consent.told.purpose.rawValue), "decision": JSON(consent.told.decision.rawValue),
            "partner": consent.told.partner.map { JSON($0.value) },
            "parts": consent.told.parts.map { .array($0.map { JSON($0.rawValue) }) },
            "until": consent.told.until.map { JSON($0.text) }, "withdrawn": consent.withdrawn.map { JSON($0) },
        ]
    }

    private func step(_ step: Plan.Step) -> JSON {
        [
            "id": JSON(step.id.value), "goal": JSON(step.goal), "what": JSON(step.told.what.text),
            "by": step.told.by.map { JSON($0.text) },
            "outcome": step.outcome.map { JSON($0.rawValue) },
        ]
    }

    private func referral(_ referral: Referral) -> JSON {
        [
            "id": JSON(referral.id.value), "client": JSON(referral.asked.client.value),
            "partner": JSON(referral.asked.partner.value), "isOpen": JSON(referral.isOpen),
            "answer": referral.answer.map { JSON($0.answer.rawValue) },
            "outcome": referral.outcome.map { JSON($0.outcome.rawValue) },
        ]
    }

    private func due(_ trigger: Trigger) -> JSON {
        let rule = law.rulebook[trigger.rule]
        return .object([
            ("rule", JSON(trigger.rule.text)), ("basis", rule.map { JSON($0.basis) }),
            ("sentence", rule?.sentence[words.language.rawValue].map { JSON($0) }),
            ("bound", rule.map { JSON($0.bound.rawValue) }), ("about", trigger.about.map { JSON($0) }),
            ("from", JSON(trigger.start)),
            ("due", rule?.due(trigger, law.office.reckoning).map { JSON($0) }),
            ("met", trigger.met.map { JSON($0) }), ("waived", trigger.waived.map { JSON($0) }),
        ])
    }
}
