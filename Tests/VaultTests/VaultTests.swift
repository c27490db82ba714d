import Foundation
import TestSupport
import Testing

@testable import Vault

@Suite struct SealTests {
    private let key = DataKey()
    private let place = Place(table: "journal", lane: 1, owner: UUID(), version: 3)
    private let text = Data("Melati, 14 tahun".utf8)

    /// What was sealed before is bound to what it said then.
    @Test func idsAreWrittenAsTheyAlwaysWere() {
        for id in [UUID(), UUID(uuid: (0, 9, 10, 15, 16, 0x9f, 0xa0, 0xf9, 0xff, 1, 2, 3, 4, 5, 6, 7))] {
            #expect(id.capitals == id.uuidString)
        }
    }

    @Test func opensInItsPlace() throws {
        #expect(try key.unseal(key.seal(text, at: place), at: place) == text)
    }

    @Test func opensNowhereElse() throws {
        let sealed = try key.seal(text, at: place)

        for elsewhere in [
            Place(table: "looks", lane: 1, owner: place.owner, version: 3),
            Place(table: "journal", lane: 2, owner: place.owner, version: 3),
            Place(table: "journal", lane: 1, owner: UUID(), version: 3),
            Place(table: "journal", lane: 1, owner: place.owner, version: 4),
        ] {
            #expect(throws: Broken.self) { try key.unseal(sealed, at: elsewhere) }
        }
        #expect(throws: Broken.self) { try DataKey().unseal(sealed, at: place) }
    }

    @Test func noByteCanBeChanged() throws {
        let sealed = try key.seal(text, at: place)

        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: Broken.self) { try key.unseal(changed, at: place) }
        }
        #expect(throws: Broken.self) { try key.unseal(sealed.dropLast(), at: place) }
    }

    @Test func lengthsAreHidden() throws {
        let sizes = try (0...252).map { try key.seal(Data(count: $0), at: place).count }
        #expect(Set(sizes).count == 1)
        for length in stride(from: 300, to: 100_000, by: 997) {
            let padded = Padding.size(for: length)
            #expect(padded >= length && Double(padded) <= Double(length) * 1.12)
        }
    }

    @Test func everyLengthSurvives() throws {
        for length in [0, 1, 251, 252, 253, 256, 1000, 65_536] {
            let data = Secrets.bytes(length)
            #expect(try key.unseal(key.seal(data, at: place), at: place) == data)
        }
    }
}

@Suite struct CarriedKeyTests {
    /// What a browser holds is worth nothing after the change, also to who has the old key; what can't be made anew stays.
    @Test func anotherMasterKeyMakesOtherCookies() throws {
        let (first, second) = (MasterKey(), MasterKey())
        let old = Vault(first)
        let new = try Vault(second, carried: old.carried(to: second))
        let device = old.deviceMark(["browser", "handle", "1", "0"])
        #expect(old.isDeviceMark(device, of: ["browser", "handle", "1", "0"]))
        #expect(!new.isDeviceMark(device, of: ["browser", "handle", "1", "0"]))
        #expect(!new.isFormToken(old.formToken("t"), of: "t"))
        #expect(new.sessionMark("t") != old.sessionMark("t"))
        #expect(new.offeredSeed("t")?.code(at: 1) != old.offeredSeed("t")?.code(at: 1))
        #expect(new.tokenMark("t") == old.tokenMark("t") && new.handleMark("h") == old.handleMark("h"))
        #expect(new.receiptMark(Data([1])) == old.receiptMark(Data([1])))
        #expect(new.proof("codes", "1") == old.proof("codes", "1"))
    }
}

@Suite struct WrapTests {
    private let vault = Vault(MasterKey())
    private let owner = UUID()

    @Test func aWrappedKeyOpensForItsOwnerAlone() throws {
        let key = DataKey()
        let wrapped = try vault.wrap(key, for: owner)
        let place = Place(table: "journal", lane: 1, owner: owner)
        let sealed = try key.seal(Data("x".utf8), at: place)

        #expect(try vault.unwrap(wrapped, for: owner).unseal(sealed, at: place) == Data("x".utf8))
        #expect(throws: Broken.self) { try vault.unwrap(wrapped, for: UUID()) }
        #expect(throws: Broken.self) { try Vault(MasterKey()).unwrap(wrapped, for: owner) }
    }

