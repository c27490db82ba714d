import Casework

/// What was done in the first cases of the last days, in the order in which their complaints came in, each so many
/// minutes after the one before it.
enum Casefiles {
    static let all: [[(minutes: Int, step: Step)]] = [
        theBoyWhoWrites,
        theBrokenDoor,
        [],
        [
            (60, .agreeToServices),
            (
                30,
                .tell { _, _ in
                    RecordNote(note: "Klien tinggal di rumah ibu pengajian. Gaji dihitung bersama Disnaker.")
                }
            ),
            (90, .assess),
            (10, .screen),
            (60, .agreePlan),
            (60, .happens(.recoveryAsked, note: "Ingin pulang ke Brebes; minta ditemani.")),
            (2340, .openInEmergency(because: "Klien datang ke kantor dan minta bicara; manajernya di lapangan.")),
        ],
        [
            (
                30,
                .tell { _, _ in
                    RequestWaiver(
                        .reportToPolice, because: "Pernikahan belum terjadi; didahulukan pencegahan oleh KUA.")
                }
            )
        ],
        [],
        [
            (30, .tell { _, _ in ReportToPolice(unit: "Unit PPA Polresta Barelang", number: "LP/B/1187/XI/2026") }),
            (45, .agreeToServices),
            (60, .agreeToSharing(with: .hospital)),
            (20, .refer(to: .hospital)),
            (120, .happens(.protected, by: .police)),
            (1300, .happens(.lpskAsked, by: .police)),
        ],
        theExamination,
        [(2300, .tell { _, _ in ReportToPolice(unit: .police, number: "LP/B/1193/XI/2026", by: .family) })],
    ]

    /// A girl of seven whose social report the police wait for.
    private static let theExamination: [(minutes: Int, step: Step)] = [
        (
            10,
            .tell { _, _ in ReportToPolice(unit: .police, number: "LP/B/1190/XI/2026", by: .family) }
        ),
        (10, .tell { file, _ in DescribePerson(file.client?.id ?? ID(), sex: .female, age: Years(7)) }),
        (180, .happens(.notProtected, by: .police, note: "Anak dan ibu di rumah bibi; terlapor tidak tahu.")),
        (60, .happens(.investigationBegan, by: .police)),
        (1200, .happens(.socialReportAsked, by: .police)),
    ]

    private static let theBoyWhoWrites: [(minutes: Int, step: Step)] = [
        (
            30,
            .tell { file, _ in
                SetSafeContact<CaseFile>(
                    of: file.client?.id, safeContact: "Lewat guru BK di sekolah.",
                    rules: ContactRules(
                        from: "08:00", until: "13:00", codeWord: "lomba mading", mayHear: "Guru BK",
                        never: "Jangan telepon rumah. Jangan kirim pesan."))
            }
        ),
        (20, .tell { _, _ in AddPerson("Bapak pelapor", .alleged, relation: .parent, sex: .male) }),
        (
            5,
            .tell { file, _ in
                DescribePerson(file.client?.id ?? ID(), who: "Ratna Simbolon", sex: .female, age: Years(36))
            }
        ),
        (
            5,
            .tell(ticking: [Caution("becomes-client", ["name": "Dimas"])]) { file, _ in
                ChangeRole(
                    file.people.first { $0.role == .reporter }?.id ?? ID(), to: .client,
                    because: "Ia sendiri juga dipukul; diceritakannya kepada guru BK.")
            }
        ),
        (10, .look),
        (
            5,
            .tell { file, _ in
                DescribePerson(
                    file.people.last { $0.role == .alleged }?.id ?? ID(), age: Years(45),
                    background: Background(occupation: .traderOrFarmer))
            }
        ),
        (10, .look),
        (
            20,
            .tell { file, _ in
                RecordIncident(
                    day: "2026", place: .household, harms: clients(file, [.physical, .psychological]),
                    alleged: alleged(file), domestic: .yes, what: "Berulang sejak tahun lalu, bila terlapor mabuk.")
            }
        ),
        (30, .tell { _, _ in RecordNote(note: "Bicara dengan guru BK. Anak aman di rumah bibinya sampai Jumat.") }),
        (
            20,
            .tell { file, _ in
                RecordConsent(
                    file.client?.id ?? ID(), to: .services, by: .safeAdult,
                    note:
                        "Ibu belum bisa dihubungi dengan aman. Bibi dan guru BK hadir; anak setuju."
                )
            }
        ),
        (40, .assess),
        (
            30,
            .tell { _, city in
                AgreePlan(
                    [
                        AgreePlan.Goal(
                            "Ibu dan anak-anak tidur di tempat yang aman",
                            [
                                AgreePlan.Step("Tanya ibu lewat bibi, kapan dan di mana aman bertemu", .family),
                                AgreePlan.Step("Siapkan tempat di rumah aman", .office, by: city.today.adding(2)),
                            ]),
                        AgreePlan.Goal(
                            "Kedua anak tetap sekolah",
                            [
                                AgreePlan.Step(
                                    "Guru BK menemani sampai dijemput bibi", .partner, by: city.today.adding(5))
                            ]),
                    ],
                    agreement: .childAndAdult, agreementNote: "\"Saya mau mama ikut juga.\"",
                    review: city.today.adding(14))
            }
        ),
        (60, .approvePlan),
        (30, .look),
        (20, .finishStep(0)),
        (90, .give(.socialRehabilitation, next: 6)),
        (20, .agreeToSharing(with: .hospital)),
        (20, .refer(to: .hospital)),
        (30, .join(fromPrimarySchool, forms: [.physical])),
        (5, .look),
        (
            10,
            .tell { file, _ in
                let mother = file.toldOnly.first { $0.role == .client }
                return RecognisePerson(mother?.id ?? ID(), is: file.client?.id)
            }
        ),
        (
            5,
            .tell { file, _ in
                let teacher = file.toldOnly.first { $0.role == .reporter }
                return AddPerson("Lastri Gultom", .reporter, told: teacher?.id)
            }
        ),
        (
            5,
            .tell { _, _ in SetNeeds([.signLanguage, .hearing], note: "Rani, adik Dimas. Ibunya ikut menerjemahkan.") }
        ),
    ]

