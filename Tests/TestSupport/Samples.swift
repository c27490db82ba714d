package import Casework
import Desk
import Foundation

/// At least one sample of every action of every record. A test fails for an action that has none.
package enum Samples {
    private static let manager = ID<Worker>()
    private static let triage = TriageComplaint(
        reachable: .yes, threat: .no, injured: .unknown, risk: .medium, riskReason: "Sudah aman.",
        forms: [.sexual, .physical], domestic: .yes, bullying: .no, online: .unknown, authority: .province,
        decision: .newCase, manager: manager, joins: ID(), elsewhere: "Dinas Sosial", note: "Catatan.")

    private static let brought = ImportComplaint(
        received: Day(World.now), number: "014/2023", channel: .school, what: "Diceritakan kepada guru.",
        client: "Mawar", sex: .female, born: "2012-03", age: Years(14), nik: "2171015403120001", day: "2026-11",
        place: .school, district: .sagulung, reporter: "Ibu guru", relation: .teacher, phone: "+6281200000004",
        alleged: "Pak Anu", allegedIs: .neighbour, forms: [.sexual, .physical], violence: .yes, domestic: .no,
        bullying: .no, risk: .medium,
        services: [.init(.socialRehabilitation, at: Day(World.now), said: "Konseling")], outcome: .goalsMet,
        ended: Day(World.now), manager: manager, note: "Map biru.", source: "Buku 2023, halaman 3")

    package static let all: [any Action] =
        [
            World.fromSchool,
            ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."),
            brought,
            ImportComplaint(
                received: Day(World.now), channel: .letter, what: "Minta nasihat.", outcome: .advice,
                source: "Buku 2022"),
            ImportCase(complaint: ID(), told: brought, manager: manager),
            triage,
            SetSafeContact<Complaint>(
                phone: "+6281200000001", safeContact: "Telepon ibu, pagi.",
                rules: ContactRules(
                    from: "08:00", until: "11:00", codeWord: "arisan", mayHear: "Ibu", never: "Jangan kirim pesan.")),
            SetSafeContact<CaseFile>(of: ID(), safeContact: "Lewat guru BK."),
            NoteSafeContact(SafeContact(phone: "+6281200000001"), SafeContact(how: "Lewat guru BK.")),
            NoteUnsafePhone(phone: "+6281200000004"), NoteNewerContact(),
            RecordCallback(
                outcome: .noAnswer, phone: "+6281200000001", note: "Dicoba dua kali.", at: Moment(World.now)),
            OpenCase(
                complaint: ID(), triage: triage, received: World.fromSchool,
                contact: SafeContact(phone: World.fromSchool.phone, how: "Lewat guru."), at: World.now, manager: manager
            ),
            JoinComplaint(
                complaint: ID(), what: "Laporan kedua.", forms: [.sexual], risk: .high, received: Moment(World.now),
                affected: [Affected("Adik Melati", sex: .female, age: Years(8))], reporter: "Ibu kos",
                reporterPhone: "+6281200000006", needs: [.signLanguage]),
            RecordNote(note: "Kunjungan rumah.", at: Moment(World.now)),
            AddPerson(
                "Bapak tiri", .alleged, relation: .parent, sex: .male, born: "1980-05", nik: "2171011405800001",
                phone: "+6281200000002", address: "Perumahan Cendana, Blok C 4",
                background: Background(education: .seniorSecondary, occupation: .employee),
                told: ID()),
            DescribePerson(
                ID(), who: "Kirana", relation: .neighbour, sex: .female, born: "2012-03", age: Years(14),
                nik: "2171015403120001", phone: "+6281200000003", address: "Rumah bibi, Tanjung Piayu",
                background: Background(
                    education: .juniorSecondary, occupation: .student, marital: .single, disability: .absent)),
            ChangeRole(ID(), to: .witness, because: "Hanya melihat."),
            RecognisePerson(ID(), is: ID(), because: "Sama."),
            SetNeeds([.interpreter], note: "Ibunya."),
            RecordIncident(
                day: "2026-11", place: .household, district: .sagulung,
                harms: [.init(ID(), [.sexual, .psychological])], alleged: [.init(ID())], domestic: .yes, bullying: .no,
                online: .unknown, disability: .no, what: "Di rumah."),
            ReportToPolice(unit: "Unit PPA Polresta Barelang", number: "LP/B/1187/XI/2026", at: Moment(World.now)),
            RecordProceeding(
                .orderIssued, client: ID(), at: Moment(World.now), until: Day(World.now).adding(180),
                body: "Pengadilan Negeri Batam", number: "12/Pen.PKDRT/2026", note: "Terlapor dilarang mendekat."),
            RecordProceeding(.hearingSet, next: Moment(World.now + 86_400)),
            RequestWaiver(.serveAtOnce, of: ID(), because: "Sudah dilaporkan keluarga."),
            DecideWaiver(.serveAtOnce, of: ID(), .granted, because: "Setuju."),
            AssignManager(manager, former: .stays, because: "Cuti."),
            AddToTeam(ID(), as: .psychologist, because: "Konseling."),
            RemoveFromTeam(ID(), because: "Selesai."),
            RecordConflict(ID(), because: "Adik terlapor."), EndConflict(ID(), because: "Keliru."),
            RestrictCase(.official, because: "Terlapor pejabat kecamatan."), LiftRestriction(because: "Orang lain."),
            OpenInEmergency(.danger, because: "Terlapor ada di depan rumah klien."),
            ReviewEmergency(ID(), .unjustified, note: "Manajernya ada di kantor."),
        ] + care + closure + office + mends(of: EntryID(UUID())) + fileMends + officeMends

    private static let care: [any Action] = [
        RecordConsent(
            ID(), to: .sharing, partner: ID(), parts: [.identity, .health], decision: .given, by: .safeAdult,
            until: Day(year: 2027, month: 1, day: 31), note: "Bersama ibu.", at: Moment(World.now)),
        RelatePeople(ID(), is: .parent, of: ID()),
        LinkPeople(ID(), with: PersonElsewhere(ID(), in: ID()), because: "Tanggal lahir sama."),
        NoteLink(ID(), ID(), with: PersonElsewhere(ID(), in: ID())),
        UnlinkPeople(ID(), because: "Orang lain."),
        NoteUnlink(ID()),
        WithdrawConsent(ID(), because: "Takut diketahui."),
        RecordAssessment(
            ID(), sheet, risk: .medium, riskReason: "Sudah aman.", note: "Tenang.",
            at: Moment(World.now)),
        RecordScreening(ID(), screened, assessor: "Guru BK", note: "Bersama ibunya.", at: Moment(World.now)),
        RecordBiopsychosocial(
            ID(), physical: "Memar.", psychological: "Takut.", social: "Satu teman.", family: "Bibi mendukung.",
            education: "Kelas 8.", economy: "Bergantung.", legal: "Akta ada.", safety: "Di rumah bibi.",
            disability: "Tidak ada.", conclusion: "Perlu pendampingan dan tempat aman.", assessor: "Psikolog klinis",
            at: Moment(World.now)),
        AgreePlan(
            [
                AgreePlan.Goal(
                    "Aman di rumah", [AgreePlan.Step("Ganti kunci", .family, by: Day(year: 2026, month: 12, day: 1))]),
                AgreePlan.Goal("Pulih", [AgreePlan.Step("Konseling", .office), AgreePlan.Step("Visum", .partner)]),
            ], agreement: .childAndAdult, agreementNote: "Mau sekolah lagi.", review: Day(World.now).adding(30)),
        DecidePlan(.granted, because: "Sesuai."),
        FinishStep(ID(), .done, note: "Kunci baru."),
        GiveService(
            .socialRehabilitation, to: ID(), provider: "Psikolog klinis", note: "Sesi pertama.",
            at: Moment(World.now), next: Moment(World.now + 86_400)),
        OfferMediation(
            .custody, assessedBy: "Psikolog", freeOfPressure: .yes, noRepeat: .yes, protectionOrder: .no,
            session: Moment(World.now + 86_400), note: "Di kantor."),
        RecordMediation(
            ID(), .agreed, mediator: "Sinta", agreement: "Nafkah setiap tanggal satu.", supervision: "Ketua RW.",
            signed: .yes, safe: .yes, note: "Tenang.", at: Moment(World.now), next: Moment(World.now + 86_400)),
        ReferClient(
            ID(), to: ID(), .health, parts: [.identity, .health], basis: .vitalInterest, because: "Perlu visum.",
            needed: Day(World.now)),
        AnswerReferral(
            ID(), .accepted, note: "Besok pagi.", appointment: Moment(World.now + 86_400), at: Moment(World.now)),
        RecordReferralOutcome(ID(), .served, note: "Hasil ke penyidik.", at: Moment(World.now)),
        RecordFollowUp(
            .wrongPerson, of: ID(), safe: .unknown, note: "Orang lain menjawab.", at: Moment(World.now),
            next: Moment(World.now + 86_400), phone: "+6281200000005"),
        ReviewCase("Tujuan tercapai.", .close, next: Day(World.now)),
    ]

    /// The first shipped assessment form, answered.
    private static var sheet: Sheet { sheet(RecordAssessment.self) { $0.current.first } }

    /// One that asks for a number.
    private static var screened: Sheet {
        sheet(RecordScreening.self) { $0.current.first { $0.items.contains { $0.number != nil } } }
    }

    private static func sheet(_ action: any Action.Type, _ choose: (Instruments) -> Instrument?) -> Sheet {
        (try? Instruments.shipped()).flatMap { choose($0.of(action)) }?.answered("no") ?? Sheet("none", version: 1, [:])
    }

    private static let closure: [any Action] = [
        RequestClosure(
            .ageOut, summary: "Aman.", handover: "Dinas Sosial", attempts: Count(3), feedback: .satisfied,
            feedbackWords: "Terima kasih."),
        DecideClosure(.refused, because: "Tunggu putusan."),
        ReopenCase(.high, because: "Terlapor kembali."),
        RequestErasure<CaseFile>(.scheduleEnded, .told, because: "Jadwal retensi berakhir."),
        DecideErasure<CaseFile>(.refused, because: "Masih ada banding."),
        RequestErasure<Complaint>(.requested, .notSafe, because: "Diminta pelapor."),
        DecideErasure<Complaint>(.granted),
    ]

    private static let partner = PartnerDetails(
        "RSUD", .hospital, services: [.health], phone: "+6277800000", contact: "Kepala IGD", answersWithin: Count(2))

    private static let office: [any Action] = [
        SetUpOffice("UPTD PPA"),
        DescribeOffice("UPTD PPA", address: "Batam", phone: "+6277800000", opens: "08:00", closes: "16:00"),
        DeclareHoliday(Day(World.now), .jointLeave, source: "SKB"),
        DropHoliday(Day(World.now), because: "Salah."),
        CorrectRule(.partnerAnswers, .init(5), .workingDays, from: Day(World.now), source: "SOP UPTD"),
        AddWorker("maya", "Maya Putri", [.caseManager, .head]),
        GivePosts(ID(), [.intakeOfficer]),
        IssueSecret(ID()),
        NoteManyOpened(ID(), 41, usually: 6),
        NoteErasure(
            of: (ID(), [ID(), ID()]), code: "BTM-2026-0001", Erasure(ground: .scheduleEnded, notice: .told, by: ID())),
        EndWorker(ID(), handsTo: ID(), because: "Pindah."),
        AddPartner(partner),
        ChangePartner(ID(), to: partner),
        EndPartner(ID(), because: "Tutup."),
    ]

    /// What mends an entry that stands.
    package static func mends(of entry: EntryID) -> [any Action] {
        let correction = try? CorrectEntry<Complaint>(
            entry, to: RecordCallback(outcome: .answered), because: "Salah pilih.")
        return [correction as (any Action)?].compactMap { $0 } + [
            WithdrawEntry<Complaint>(entry, because: "Salah berkas."),
            VoidRecord<Complaint>(.test, because: "Hanya percobaan."),
        ]
    }

    private static var fileMends: [any Action] {
        let entry = EntryID(UUID())
        let correction = try? CorrectEntry<CaseFile>(entry, to: RecordNote(note: "Benar."), because: "Salah.")
        return [correction as (any Action)?].compactMap { $0 } + [
            WithdrawEntry<CaseFile>(entry, because: "Salah berkas."),
            VoidRecord<CaseFile>(.duplicate, because: "Sudah ada."),
            DecideMending<CaseFile>(entry, .granted, because: "Benar."),
        ]
    }

    private static var officeMends: [any Action] {
        let entry = EntryID(UUID())
        let correction = try? CorrectEntry<Office>(entry, to: SetUpOffice("Kantor"), because: "Salah.")
        return [correction as (any Action)?].compactMap { $0 } + [
            WithdrawEntry<Office>(entry, because: "Salah."),
            DecideMending<Office>(entry, .refused, because: "Tidak."),
            DecideMending<Complaint>(entry, .granted, because: "Benar."),
        ]
    }
}