    @Test func formTokensBelongToOneSession() {
        let token = Secrets.token()

        #expect(vault.isFormToken(vault.formToken(token), of: token))
        #expect(!vault.isFormToken(vault.formToken(token), of: Secrets.token()))
        #expect(!vault.isFormToken("", of: token))
        #expect(!vault.isFormToken("zz", of: token))
    }
}

@Suite struct PasswordTests {
    private let vault = Vault(MasterKey())

    @Test func onlyTheSamePasswordUnderTheSameMasterKeyMatches() throws {
        let hash = try PasswordHash("kopi pagi", vault, cost: .tiny)

        #expect(try hash.matches("kopi pagi", vault))
        #expect(try !hash.matches("kopi Pagi", vault))
        #expect(try !hash.matches("kopi pagi", Vault(MasterKey())))
    }

    @Test func oneAccentTypedInTwoWaysIsOnePassword() throws {
        #expect(try PasswordHash("caf\u{e9}", vault, cost: .tiny).matches("cafe\u{301}", vault))
    }

    @Test func theRealCostIsWhatTheRequirementSays() {
        #expect(PasswordCost.real == PasswordCost(rounds: 131_072, blockSize: 8, parallelism: 1))
    }
}

@Suite struct KeyFileTests {
    @Test func isItsOwnersAloneAndNeverWrittenOver() throws {
        let folder = try TemporaryFolder()
        let file = KeyFile(folder.url.appending(path: "home.key"))
        #expect(throws: KeyFile.Trouble.missing) { try file.read() }

        let key = try file.create()

        let mode = try FileManager.default.attributesOfItem(atPath: file.url.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try file.read().bytes == key.bytes)
        #expect(throws: KeyFile.Trouble.exists) { try file.create() }
    }

    @Test func aKeyThatOthersCanReadIsRefused() throws {
        let folder = try TemporaryFolder()
        let file = KeyFile(folder.url.appending(path: "home.key"))
        _ = try file.create()

        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.url.path)
        #expect(throws: KeyFile.Trouble.readableByOthers) { try file.read() }

        try Data(count: 31).write(to: file.url)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.url.path)
        #expect(throws: KeyFile.Trouble.malformed) { try file.read() }
    }

    /// Its mode is no matter of such a file's, and it is never made anew.
    @Test func aFolderOrADeviceIsNoKeyFile() throws {
        let folder = try TemporaryFolder()
        for file in [folder.url, URL(filePath: "/dev/null")].map(KeyFile.init) {
            #expect(throws: KeyFile.Trouble.noFile) { try file.read() }
            #expect(throws: KeyFile.Trouble.noFile) { try file.create() }
            #expect(throws: KeyFile.Trouble.noFile) { try file.readOrCreate() }
        }
        let nowhere = KeyFile(folder.url.appending(path: "nowhere/home.key"))
        let error = #expect(throws: CocoaError.self) { try nowhere.create() }
        #expect(error?.filePath == nowhere.url.path)
    }
}

@Suite struct RecoveryCodeTests {
    private let key = MasterKey()

    @Test func whatIsPrintedIsTypedAgain() throws {
        let lines = RecoveryCode(key).lines
        #expect(lines.count == 8)
        #expect(try RecoveryCode.key(lines.joined(separator: "\n")).bytes == key.bytes)
        let typed = "\n" + lines.map { "  " + $0.uppercased() + " \r\n\n" }.joined()
        #expect(try RecoveryCode.key(typed).bytes == key.bytes)
    }

    @Test func aSlipIsNoticed() throws {
        let lines = RecoveryCode(key).lines
        var swapped = lines
        swapped.swapAt(0, 1)
        var slipped = lines
        let digit = try #require(slipped[3].dropFirst(3).first)
        slipped[3] = slipped[3].prefix(3) + (digit == "a" ? "b" : "a") + slipped[3].dropFirst(4)
        let slips: [([String], RecoveryCode.Slip)] = [
            (swapped, .line(1)), (slipped, .line(4)), (lines.dropLast(), .lines(7)), (lines + lines, .lines(16)),
            (["x"], .lines(1)), ([], .lines(0)),
        ]
        for (typed, slip) in slips {
            #expect(throws: slip) { try RecoveryCode.key(typed.joined(separator: "\n")) }
        }
    }
}
