import Foundation
import Testing

@testable import Vault

/// RFC 6238, appendix B, for SHA-1, whose last six digits are the six-digit codes.
@Suite struct AuthenticatorSeedTests {
    private let seed: AuthenticatorSeed

    init() throws { seed = try #require(AuthenticatorSeed(Data("12345678901234567890".utf8))) }

    @Test(arguments: [
        (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func theCodesAreThoseOfTheStandard(seconds: Double, code: String) {
        #expect(seed.code(at: AuthenticatorSeed.step(at: Date(timeIntervalSince1970: seconds))) == code)
    }

    @Test func aPeriodIsHalfAMinute() {
        let steps = [0.0, 29.999, 30, 59].map { AuthenticatorSeed.step(at: Date(timeIntervalSince1970: $0)) }
        #expect(steps == [0, 0, 1, 1])
    }

    /// RFC 4648, 6: as `base32` of GNU coreutils prints it.
    @Test func peopleTypeItInBase32() {
        #expect(seed.base32 == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }

    @Test func aSeedHas160Bits() {
        #expect(AuthenticatorSeed(Data(count: 19)) == nil && AuthenticatorSeed(Data(count: 21)) == nil)
    }

    @Test func aSessionIsOfferedTheSameSeedAndAnotherSessionAnother() throws {
        let vault = Vault(MasterKey())
        #expect(vault.offeredSeed("a") == vault.offeredSeed("a") && vault.offeredSeed("a") != vault.offeredSeed("b"))
        #expect(Vault(MasterKey()).offeredSeed("a") != vault.offeredSeed("a"))
    }
}
