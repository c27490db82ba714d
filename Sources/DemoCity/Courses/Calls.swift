import Casework

extension Course {
    /// Complaints that become no case of ours.
    static let calls: [Course] = [advice, passedOn, elsewhere, training, moved, adviceAgain]

    static let advice = Course([
        0: .receive, 0: .triage(.advice), 1: .callBack(.answered, note: "Sudah tahu langkahnya."),
    ])

    static let adviceAgain = Course(
        [0: .receive, 0: .changeContact, 0: .callBack(.answered), 0: .triage(.advice)],
        [9: .askComplaintErasure, 1: .eraseComplaint])

    static let passedOn = Course([0: .receive, 0: .triage(.passedOn, elsewhere: "Dinas Sosial Kota Batam")])

    static let elsewhere = Course(
        [0: .receive, 0: .callBack(.answered), 0: .correctCallback, 0: .callBack(.unsafe)],
        [0: .triage(.handledElsewhere, elsewhere: "P4MI Batam")])

    static let training = Course([0: .receive, 0: .voidComplaint])

    static let moved = Course(
        [0: .receive, 0: .triage(.advice), 4: .correctDistrict],
        [5: .askComplaintErasure, 1: .refuseComplaintErasure])
}
