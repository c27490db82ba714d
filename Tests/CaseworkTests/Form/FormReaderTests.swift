import Casework
import Foundation
import TestSupport
import Testing

@Suite struct FormReaderTests {
    @Test func fieldsAreThePropertiesInTheirOrder() throws {
        let fields = try FormReader.fields(of: ReceiveComplaint.self)

        #expect(
            fields.map(\.name) == [
                "channel", "what", "danger", "affected", "district", "reporter", "relation", "phone", "safeContact",
                "at",
            ])
        #expect(fields.filter(\.required).map(\.name) == ["channel", "what"])
    }

    @Test func aFullFormIsRead() throws {
        let posted = Posted([
            "channel": ["S1T"], "what": ["Ibu dipukul.\r\nAnak takut."], "danger": ["yes"], "district": ["21.71.09"],
            "phone": ["0812-3456 7890"], "at": ["2026-11-24T09:18"], "reporter": [""],
        ])

        let reading = try FormReader.read(ReceiveComplaint.self, posted)

        #expect(reading.faults.isEmpty)
        #expect(reading.action.channel == .sapaPhone)
        #expect(reading.action.what.text == "Ibu dipukul.\nAnak takut.")
        #expect(reading.action.phone?.text == "+6281234567890")
        #expect(reading.action.reporter == nil)
        #expect(reading.action.at?.raw == ["2026-11-24T09:18"])
    }

    @Test func everyFaultIsToldInTheOrderOfTheQuestions() throws {
        let posted = Posted([
            "channel": ["XYZ"], "what": [" \n "], "danger": ["maybe"], "phone": ["12"], "at": ["31/12"],
            "reporter": [String(repeating: "x", count: 501)], "stranger": ["1"], "affected": ["a\u{0}b"],
        ])

        let faults = try FormReader.read(ReceiveComplaint.self, posted).faults

        #expect(
            faults == [
                Fault("channel", .notInList), Fault("what", .missing), Fault("danger", .notInList),
                Fault("affected", .notText), Fault("reporter", .tooLong(limit: 500)), Fault("phone", .notAPhone),
                Fault("at", .notAMoment), Fault("stranger", .notAsked),
            ])
    }

    @Test func bytesThatAreNoTextAreAFaultOfTheirField() throws {
        let posted = Posted(["channel": ["S1T"], "what": ["\u{fffd}"]], notText: ["what"])

        #expect(try FormReader.read(ReceiveComplaint.self, posted).faults == [Fault("what", .notText)])
    }

    @Test func faultsOfTheRecordStandBetweenThoseOfTheReader() async throws {
        let world = try await World()
        let posted = Posted(["what": [""], "at": ["2027-01-01T00:00"], "channel": ["S1T"], "stranger": ["1"]])
        let reading = try FormReader.read(ReceiveComplaint.self, posted)

        let all = reading.faults(Complaint(id: ID()), Context(now: World.now, worker: world.dewi)).all

        #expect(all == [Fault("what", .missing), Fault("at", .inTheFuture), Fault("stranger", .notAsked)])
    }

    @Test(arguments: [
        ("0812 3456 7890", "+6281234567890"), ("62 812 3456 7890", "+6281234567890" as String?),
        ("+65 9123 4567", "+6591234567"), ("0778-123456", "+62778123456"), ("(0812) 3456.7890", "+6281234567890"),
        ("8123456789", "+628123456789"), ("0065 91234567", "+6591234567"), ("129", "129"), ("0812abc", nil),
        ("", nil), ("+0812345678", nil), ("+6281234567890123", nil),
    ])
    func phonesAreReadAsTheyAreTyped(typed: String, phone: String?) {
        // A number that begins with the country's code but without its plus is dialled as it is.
        let read = try? Phone.read([typed]).text
        #expect(read == phone)
    }
}
