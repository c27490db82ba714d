package import Foundation

/// How a card is kept: its properties in the order of their declarations. Whoever changes one changes
/// ``Card/format`` too.
extension Card {
    /// Equal cards are equal bytes.
    package var packed: Data {
        var packing = Packing()
        packing.put(record)
        packing.put(kind.text)
        packing.put(version)
        packing.put(status)
        packing.put(title)
        packing.put(at)
        packing.put(urgency)
        packing.put(codes.sorted { $0.key < $1.key }) {
            $0.put($1.key); $0.put($1.value)
        }
        packing.put(team) { $0.put($1) }
        packing.put(conflicts) { $0.put($1) }
        packing.put(emergencies) { $1.pack(into: &$0) }
        packing.put(file) { $0.put($1) }
        packing.put(asksApproval)
        packing.put(decidedAlone)
        packing.put(unsafe) { $0.put($1) }
        packing.put(recorded) { $0.put($1) }
        packing.put(answered) { $0.put($1) }
        packing.put(triggers) { $1.pack(into: &$0) }
        packing.put(victims) { $1.pack(into: &$0) }
        packing.put(alleged) { $1.pack(into: &$0) }
        packing.put(people) { $1.pack(into: &$0) }
        packing.put(phones) { $0.put($1) }
        packing.put(text)
        return Data(packing.bytes)
    }

    /// Throws for bytes that ``packed`` did not make.
    package init(packed bytes: Data) throws {
        var bytes = Unpacking(bytes)
        record = try bytes.id()
        kind = RecordKind(try bytes.text())
        version = try bytes.number()
        status = try bytes.code()
        title = try bytes.text()
        at = try bytes.instant()
        urgency = try bytes.number()
        let pairs = try bytes.list { (try $0.text(), try $0.text()) }
        codes = Dictionary(pairs) { $1 }
        team = try bytes.list { try $0.id() }
        conflicts = try bytes.list { try $0.id() }
        emergencies = try bytes.list(Emergency.init)
        file = try bytes.optional { try $0.id() }
        asksApproval = try bytes.flag()
        decidedAlone = try bytes.number()
        unsafe = try bytes.list { try $0.text() }
        recorded = try bytes.optional { try $0.instant() }
        answered = try bytes.optional { try $0.instant() }
        triggers = try bytes.list(Trigger.init)
        victims = try bytes.list(Victim.init)
        alleged = try bytes.list(Alleged.init)
        people = try bytes.list(Profile.init)
        phones = try bytes.list { try $0.text() }
        text = try bytes.text()
        guard bytes.isAtEnd else { throw Unpacking.Broken() }
    }
}

extension Card.Emergency {
    fileprivate func pack(into packing: inout Packing) {
        packing.put(worker)
        packing.put(at)
        packing.put(until)
        packing.put(isReviewed)
    }

    fileprivate init(_ bytes: inout Unpacking) throws {
        worker = try bytes.id()
        at = try bytes.instant()
        until = try bytes.instant()
        isReviewed = try bytes.flag()
    }
}

extension Trigger {
    fileprivate func pack(into packing: inout Packing) {
        packing.put(rule.text)
        packing.put(start)
        packing.put(about) { $0.put($1) }
        packing.put(what) { $0.put($1) }
        packing.put(service) { $0.put($1) }
        packing.put(partner) { $0.put($1.value) }
        packing.put(until) { $0.put($1) }
        packing.put(met) { $0.put($1) }
        packing.put(waived) { $0.put($1) }
    }

    fileprivate init(_ bytes: inout Unpacking) throws {
        rule = RuleID(try bytes.text())
        start = try bytes.instant()
        about = try bytes.optional { try $0.id() }
        what = try bytes.optional { try $0.text() }
        service = try bytes.optional { try $0.code() }
        partner = try bytes.optional { ID(try $0.id()) }
        until = try bytes.optional { try $0.instant() }
        met = try bytes.optional { try $0.instant() }
        waived = try bytes.optional { try $0.instant() }
    }
}

extension Victim {
    fileprivate func pack(into packing: inout Packing) {
        packing.put(sex) { $0.put($1) }
        packing.put(age) { $0.put($1) }
        packing.put(forms) { $0.put($1) }
        packing.put(places) { $0.put($1) }
        packing.put(domestic) { $0.put($1) }
        packing.put(bullying) { $0.put($1) }
        packing.put(online) { $0.put($1) }
        packing.put(services) { $0.put($1) }
        packing.put(isServed)
        background.pack(into: &packing)
    }

    fileprivate init(_ bytes: inout Unpacking) throws {
        sex = try bytes.optional { try $0.code() }
        age = try bytes.optional { try $0.number() }
        forms = try bytes.list { try $0.code() }
        places = try bytes.list { try $0.code() }
        domestic = try bytes.optional { try $0.code() }
        bullying = try bytes.optional { try $0.code() }
        online = try bytes.optional { try $0.code() }
        services = try bytes.list { try $0.code() }
        isServed = try bytes.flag()
        background = try Background(&bytes)
    }
}

extension Alleged {
    fileprivate func pack(into packing: inout Packing) {
        packing.put(sex) { $0.put($1) }
        packing.put(age) { $0.put($1) }
        packing.put(relation) { $0.put($1) }
        background.pack(into: &packing)
    }

    fileprivate init(_ bytes: inout Unpacking) throws {
        sex = try bytes.optional { try $0.code() }
        age = try bytes.optional { try $0.number() }
        relation = try bytes.optional { try $0.code() }
        background = try Background(&bytes)
    }
}

extension Background {
    fileprivate func pack(into packing: inout Packing) {
        packing.put(education) { $0.put($1) }
        packing.put(occupation) { $0.put($1) }
        packing.put(marital) { $0.put($1) }
        packing.put(disability) { $0.put($1) }
    }

    fileprivate init(_ bytes: inout Unpacking) throws {
        self.init(
            education: try bytes.optional { try $0.code() }, occupation: try bytes.optional { try $0.code() },
            marital: try bytes.optional { try $0.code() }, disability: try bytes.optional { try $0.code() })
    }
}

extension Profile {
    fileprivate func pack(into packing: inout Packing) {
        packing.put(name)
        packing.put(sex) { $0.put($1) }
        packing.put(born) { $0.put($1.text) }
        packing.put(bornAbout) { $0.put($1) }
        packing.put(nik) { $0.put($1.text) }
        packing.put(phone) { $0.put($1.text) }
        packing.put(district) { $0.put($1) }
        packing.put(person) { $0.put($1.value) }
        packing.put(role) { $0.put($1) }
    }

    fileprivate init(_ bytes: inout Unpacking) throws {
        name = try bytes.text()
        sex = try bytes.optional { try $0.code() }
        born = try bytes.optional { PartialDay(try $0.text()) }
        bornAbout = try bytes.optional { try $0.number() }
        nik = try bytes.optional { NIK(try $0.text()) }
        phone = try bytes.optional { Phone(try $0.text()) }
        district = try bytes.optional { try $0.code() }
        person = try bytes.optional { ID(try $0.id()) }
        role = try bytes.optional { try $0.code() }
    }
}
