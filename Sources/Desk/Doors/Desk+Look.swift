package import Casework
package import Foundation
import Storage

extension Desk {
    /// The door out for one record.
    /// - Throws: ``NotDone/unknown``, the same for nonsense and for what is another's.
    package func open<R: Record>(_ type: R.Type, _ id: ID<R>, by worker: Worker) async throws -> Fold<R> {
        let place = try await index.whereabouts(of: id.value, for: worker, at: clock.now())
        let isOpen = place.map { $0.kind == R.kind && Policy.sight(worker, of: $0) >= .readable } ?? false
        var look = Look(isOpen ? .open : .denied, by: worker, at: clock.now())
        look.record = id.value
        try await leave(look, by: worker)
        guard isOpen else { throw NotDone.unknown }
        // The office's own record is no victim's.
        if R.kind != Office.kind {
            try await spend(id.value, by: worker)
            try await admitAgain(id.value, by: worker)
        }
        let fold = try folds.current(id, in: worker.lane)
        // It may have been erased while this waited for its turn.
        guard fold.isThere else { throw NotDone.unknown }
        return fold
    }

    /// What the look was compared with may have ended while this waited for its turn: the worker's access or post, the
    /// program's token, being of the team. The rights come last, since the sight was judged by them.
    private func admitAgain(_ record: UUID, by worker: Worker) async throws {
        guard try await mayOpen(record, by: worker) else {
            try await leaveLook(denied: record, by: worker)
            throw NotDone.unknown
        }
        guard try accounts.stands(worker) else { throw NotDone.rightsChanged }
    }

    /// Somebody's identity number in clear: a look of its own, beside that of opening the case.
    package func reveal(
        _ person: ID<Person>, in file: ID<CaseFile>, by worker: Worker
    ) async throws -> (name: Line, nik: NIK) {
        let opened = try await open(CaseFile.self, file, by: worker).record
        // Who decides about a file, reads it in an emergency, or takes down what belongs to it, needs no number in clear.
        guard worker.duties.contains(Policy.dutyOfTeam(CaseFile.kind)), opened.isOfTeam(worker.id) else {
            throw NotDone.notPermitted(Policy.dutyOfTeam(CaseFile.kind))
        }
        guard let person = opened.person(person), let nik = person.nik else { throw NotDone.unknown }
        var look = Look(.reveal, by: worker, at: clock.now())
        look.record = file.value
        look.shown = [person.id.value]
        try await leave(look, by: worker)
        return (person.name, nik)
    }

    /// How much of a record this worker may see now; says nothing of what is in it.
    package func sight(of record: UUID, by worker: Worker) async throws -> Sight {
        let place = try await index.whereabouts(of: record, for: worker, at: clock.now())
        return place.map { Policy.sight(worker, of: $0) } ?? .unknown
    }

    /// Whether this worker may open a record now, if only to read it.
    package func mayOpen(_ record: UUID, by worker: Worker) async throws -> Bool {
        try await sight(of: record, by: worker) >= .readable
    }

    /// The code of a record that this worker may open now. It leaves no look: it tells nothing of what is in it.
    package func code(of record: UUID, by worker: Worker) async throws -> String? {
        try await mayOpen(record, by: worker) ? index.code(of: record) : nil
    }

    /// A record of which this worker sees but the stub; nil for any other.
    package func stub<R: Record>(of id: ID<R>, by worker: Worker) async throws -> Listed? {
        let place = try await index.whereabouts(of: id.value, for: worker, at: clock.now())
        guard let place, place.kind == R.kind, Policy.sight(worker, of: place) == .listed else { return nil }
        var look = Look(.list, by: worker, at: clock.now())
        look.shown = [id.value]
        try await leave(look, by: worker)
        return try await index.stub(of: id.value, in: Scope(worker))
    }

    /// The door out for many.
    package func list(_ list: List, by worker: Worker, _ page: PageOfList = PageOfList()) async throws -> Listing {
        var list = list
        if case .search(let text) = list { list = .search(String(text.prefix(List.longestSearch))) }
        if case .supervised = list { try await admitToFigures(worker) }
        let scope = Scope(worker)
        var listing = try await index.withSupervised(index.list(list, in: scope, page), in: scope, at: clock.now())
        if list == .decidedAlone { listing.unseen = try await index.decidedUnseen(in: scope) }
        listing.next = try listing.last.map { try Cursor(after: $0, in: list, vault) }
        var look = Look(.list, by: worker, at: clock.now())
        look.list = list.withoutPeople
        look.shown = listing.rows.map(\.card.record)
        try await leave(look, by: worker)
        if case .search = list {
            try await countFound(listing.rows.filter { $0.sight == .open }.map(\.card.record), for: worker)
        }
        return listing
    }

    /// What is due on the records that this worker may open, by instant.
    package func dues(for worker: Worker) async throws -> [Due] {
        let dues = try await index.dues(in: Scope(worker))
        var look = Look(.dues, by: worker, at: clock.now())
        look.shown = dues.map(\.listed.card.record)
        try await leave(look, by: worker)
        return dues
    }

    /// What all the office's cases of a time come to, counted card by card, for who may see its figures. Only numbers
    /// leave the building.
    package func figures<Figures: Sendable>(
        from: Date, until: Date, by worker: Worker, into figures: Figures,
        _ count: @escaping @Sendable (inout Figures, Card) -> Void
    ) async throws -> Figures {
        try await admitToFigures(worker)
        let figures = try await index.figures(from: from, until: until, in: worker.lane, into: figures, count)
        var look = Look(.figures, by: worker, at: clock.now())
        look.time = [from, until]
        try await leave(look, by: worker)
        return figures
    }

    /// Puts on record that somebody was turned away before any door: a program that may only look.
    package func leaveLook(denied record: UUID?, by worker: Worker) async throws {
        var look = Look(.denied, by: worker, at: clock.now())
        look.record = record
        try await leave(look, by: worker)
    }

    /// Puts on record that a token was made or taken back.
    package func leaveLook(token: UUID, by worker: Worker) async throws {
        var look = Look(.token, by: worker, at: clock.now())
        look.record = token
        try await leave(look, by: worker)
    }

    /// Whether something was performed under this key.
    package func isPerformed(_ key: UUID) throws -> Bool { try store.receipt(key) != nil }

    /// Whether no complaint ever came in.
    package func isEmpty() async throws -> Bool { try await index.isEmpty() }

    /// How many complaints wait in the inbox. A number shows no record, so it leaves no look
    /// (`docs/adr/0004-a-count-leaves-no-look.md`).
    package func inboxCount(by worker: Worker) async throws -> Int {
        try await index.count(.inbox, in: Scope(worker))
    }
}
