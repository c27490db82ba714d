import Casework
import Foundation
import Testing

@Suite struct NameMatchingTests {
    /// Between what must be found and what must not be taken for it: no pair is below 0.85, no stranger reaches 0.8.
    static let (found, strange) = (0.85, 0.8)

    @Test(arguments: NamePairs.all)
    func aNameIsKnownAsItIsTyped(pair: (kept: String, typed: String, rule: String)) {
        let score = NameSimilarity.score(pair.kept, pair.typed)

        #expect(score > Self.found, "\(pair.rule)")
        #expect(score <= 1)
        #expect(score == NameSimilarity.score(pair.typed, pair.kept))
    }

    @Test(arguments: [
        ("Siti Aminah", "Siti Aisyah"), ("Siti Rahmawati", "Siti Rahayu"), ("Budi Santoso", "Budi Susanto"),
        ("Muhammad Fauzan", "Muhammad Fadli"), ("Muhammad Rizki", "Muhammad Ridwan"), ("M. Rizki", "Mira Rizkiana"),
        ("Abdul Rahman", "Abdul Rohim"), ("Sri Wahyuni", "Sri Wahyudi"), ("Dwi Cahyani", "Dwi Cahyono"),
        ("Susanto", "Susanti"), ("Kurniawan", "Kurniawati"), ("Eka Saputra", "Eka Saputri"),
        ("Sri Lestari", "Sri Listiani"), ("Nurhayati", "Nurhasanah"), ("Nur Hayati", "Nur Halimah"),
        ("Dewi Lestari", "Devi Susanti"), ("Sumiati", "Sumarni"), ("Suryadi", "Suryanto"),
        ("Ahmad Hidayat", "Ahmad Hidayatullah"), ("Rina Marlina Siregar", "Rani Meliana Siregar"),
        ("Yohanes Seran", "Yosef Seran"), ("I Wayan Sudiana", "I Made Sudiarta"),
        ("Hotma Simanjuntak", "Hotman Simbolon"), ("Andi Tenri", "Andi Besse"), ("Lim Mei Ling", "Lim Mei Hwa"),
        ("Rajan a/l Muthu", "Ramu a/l Mutharasan"), ("Kadek Ayu Lestari", "Ketut Ayu Laksmi"),
        ("Rosmawati", "Rosdiana"), ("Maria Lopez Wea", "Maria Lewokeda"), ("Teguh Prasetyo", "Teguh Pratama"),
        ("H. Ahmad", "H. Mahmud"), ("", "Siti"), ("", ""), ("😀", "😀"),
    ])
    func strangersStayStrangers(one: String, other: String) {
        #expect(NameSimilarity.score(one, other) < Self.strange)
    }

    @Test func theKeptNameIsAmongTheFirstFiveOfAHundredThousand() {
        var names = NameCrowd.names(100_000)
        let step = names.count / NamePairs.all.count
        for (place, pair) in NamePairs.all.enumerated() { names[place * step] = pair.kept }
        var book = NameBook()
        for name in names { book.add(name, of: UUID()) }

        for pair in NamePairs.all {
            let kept = NameWords.of(pair.kept)
            let typed = NameReading(pair.typed)
            let candidates = book.candidates(for: typed).flatMap { one in one.records.map { _ in one.name } }
            let isCandidate = candidates.contains { NameWords.of($0) == kept }
            #expect(isCandidate, "\(pair)")

            // All others that score as well are counted as if they stood before.
            let score = NameSimilarity.score(typed, NameReading(pair.kept))
            let before = candidates.filter {
                NameSimilarity.score(typed, NameReading($0)) >= score && NameWords.of($0) != kept
            }
            #expect(before.count < 5, "\(pair): \(before.prefix(5))")
        }
    }

    @Test func aNameThatNobodyHasAnyMoreIsNotFound() {
        let (one, other, typed) = (UUID(), UUID(), NameReading("Patimah Salim"))
        var book = NameBook()
        for record in [one, other, one] { book.add("Fatimah Salim", of: record) }
        book.add("Salim", of: other)

        book.remove("Fatimah Salim", of: one)
        book.remove("Nobody Here", of: one)
        #expect(book.candidates(for: typed).map(\.records) == [[other, one], [other]])
        book.remove("Fatimah Salim", of: one)
        book.remove("Fatimah Salim", of: other)
        #expect(book.candidates(for: typed).map(\.name) == ["Salim"])
        #expect(book.candidates(for: NameReading("Fatimah")).isEmpty)
        book.add("Fatimah Salim", of: other)
        #expect(book.candidates(for: typed, most: 1).map(\.records) == [[other]])
    }

    @Test(arguments: [
        ("Hj. Sitti Fatimah, S.Pd.", "siti fatimah"), ("Budi Santoso SH.,M.H.", "budi santoso"),
        ("K.H. A. Dahlan", "a dahlan"), ("Pak Haji", "pak haji"), ("H", "h"), ("Lim Se", "lim se"), ("An Li", "an li"),
        ("Tan Lie Mei", "tan lie mei"), ("Tan Lie, M.E.I.", "tan lie"), ("Ah Meng", "ah meng"), ("An. Meng", "meng"),
        ("Siti M.", "siti m"), ("M.Rizki", "muhammad rizki"), ("I Gst. Ngr. Agung", "gusti ngurah agung"),
        ("Panji Soendjojo", "panji sunjoyo"), ("Ja’far", "jafar"), ("ÉLODIE", "elodie"), ("😀", ""),
    ])
    func wordsThatTellPeopleApart(name: String, words: String) {
        #expect(NameWords.of(name).joined(separator: " ") == words)
    }

    @Test(arguments: [
        ["Soerjo", "Suryo"], ["Fitri", "Vitri", "Pitri"], ["Zainal", "Jaenal"], ["Yusuf", "Jusuf"],
        ["Rizal", "Rijal", "Risal"], ["Adzkia", "Azkia"], ["Utsman", "Usman"], ["Syarif", "Sharif", "Sarif"],
        ["Khairul", "Hairul", "Chaerul", "Choirul"], ["Fatimah", "Fatima"], ["Akhmad", "Ahmad"],
        ["Rizqi", "Rizki", "Rizky", "Riski"], ["Alexander", "Aleksander"], ["Lucia", "Lusia"], ["Monica", "Monika"],
        ["Hidayatullah", "Hidayatulah"], ["Said", "Sait"], ["Yakub", "Yakup"], ["Fauzan", "Pozan"],
        ["Wayan", "Uayan"], ["Arief", "Arif"], ["Surya", "Suria"], ["Selamet", "Slamet"], ["Seri", "Sri"],
    ])
    func wordsThatSoundAlikeHaveOneKey(words: [String]) {
        #expect(Set(words.map(NameKey.phonetic)).count == 1)
    }

    @Test func namesShareWordsSoundsAndLetters() {
        let tokens = NameKey.tokens("Tan Li")
        // Two words, their sounds, the sound of both as one, and three letters six times.
        #expect(tokens.count == 10)
        func shared(_ other: String) -> Int { Set(tokens).intersection(NameKey.tokens(other)).count }
        #expect(shared("Tanli") == 4)  // The sound of both as one, `0ta`, `tan`, `li0`.
        #expect(shared("Ten Li") == 4)  // The word, its sound, `0li`, `li0`.
        #expect(shared("Budi") == 0)
        for pair in NamePairs.all {
            let tokens = NameKey.tokens(pair.kept)
            #expect(Set(tokens).count == tokens.count)
        }
    }
}
