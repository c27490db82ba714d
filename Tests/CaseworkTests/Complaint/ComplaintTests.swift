import Casework
import Foundation
import TestSupport
import Testing

@Suite struct ComplaintTests {
    private let stamp = Stamp(entry: UUID(), instant: World.now, worker: ID(), version: 1)

    @Test func theCardTellsWhatListsAndSearchNeed() {
        var complaint = Complaint(id: ID())
        World.fromSchool.apply(to: &complaint, stamp)

        let card = complaint.card(1)

        #expect(card.title == "Siswi 14 tahun bercerita kepada guru BK")
        #expect(card.urgency == Risk.high.urgency)
        #expect(card.at == World.now)
        #expect(card.codes == ["channel": "SKL", "danger": "yes", "district": "21.71.11"])
        #expect(card.names == ["Melati", "Ja'far Siregar"] && card.phones == ["+6281234567890"])
    }

    @Test func itsDayIsWhenItCameInNotWhenItWasTyped() {
        var complaint = Complaint(id: ID())
        var action = World.fromSchool
        action.at = Moment(World.now - 3600)
        action.apply(to: &complaint, stamp)

        #expect(complaint.card(1).at == World.now - 3600)
    }

    @Test(arguments: [
        ("Ini kalimat yang pertama. Dua kalimat.", "Ini kalimat yang pertama"),
        ("Ny. Sri dipukul suaminya. Anak takut.", "Ny. Sri dipukul suaminya"), (" \n . x", ". x"),
        ("Baris satu\nBaris dua", "Baris satu"),
        (String(repeating: "kata ", count: 40), String(repeating: "kata ", count: 17) + "kata…"),
    ])
    func aTitleIsTheOpeningOfTheStory(text: String, title: String) {
        #expect(LongText(text).opening() == title)
    }

    @Test func codesNameTheOfficesYearAndNeverShorten() {
        // 31 December, 23.30 UTC is 1 January in Batam.
        let newYear = Date(timeIntervalSince1970: 1_798_759_800)
        #expect(Code("LP", opened: newYear, number: 7).description == "LP-2027-0007")
        #expect(Code("LP", opened: World.now, number: 123_456).description == "LP-2026-123456")
    }
}
