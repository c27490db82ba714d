import Casework

/// A course that has not ended, and how many days ago it began: long enough that every step has been taken.
struct OpenCourse: Sendable {
    let daysAgo: ClosedRange<Int>
    let course: Course

    init(_ daysAgo: ClosedRange<Int>, _ course: Course) {
        self.daysAgo = daysAgo
        self.course = course
    }

    /// What the office has in hand now: every status, and some of everything that is late.
    static let all: [OpenCourse] = [
        OpenCourse(8...10, .assessing), OpenCourse(12...18, .planWaits), OpenCourse(22...30, .appointmentPast),
        OpenCourse(30...40, .reviewed), OpenCourse(24...32, .partnerIsSilent), OpenCourse(40...55, .closureWaits),
        OpenCourse(9...12, .reportPast), OpenCourse(20...60, .openedByMistake), OpenCourse(120...170, .monitored),
        OpenCourse(330...400, .reopened), OpenCourse(26...34, .sharingToStop), OpenCourse(35...45, .mendingWaits),
        OpenCourse(60...75, .reviewPast), OpenCourse(12...16, .waiverWaits), OpenCourse(28...36, .partnerServes),
        OpenCourse(70...90, .reassessed), OpenCourse(70...80, .restricted), OpenCourse(137...140, .verdictIsNew),
        OpenCourse(150...153, .restitutionIsOwed), OpenCourse(60...70, .orderInForce), OpenCourse(16...20, .diverted),
        OpenCourse(5...6, .recoveryIsUrgent),
    ]
}

extension Course {
    static let assessing = Course(beginning, [0: .rememberSafeContact], fits: { $0.risk != .high })

    /// Binding, and past (R-TPKS-02).
    static let reportPast = Course(unreported, fits: { $0.isSexual && $0.risk == .high })

    static let planWaits = Course(beginning, [3: .assess, 2: .agreePlan], fits: { $0.risk != .high })

    static let appointmentPast = Course(
        beginning, [0: .give(.health)], planned, [2: .give(.socialRehabilitation, next: 3)], fits: { $0.risk == .high })

    static let reviewPast = Course(
        beginning, [3: .assessLower, 2: .agreePlan(reviewIn: 21), 1: .approvePlan],
        [3: .give(.legalAid), 6: .finishStep(0), 10: .followUp(.visit)])

    /// The partner has not answered for weeks.
    static let partnerIsSilent = Course(
        beginning, planned, [2: .agreeToSharing(with: .socialAffairs), 0: .refer(to: .socialAffairs)])

    static let partnerServes = Course(
        beginning, planned,
        [1: .agreeToSharing(with: .hospital), 0: .refer(to: .hospital), 2: .accepted, 4: .give(.socialRehabilitation)])

    /// A consent was withdrawn while a partner works; the partner was not stopped (R-PDP-08).
    static let sharingToStop = Course(
        beginning, planned, [1: .agreeToSharing(with: .ngo), 0: .refer(to: .ngo), 1: .accepted, 5: .withdrawConsent])

    static let closureWaits = Course(
        beginning, planned,
        [3: .give(.socialRehabilitation), 6: .finishStep(0), 0: .finishStep(1), 5: .review(.close)],
        [1: .askClosure(.goalsMet)])

    static let reviewed = Course(
        beginning, planned, [3: .give(.lawEnforcement), 4: .give(.socialReintegration), 5: .review(.close)])

    static let monitored = Course(
        beginning, planned, [3: .give(.socialRehabilitation), 12: .give(.legalAid), 20: .review(.monitor, next: 30)],
        [
            25: .followUp(.phone, next: 30), 1: .linkToAnother, 1: .unlink, 2: .linkToAnother,
            26: .followUp(.visit, next: 30),
        ])

    static let reassessed = Course(
        beginning, [0: .relate], planned,
        [5: .give(.socialRehabilitation), 20: .review(.goOn, next: 20), 20: .review(.reassess, next: 30)],
        [
            1: .restrict(.staff, because: "Terlapor mengaku saudara petugas penerima laporan."),
            2: .liftRestriction(because: "Petugas itu tidak mengenalnya; namanya saja yang sama."),
            2: .restrict(.police, because: "Terlapor ternyata anggota Polsek yang sering datang ke kantor."),
        ])

    static let reopened = Course(
        beginning, planned, [3: .give(.socialRehabilitation), 9: .finishStep(0)], ending,
        [
            180: .reopen(.medium, because: "Klien menelepon lagi: terlapor kembali dan menunggu di depan rumah."),
            1: .note,
        ])

    static let waiverWaits = Course(unreported, [1: .askWaiver], planned, fits: { $0.isSexual })

    static let mendingWaits = Course(beginning, planned, [3: .give(.legalAid), 9: .proposeCorrection])

    /// Opened by mistake: void, with the triage that opened it.
    static let openedByMistake = Course(
        [0: .receive, 0: .triage, 0: .withdrawTriage],
        [0: .triage(.handledElsewhere, elsewhere: "UPTD PPA Provinsi Kepulauan Riau")])
}
