import Foundation
import Testing

@testable import Vault

@Suite struct SignedNoteTests {
    /// The note and the key in the documentation of Go's `golang.org/x/mod/sumdb/note`.
    private let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    private let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    private let signature =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="

    @Test func aNoteOfAnotherProgramIsRead() throws {
        let verifier = try #require(NoteVerifier(key))
        #expect(verifier.description == key)
        #expect(verifier.text(of: "\(text)\n\(signature)\n") == text)
        #expect(verifier.text(of: "\(text.replacing("your", with: "my"))\n\(signature)\n") == nil)
        #expect(verifier.text(of: "\(text)\(signature)\n") == nil)
        #expect(verifier.text(of: "\(text)\n— Somebody \(signature.split(separator: " ")[2])\n") == nil)
    }

    @Test(arguments: ["", "a", "a+b+c", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"])
    func noVerifierKeyIsMadeOf(text: String) {
        #expect(NoteVerifier(text) == nil)
    }

    @Test func whatIsSignedIsReadWithItsKeyOnly() throws {
        let signer = try NoteSigner(DataKey(), name: "lindung/x")
        let other = try NoteSigner(DataKey(), name: "lindung/x")
        let checkpoint = Checkpoint(origin: "lindung/x/1/journal", size: 12, root: Data(repeating: 7, count: 32))
        let note = try signer.sign(checkpoint.text)
        #expect(signer.verifier.text(of: note).flatMap(Checkpoint.init) == checkpoint)
        #expect(other.verifier.text(of: note) == nil)
        #expect(NoteVerifier("\(signer.verifier)") == signer.verifier)
    }

    @Test(arguments: ["", "a\n1\n", "a\n-1\nBw==\n", "a\n01\n\n", "a\n1\nBw==\n"])
    func noCheckpointIsMadeOf(text: String) {
        #expect(Checkpoint(text) == nil)
    }
}

/// The roots that Certificate Transparency's implementations are tested with.
@Suite struct MerkleTreeTests {
    private static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    ]
    private static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test func theRootsAreThoseOfTheStandard() throws {
        var tree = MerkleTree()
        #expect(tree.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        for (leaf, root) in zip(Self.leaves, Self.roots) {
            tree.add(try #require(Data(hex: leaf)))
            #expect(tree.root.hex == root)
        }
    }
}
