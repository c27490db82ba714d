import Foundation
import TestSupport
import Testing
import Vault

@testable import Desk

@Suite struct GuessableTests {
    @Test(arguments: [
        "password", "Password123", "P@ssw0rd2026", "12345678", "87654321", "qwertyuiop", "1qaz2wsx",
        "aaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabcabc", "bismillah99", "Batam2026!", "lindung-batam-2026", "uptdppabatam", "sayangku123",
        "Dewi.Anggraini1",
        "dewidewidewi", "iloveyou2", "admin1234admin", "januari2025", "qwerty123456", "rahasia!!!!!!!!",
    ])
    func whatEverybodyTakesIsRefused(password: String) {
        #expect(Guessable.isGuessable(password, besides: ["dewi", "Dewi Anggraini"]))
    }

    @Test(arguments: [
        "kopi-pagi-di-nongsa", "enam kata yang saya ingat", "hujan turun di atap seng", "xk7fq2mw",
        "tujuh kapal lama biru 41",
        "m3ja&kursi_goyah", "ペンギン山川歩いて",
    ])
    func whatIsThoughtOfIsTaken(password: String) {
        #expect(!Guessable.isGuessable(password, besides: ["dewi", "Dewi Anggraini"]))
    }

    /// Whatever comes behind a common word as well, which no list of a few thousand has.
    @Test func aCommonWordWithAnyYearIsRefused() {
        for year in 1950...2030 {
            for word in ["sayang", "merdeka", "persija"] {
                #expect(Guessable.isGuessable("\(word)\(year)", besides: []))
            }
        }
    }

    @Test func secretsThatWeMakeAreNotGuessable() {
        for _ in 0..<200 { #expect(!Guessable.isGuessable(Secrets.password(), besides: [])) }
    }

    /// As much as a form may carry.
    @Test func aLongPasswordIsTaken() {
        #expect(!Guessable.isGuessable(String(repeating: "kopi tubruk ", count: 80_000), besides: []))
    }
}
