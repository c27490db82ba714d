import Casework

/// Courses that go on before the police, the prosecutor and the court.
extension Course {
    /// To the verdict, 132 days after the complaint.
    private static let tried: KeyValuePairs<Int, Step> = [
        5: .happens(.investigationBegan, by: .police), 1: .happens(.socialReportAsked, by: .police, ofChild: true),
        2: .happens(.socialReportDelivered, ofChild: true), 17: .happens(.prosecuted, by: .prosecutor),
        40: .happens(.hearingSet, by: .court, next: 18),
        20: .happens(.hearingHeld, by: .court, next: 39),
        40: .happens(.verdict, by: .court),
        0: .happens(.restitutionGranted, by: .court),
        1: .happens(.extractReceived, by: .court),
    ]

    /// Violence at home that the court forbade the alleged to go on with.
    private static let ordered: KeyValuePairs<Int, Step> = [
        0: .reportAnything, 0: .happens(.protected, by: .police),
        0: .happens(.orderAsked, by: .police), 5: .happens(.orderIssued, by: .court, lasts: 75),
    ]

    // MARK: closed

    static let sentenced = Course(
        beginning, planned, tried,
        [8: .happens(.copyReceived, by: .court), 20: .happens(.restitutionPaid, by: .prosecutor)], ending,
        fits: { $0.isSexual })

    /// It is closed while the order is still in force.
    static let protectedAtHome = Course(
        unreported, ordered, planned, [3: .give(.legalAid)], ending, fits: { $0.isDomestic && !$0.isSexual })

    // MARK: open

    static let restricted = Course(
        beginning, planned,
        [
            5: .happens(.investigationBegan, by: .police), 1: .happens(.socialReportAsked, by: .police, ofChild: true),
            2: .happens(.socialReportDelivered, ofChild: true),
            0: .happens(.restrictionOrdered, by: .court, lasts: 150),
            19: .happens(.prosecuted, by: .prosecutor), 30: .happens(.hearingSet, by: .court, next: 25),
        ], fits: { $0.isSexual })

    static let verdictIsNew = Course(beginning, planned, tried, fits: { $0.isSexual })

    static let restitutionIsOwed = Course(
        beginning, planned, tried, [8: .happens(.copyReceived, by: .court)], fits: { $0.isSexual })

    static let orderInForce = Course(unreported, ordered, planned, fits: { $0.isDomestic && !$0.isSexual })

    /// A pupil is accused.
    static let diverted = Course(
        unreported, [0: .reportAnything, 5: .happens(.diversionBegan, by: .police)], planned,
        fits: { $0.kind?.bullying == .yes && !$0.isSexual })

    static let recoveryIsUrgent = Course(
        unreported, [0: .happens(.urgentRecoveryAsked, note: "Tidak tidur berhari-hari; minta dokter perempuan.")],
        fits: { $0.forms.contains(.trafficking) && !$0.isSexual })
}
