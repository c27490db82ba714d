import Casework

extension Course {
    /// The courses that end, in the order in which they come; the common ones more often than the others.
    static let closed: [Course] = [
        usual, brief, consentWithdrawn, usual, planRefused, brief, watched, waived, brief, handedOver, usual, referred,
        transferred, brief, declined, lostContact, usual, waiverRefused, mended, brief, mediated, closureRefused,
        watched,
        joined, aloneAtFirst, brief, clientRequest, reportedLate, usual, withoutConsent, ageOut, brief, contactChanged,
        mendingRefused, elderly, notInMandate, sentenced, protectedAtHome,
    ]

    static let usual = Course(
        beginning, planned,
        [2: .give(.socialRehabilitation, next: 7), 7: .give(.legalAid), 5: .finishStep(0), 0: .finishStep(2)],
        [20: .followUp(.visit)], ending)

    /// Soon over.
    static let brief = Course(
        beginning, planned, [3: .give(.socialRehabilitation), 4: .finishStep(0)],
        [5: .askClosure(.goalsMet), 1: .approveClosure])

    static let watched = Course(
        beginning, [2: .addFamily], planned,
        [2: .give(.lawEnforcement, next: 5), 5: .give(.socialRehabilitation), 14: .review(.monitor, next: 60)],
        [30: .followUp(.phone, next: 25), 25: .followUp(.visit)], ending)

    static let referred = Course(
        beginning, planned,
        [1: .agreeToSharing(with: .hospital), 0: .refer(to: .hospital), 1: .accepted, 5: .served],
        [3: .give(.health, by: "Rumah sakit mitra"), 4: .finishStep(2)], ending)

    static let declined = Course(
        beginning, planned,
        [1: .agreeToSharing(with: .socialAffairs), 0: .refer(to: .socialAffairs), 2: .declined],
        [1: .agreeToSharing(with: .ngo), 0: .refer(to: .ngo), 1: .accepted, 9: .served], ending)

    static let consentWithdrawn = Course(
        beginning, planned,
        [1: .agreeToSharing(with: .ngo), 0: .refer(to: .ngo), 1: .accepted, 4: .withdrawConsent],
        [0: .referralEnds(.stopped, note: "Mitra diminta berhenti dan menghapus data; dijawab hari itu juga.")],
        [1: .refuseSharing, 10: .followUp(.office), 3: .askClosure(.clientRequest), 1: .approveClosure])

    static let withoutConsent = Course(
        beginning, [0: .referWithoutConsent(to: .hospital), 0: .accepted, 1: .give(.health), 2: .served], planned,
        ending,
        fits: { $0.risk == .high })

    static let planRefused = Course(
        beginning, [3: .assess, 2: .agreePlan],
        [1: .decidePlan(.refused, because: "Langkah keselamatan anak belum ada."), 1: .agreePlan, 1: .approvePlan],
        [4: .give(.socialRehabilitation), 4: .finishStep(0), 0: .finishStep(1, .dropped)], ending)

    static let lostContact = Course(
        beginning, [2: .note], planned,
        [4: .wrongPersonAnswered, 7: .followUp(.notReached, safe: .unknown)],
        [7: .followUp(.throughOthers, safe: .unknown), 5: .askClosure(.lostContact), 1: .approveClosure])

    static let transferred = Course(
        beginning, planned, [4: .give(.returnHome), 3: .askClosure(.transferred), 1: .approveClosure])

    static let clientRequest = Course(
        beginning, planned,
        [3: .give(.legalAid), 8: .followUp(.phone), 2: .askClosure(.clientRequest), 1: .approveClosure],
        [30: .askErasure, 2: .refuseErasure])

    static let ageOut = Course(
        beginning, planned,
        [5: .give(.socialReintegration), 90: .followUp(.visit), 3: .askClosure(.ageOut), 1: .approveClosure],
        fits: { $0.age == 17 })

    static let notInMandate = Course(
        unreported, [2: .assess, 2: .askClosure(.notInMandate), 1: .approveClosure],
        fits: { !$0.isSexual && $0.risk == .low })

    /// An old client who died of an illness.
    static let elderly = Course(
        beginning, planned, [3: .give(.health, next: 14), 40: .askClosure(.death), 1: .approveClosure],
        fits: { $0.age.map { $0 >= 60 } ?? false })

    static let closureRefused = Course(
        beginning, planned, [3: .give(.socialRehabilitation), 9: .review(.close), 0: .askClosure(.goalsMet)],
        [1: .decideClosure(.refused, because: "Tindak lanjut ke sekolah belum ada.")],
        [3: .give(.socialReintegration), 5: .followUp(.visit), 2: .askClosure(.goalsMet), 1: .approveClosure])

    static let mediated = Course(
        unreported, [3: .assess, 1: .agreePlan, 1: .approvePlan, 2: .agreeToMediation, 0: .offerMediation],
        [6: .give(.mediation), 0: .recordMediation, 1: .finishStep(2), 21: .give(.monitoring)], ending,
        fits: { $0.kind?.dispute != nil && $0.risk != .high })
}
