/// Somebody of whom a joined complaint tells. They come into the file when somebody adds them, or says who of it they are.
package struct ToldPerson: Hashable, Sendable, Referable {
    package static var field: Field.Kind { .item(of: .told) }

    package let id: ID<ToldPerson>
    package let complaint: ID<Complaint>
    package let who: Line
    /// A client, or who reported it.
    package let role: PersonRole
    package let sex: Sex?
    package let age: Years?
    /// When it was told.
    package let on: Day
    package let phone: Phone?
    /// What runs for them until somebody was with them, unless they are plainly a client of the file; nil where the complaint
    /// starts nothing.
    let clock: Trigger?
    /// What somebody said of them; nil where nobody did.
    package internal(set) var said: Said?

    package enum Said: Hashable, Sendable {
        case person(ID<Person>)
        /// Nobody whom the file needs.
        case nobody
    }

    /// Whether nobody needs to be asked whether they are this one: called alike, and nothing that was told of them denies
    /// it. One who is told to be harmed is a client.
    fileprivate func isSurely(_ person: Person) -> Bool {
        let isOffSex = sex.flatMap { sex in person.sex.map { $0 != sex } } ?? false
        // An estimate of somebody else's is often two years off.
        let isOffAge = age.flatMap { age in person.age(on: on).map { abs($0 - age.value) > 2 } } ?? false
        return (role != .client || person.role == .client) && person.isCalled(who) && !isOffSex && !isOffAge
    }
}

extension CaseFile {
    package func toldPerson(_ id: ID<ToldPerson>) -> ToldPerson? { toldPeople.first { $0.id == id } }

    /// The complaint's own words.
    package func words(of told: ID<ToldPerson>) -> LongText? {
        let complaint = toldPerson(told)?.complaint
        return joined.first { $0.complaint == complaint }?.what
    }

    /// Those of whom joined complaints tell and who are not in the file.
    package var toldOnly: [ToldPerson] { toldPeople.filter { $0.said == nil && person(for: $0) == nil } }

    /// Who of the file they are, as somebody said or as it is plain. Once a clock of their own began nothing is plain any
    /// more: it is theirs until somebody says who they are.
    private func person(for told: ToldPerson) -> ID<Person>? {
        switch told.said {
        case .person(let person): person
        case .nobody: nil
        case nil: triggers.contains { $0.about == told.id.value } ? nil : alike(told)
        }
    }

    /// Two of one complaint are not the same person, unless somebody said so.
    private func alike(_ told: ToldPerson) -> ID<Person>? {
        let alike = people.filter(told.isSurely)
        guard alike.count == 1, let person = alike.first else { return nil }
        let alsoThey = toldPeople.filter { other in
            other.complaint == told.complaint && other.role == told.role && other.said == nil && other.isSurely(person)
        }
        return alsoThey.count == 1 ? person.id : nil
    }

    mutating func say(_ said: ToldPerson.Said, of told: ID<ToldPerson>) {
        guard let place = toldPeople.firstIndex(where: { $0.id == told }) else { return }
        toldPeople[place].said = said
    }

    /// Each harmed person of whom a complaint tells waits for themselves until somebody says who they are, and then as that
    /// client. Who turns out not to be the client whom they were taken for begins to wait.
    mutating func settleTold() {
        guard !isClosed else { return }
        let covered = triggers.filter { $0.rule == .reportToPolice && $0.isOpen && isCovered($0) }
        triggers.removeAll { covered.contains($0) }
        for told in toldPeople {
            guard let clock = told.clock else { continue }
            if told.said == nil {
                if person(for: told) == nil, !triggers.contains(where: clock.isSame) { triggers.append(clock) }
                continue
            }
            triggers.removeAll { $0.isOpen && $0.isSame(as: clock) }
            guard case .person(let id) = told.said, person(id)?.role == .client else { continue }
            wait(for: id, clock)
        }
    }

    /// Whether a report to the police is about others than the clients whom the police know, and nobody of these is another.
    private func isCovered(_ report: Trigger) -> Bool {
        guard let complaint = report.about else { return false }
        let known = complained.union(reported)
        return harmed(by: ID<Complaint>(complaint)).allSatisfy { told in
            told.said == .nobody || person(for: told).map(known.contains) ?? false
        }
    }

    /// Whether somebody of whom a complaint only tells waits.
    var hasToldWaiting: Bool {
        toldOnly.contains { told in triggers.contains { $0.isOpen && $0.about == told.id.value } }
    }

    /// Who is in danger and was not served yet is a client, or nobody whom the file needs.
    func checkDanger(of told: ID<ToldPerson>, as role: PersonRole) throws(Refusal) {
        guard role == .client || !isInDanger(told) else { throw Refusal("told-in-danger") }
    }

    /// Whether a joined complaint names this client among whom it is about.
    func names(_ joined: JoinComplaint, _ client: ID<Person>) -> Bool {
        harmed(by: joined).contains { person(for: $0) == client }
    }

    /// Whether what a joined complaint tells was done to this client. One that names nobody is about whom the first one was
    /// about.
    func isAbout(_ joined: JoinComplaint, _ client: ID<Person>) -> Bool {
        harmed(by: joined).isEmpty
            ? complained.contains(client) || complained.isEmpty : names(joined, client)
    }

    private func harmed(by joined: JoinComplaint) -> [ToldPerson] { harmed(by: joined.complaint) }

    func harmed(by complaint: ID<Complaint>) -> [ToldPerson] {
        toldPeople.filter { $0.complaint == complaint && $0.role == .client }
    }
}
