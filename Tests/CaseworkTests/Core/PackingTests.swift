import Casework
import Foundation
import Testing

@Suite struct PackingTests {
    /// A card of which no property is as it is in an empty one.
    private var full: Card {
        var card = Card(
            ID<CaseFile>(), 300, status: .intervention, title: "Melati, 7 – «Ñg»", at: Date(timeIntervalSince1970: 0.1))
        card.urgency = -3
        card.codes = ["risk": "TINGGI", "district": "SAGULUNG", "": ""]
        card.team = [UUID(), UUID()]
        card.conflicts = [UUID()]
        card.emergencies = [
            Card.Emergency(worker: UUID(), at: .distantPast, until: .distantFuture, isReviewed: true)
        ]
        card.file = UUID()
        card.asksApproval = true
        card.decidedAlone = 2
        card.unsafe = ["Melati"]
        card.recorded = Date(timeIntervalSince1970: 3)
        card.answered = Date(timeIntervalSince1970: -3)
        var met = Trigger(.review, from: Date(timeIntervalSince1970: -1.5), about: UUID(), partner: ID(), until: .now)
        (met.met, met.waived) = (.distantPast, .distantFuture)
        card.triggers = [met, Trigger(.appointment, from: .now, service: .health)]
        card.victims = [
            Victim(sex: .female, age: 9, forms: ViolenceForm.allCases), Victim(sex: nil, age: nil, forms: []),
        ]
        let background = Background(
            education: .primary, occupation: .student, marital: .single, disability: .hearing)
        card.victims.append(
            Victim(
                sex: .male, age: 0, forms: [.neglect], places: [.household, .online], domestic: .yes,
                services: [.health, .health], isServed: true, background: background))
        card.alleged = [
            Alleged(sex: .male, age: 40, relation: .parent, background: background), Alleged(sex: nil, age: nil),
        ]
        card.people = [
            Profile(
                "Melati", sex: .female, born: PartialDay("2017-03"), bornAbout: 2017, nik: NIK("2171015403120001"),
                phone: Phone("+6281200000004"), district: .sagulung),
            Profile(""),
        ]
        card.phones = ["+6281200000004", ""]
        card.text = "Diceritakan kepada guru.\n👩‍👧"
        return card
    }

    /// Whatever else a card tells, one day too: each of its properties is another than the full card's.
    @Test func aStubTellsFiveThingsAndNothingElse() {
        let told = ["age": "child", "district": "SAGULUNG", "risk": "TINGGI", "manager": "x"]
        var (full, empty) = (full, Card(ID<CaseFile>(), 0, status: .closed, title: "", at: .distantFuture))
        full.codes = told.merging(["forms": "SEK", "unsafe": "yes", "next": "agree-plan", "asks": "x"]) { $1 }
        empty.codes = told
        let (stub, other) = (full.stub, empty.stub)
        #expect(stub.record == full.record && stub.kind == full.kind && stub.codes == told)
        for (one, whole) in zip(Mirror(reflecting: stub).children, Mirror(reflecting: full).children)
        where !["record", "kind"].contains(one.label) {
            #expect("\(one.value)" != "\(whole.value)", "\(one.label ?? "")")
        }
        for (one, another) in zip(Mirror(reflecting: stub).children, Mirror(reflecting: other).children)
        where !["record", "codes"].contains(one.label) {
            #expect("\(one.value)" == "\(another.value)", "\(one.label ?? "")")
        }
    }

    @Test func aFullCardIsReadAsItWas() throws {
        let (full, empty) = (full, Card(ID<Complaint>(), 0, status: .new, title: "", at: .distantPast))
        for (one, other) in zip(Mirror(reflecting: full).children, Mirror(reflecting: empty).children) {
            #expect("\(one.value)" != "\(other.value)", "\(one.label ?? "") is not set")
        }
        #expect(try Card(packed: full.packed) == full)
        #expect(try Card(packed: empty.packed) == empty)
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 20, .max, .min])
    func everyNumberIsReadAsItWas(number: Int) throws {
        var card = full
        card.urgency = number
        #expect(try Card(packed: card.packed) == card)
    }

    @Test func equalCardsAreEqualBytes() {
        var card = full
        let pairs = (0..<50).map { ("field-\($0)", "\($0)") }
        card.codes = Dictionary(uniqueKeysWithValues: pairs)
        var same = card
        same.codes = [:]
        for (field, code) in pairs.reversed() { same.codes[field] = code }
        #expect(card.packed == same.packed)
    }

    @Test func bytesThatAreNoCardThrow() {
        let bytes = full.packed
        for count in bytes.indices { #expect(throws: (any Error).self) { try Card(packed: bytes.prefix(count)) } }
        #expect(throws: (any Error).self) { try Card(packed: bytes + [0]) }
        // A flipped bit may make another card, but never a trap.
        for place in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[place] ^= 1 << UInt8(bit)
                _ = try? Card(packed: flipped)
            }
        }
    }
}
