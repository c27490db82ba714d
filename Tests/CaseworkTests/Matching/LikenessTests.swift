import Testing

@testable import Casework

/// Whether two accounts tell of one person. What the shares of ``Evidence`` for names say is measured here.
@Suite struct LikenessTests {
    private let melati = Profile(
        "Melati Siregar", sex: .female, born: "2012-03-14", nik: "2171015403120001", phone: "+6281234567890",
        district: .sagulung)

    @Test func theSamePersonIsLikelierWithEveryAnswerThatAgrees() {
        let accounts = [
            Profile("Meylati Siregar"),
            Profile("Meylati Siregar", sex: .female),
            Profile("Meylati Siregar", sex: .female, district: .sagulung),
            Profile("Meylati Siregar", sex: .female, bornAbout: 2013, district: .sagulung),
            Profile("Meylati Siregar", sex: .female, born: "2012", district: .sagulung),
            Profile("Meylati Siregar", sex: .female, born: "2012-03", district: .sagulung),
            Profile("Meylati Siregar", sex: .female, born: "2012-03-14", district: .sagulung),
            Profile("Meylati Siregar", sex: .female, born: "2012-03-14", phone: "+6281234567890", district: .sagulung),
            melati,
        ]
        let weights = accounts.map { Likeness(melati, $0).weight }
        #expect(weights == weights.sorted() && Set(weights).count == weights.count)
        #expect(accounts.allSatisfy { Likeness(melati, $0).isLikely })
        #expect(Likeness(melati, melati).clues == [.name, .born, .nik, .phone, .district])
    }

    @Test func aSlipOfTheHandCostsLittle() {
        for born in ["2012-03-15", "2011-03-14"] as [PartialDay] {
            #expect(Likeness(melati, Profile("Melati Siregar", born: born)).clues == [.name, .born])
        }
        let swapped = Likeness(Profile("Melati", born: "2012-03-04"), Profile("Melati", born: "2012-04-03"))
        #expect(swapped.clues == [.name, .born])
        let mistyped = Likeness(melati, Profile("Bunga", nik: "2171015403120007"))
        #expect(mistyped.isLikely && mistyped.clues == [.nik])
    }

    @Test func whatContradictsCounts() {
        let weights = [
            Profile("Melati Siregar"), Profile("Melati Siregar", district: .nongsa),
            Profile("Melati Siregar", born: "1980-01-02", district: .nongsa),
            Profile("Melati Siregar", sex: .male, born: "1980-01-02", nik: "3171010201800001", district: .nongsa),
        ].map { Likeness(melati, $0).weight }
        #expect(weights == weights.sorted(by: >))
        #expect(weights[3] < 0)
    }

    /// Only a phone is known of some, and others have no name that anybody knows.
    @Test func onePhoneIsEnoughToBeShownAndNothingIsNot() {
        #expect(Likeness(Profile("", phone: "+6281234567890"), melati).isLikely)
        #expect(Likeness(Profile("Anak perempuan", sex: .female, phone: "+6281234567890"), melati).isLikely)
        #expect(!Likeness(Profile("", sex: .female, bornAbout: 2012, district: .sagulung), Profile("")).isLikely)
        #expect(Likeness(Profile(""), Profile("")).weight == 0)
        #expect(Likeness(Profile("x", born: PartialDay("")), Profile("y", born: PartialDay(""))).clues.isEmpty)
    }

    @Test func itIsTheSameBothWays() {
        let others = [melati, Profile("Meilati", bornAbout: 2009, phone: "+6281111111111"), Profile("", sex: .male)]
        for one in others { for other in others { #expect(Likeness(one, other) == Likeness(other, one)) } }
    }

    /// How often strangers' names come out as alike as each band says, among eighty thousand pairs.
    @Test func theSharesOfStrangersAreThoseMeasured() throws {
        let crowd = NameCrowd.names(4_000).map { Profile($0) }
        let pairs = Array(1...20).flatMap { far in zip(crowd, crowd.dropFirst(far)) }
        var counts: [Double: Double] = [:]
        for (one, other) in pairs { counts[try #require(Evidence.name(one, other)).strangers, default: 0] += 1 }

        #expect(counts.count == 4)
        for (told, count) in counts {
            let measured = count / Double(pairs.count)
            #expect(measured < 3 * told && told < 3 * measured, "told \(told), measured \(measured)")
        }
    }

    /// Every spelling of one person's name speaks for that person.
    @Test(arguments: NamePairs.all)
    func aNameThatIsSpelledOtherwiseIsLikely(pair: (kept: String, typed: String, rule: String)) {
        #expect(Likeness(Profile(pair.kept), Profile(pair.typed)).isLikely)
    }
}