    /// A second call, and a girl of whom the first one did not tell: she is not in the file yet.
    private static let fromPrimarySchool = ReceiveComplaint(
        channel: .school,
        what: """
            Wali kelas SD: Rani datang dengan lengan memar dan menunjuk rumahnya. Ia tuli dan bercerita dengan isyarat. \
            Ibunya, kata sekolah, juga sering lebam; kakaknya Dimas di SMP.
            """,
        danger: .unknown,
        affected: [
            Affected("Ibu Rani dan Dimas", sex: .female), Affected("Rani, adik Dimas", sex: .female, age: Years(8)),
        ],
        needs: [.signLanguage], reporter: "Wali kelas SD", relation: .teacher)

    private static let theBrokenDoor: [(minutes: Int, step: Step)] = [
        (
            15,
            .tell { file, _ in
                RecordFollowUp(
                    .visit, of: file.client?.id, safe: .yes,
                    note: "Didatangi bersama ketua RT. Klien dan anak-anaknya menginap di rumah kakaknya.")
            }
        ),
        (
            1,
            .tell { file, _ in
                DescribePerson(
                    file.client?.id ?? ID(), age: Years(34), address: "Menumpang di rumah kakaknya, pintu biru")
            }
        ),
        (9, .tell { _, _ in AddPerson("Anak sulung", .client, sex: .female, age: Years(13)) }),
        (5, .look),
        (
            10,
            .tell { file, _ in
                SetSafeContact<CaseFile>(
                    of: file.client?.id, phone: "+6281200001029", safeContact: "Telepon langsung, kapan saja.",
                    rules: ContactRules(
                        codeWord: "koperasi", mayHear: "Kakaknya", never: "Jangan titip pesan lewat anak-anak."))
            }
        ),
        (
            5,
            .tell { file, _ in
                SetSafeContact<CaseFile>(
                    of: file.clients.last?.id, safeContact: "Lewat wali kelas, hari sekolah sebelum pukul 13.00.",
                    rules: ContactRules(
                        from: "07:30", until: "13:00", mayHear: "Ibu dan wali kelas",
                        never: "Jangan hubungi ponsel anak: ayahnya tahu sandinya."))
            }
        ),
        (
            15,
            .tell { file, _ in
                RecordFollowUp(
                    .throughOthers, of: file.clients.last?.id, safe: .unknown,
                    note: "Kabar dari wali kelas: anak masuk sekolah. Anaknya sendiri belum ditemui.")
            }
        ),
        (20, .tell { _, _ in AddPerson("Mantan suami", .alleged, relation: .spouse, sex: .male) }),
        (10, .look),
        (
            20,
            .tell { file, _ in
                RecordIncident(
                    place: .household, harms: clients(file, [.psychological]), alleged: alleged(file), domestic: .yes,
                    what: "Mendobrak pintu dan mengancam membawa anak-anak.")
            }
        ),
        (
            30,
            .tell { _, _ in
                RecordNote(note: "Pintu diperbaiki tetangga. Ketua RT diberi tahu agar menelepon 110.")
            }
        ),
        (
            30,
            .tell { file, _ in
                RecordConsent(
                    file.client?.id ?? ID(), to: .services, by: .client, note: "Dibicarakan di rumah kakaknya.")
            }
        ),
        (
            5,
            .tell(ticking: [Caution("guardian-alleged")]) { file, _ in
                RecordConsent(
                    file.clients.last?.id ?? ID(), to: .services, by: .guardian, note: "Bersama ibunya; anak setuju.")
            }
        ),
        (30, .assess),
        (20, .tell { _, _ in ReportToPolice(unit: .police, number: "LP/B/1181/XI/2026", by: .family) }),
        (90, .happens(.protected, by: .police)),
        (1200, .happens(.orderAsked, by: .police)),
    ]

    private static func clients(_ file: CaseFile, _ forms: [ViolenceForm]) -> [RecordIncident.Harm] {
        file.clients.map { RecordIncident.Harm($0.id, forms) }
    }

    private static func alleged(_ file: CaseFile) -> [RecordIncident.AllegedPerson] {
        file.people.filter { $0.role == .alleged }.map { RecordIncident.AllegedPerson($0.id) }
    }
}
