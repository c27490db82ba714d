import Casework

/// Courses that end, in which a deadline, the team or an entry is what they tell of.
extension Course {
    static let waived = Course(
        unreported, [0: .askWaiver, 1: .decideWaiver(.granted, because: "Salinan laporan sudah dilihat.")], planned,
        [3: .give(.lawEnforcement), 6: .finishStep(0)], ending, fits: { $0.isSexual })

    static let waiverRefused = Course(
        unreported,
        [0: .askWaiver, 1: .decideWaiver(.refused, because: "Kewajiban ada pada kita; laporkan hari ini.")],
        [0: .reportToPolice], planned, [3: .give(.lawEnforcement)], ending, fits: { $0.isSexual })

    static let reportedLate = Course(
        unreported, [3: .reportToPoliceLate], planned,
        [1: .addToTeam(.legalAid, because: "Mendampingi pemeriksaan di Unit PPA."), 0: .assessBiopsychosocially],
        [1: .give(.socialRehabilitation), 9: .followUp(.office)], ending,
        fits: { $0.isSexual })

    static let handedOver = Course(
        beginning, planned, [2: .handOver(because: "Klien tinggal di lingkungan manajer kasus.")],
        [
            1: .give(.socialRehabilitation), 5: .finishStep(0),
            6: .openInEmergency(
                because: "Klien menelepon dan menangis; manajernya sedang di sidang dan tidak menjawab."),
            1: .reviewEmergency, 5: .followUp(.visit),
        ],
        [0: .removeFromTeam(because: "Kasusnya hampir selesai."), 0: .recordConflict, 1: .endConflict], ending)

    static let joined = Course(
        beginning, [2: .join], planned, [2: .give(.socialRehabilitation), 6: .finishStep(1)], ending,
        fits: { $0.isChild })

    static let contactChanged = Course(
        [0: .receive, 0: .callBack(.noAnswer), 0: .callBack(.answered), 0: .triage, 0: .serveAtOnce, 1: .addAlleged],
        [0: .changeContact, 0: .agreeToServices, 0: .recordIncident, 0: .reportToPolice], planned,
        [3: .rememberSafeContact, 2: .give(.legalAid)], ending)

    /// A teenager, who is asked again with an adult a week later.
    static let aloneAtFirst = Course(
        [0: .receive, 0: .triage, 1: .addAlleged, 0: .agreeAlone, 0: .recordIncident, 0: .reportToPolice], planned,
        [7: .agreeToServices, 1: .give(.socialRehabilitation), 3: .finishStep(0)], ending,
        fits: { $0.age.map { (15...17).contains($0) } ?? false })

    static let mended = Course(
        beginning, [1: .note, 0: .correctNote, 1: .note, 0: .withdrawNote], planned,
        [9: .proposeCorrection, 1: .decideMending(.granted, because: "Sesuai berita acara.")],
        [2: .give(.socialRehabilitation)], ending)

    static let mendingRefused = Course(
        beginning, [1: .note], planned,
        [6: .proposeWithdrawal, 1: .decideMending(.refused, because: "Catatan kunjungan tetap bagian dari berkas.")],
        [3: .give(.legalAid)], ending)
}
