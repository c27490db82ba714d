import Casework

extension Step {
    static let addAlleged = Step { work in
        guard let kind = work.plot.kind else { return }
        let alleged = kind.alleged
        let person = AddPerson(
            Line(alleged.who), .alleged, relation: alleged.relation, sex: alleged.sex,
            age: work.seed.chance(60) ? Years(work.seed.number(kind.allegedAges)) : nil,
            background: Backgrounds.alleged(&work.seed))
        try await work.perform(person)
    }

    /// An adult of the family, with the card that the office was shown. No district has the number 99: the card is
    /// nobody's.
    static let addFamily = Step { work in
        let aunt = Someone(.female, 30...55, &work.seed)
        let (day, month) = (work.seed.number(1...28), work.seed.number(1...12))
        let year = work.city.today.year - aunt.age - 1
        let nik = "217199\(day + 40)\(month.padded())\((year % 100).padded())\(work.seed.number(1000...9999))"
        let person = AddPerson(
            Line(aunt.name), .family, relation: .relative, sex: .female,
            born: PartialDay("\(year)-\(month.padded())-\(day.padded())"), nik: NIK(nik))
        try await work.perform(person)
    }

    /// The same was done to all clients of a plot.
    static let recordIncident = Step { work in
        guard let kind = work.plot.kind else { return }
        let file = try await work.record()
        for client in file.clients {
            guard let age = client.age(on: work.city.today), let told = Backgrounds.client(age, &work.seed) else {
                continue
            }
            try await work.perform(DescribePerson(client.id, background: told))
        }
        let incident = RecordIncident(
            day: work.plot.day, place: kind.place, district: work.plot.complaint.district,
            harms: file.clients.map { RecordIncident.Harm($0.id, work.plot.forms) },
            alleged: file.people.filter { $0.role == .alleged }.map { RecordIncident.AllegedPerson($0.id) },
            domestic: kind.domestic, bullying: kind.bullying, online: kind.online,
            disability: kind.need == nil ? .no : .yes, what: work.plot.happened)
        try await work.perform(incident, ticked: [Caution("sexual-purpose")])
    }

    static let note = Step { work in
        try await work.perform(RecordNote(note: work.seed.pick(Narratives.notes)))
    }

    static let rememberSafeContact = Step.tell { file, _ in
        SetSafeContact<CaseFile>(
            of: file.client?.id, safeContact: "Telepon klien pada jam istirahat kerja.",
            rules: ContactRules(
                from: "12:00", until: "13:00", codeWord: "pesanan kue", mayHear: "Kakak klien",
                never: file.contact.rules?.never))
    }
}
