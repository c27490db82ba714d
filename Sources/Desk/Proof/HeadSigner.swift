package import Storage
import Vault

/// Signs the heads of an installation's books while it is served (`docs/adr/0015-signed-heads.md`). What is older than
/// the last signed head that somebody else keeps can't be changed or cut off unnoticed, not even by who holds the files
/// and the key.
package actor HeadSigner {
    private let workspace: Workspace
    /// Each book as far as it was read; a turn reads what came since.
    private var trees: [Origin: MerkleTree] = [:]

    package init(_ workspace: Workspace) { self.workspace = workspace }

    /// A book no longer begins as it did when its last head was signed: nothing is signed on top of that.
    package struct Rewritten: Error {
        package let book: Book
        package let lane: Int
    }

    /// Does what is due now. What can't be done is on the status page, and is tried again at the next turn.
    /// - Returns: why it could not.
    @discardableResult
    package func turn() async -> (any Error)? {
        var trouble: Signing.Trouble?
        var failure: (any Error)?
        do { try await sign() } catch is CancellationError {
            // The server ends: the next start signs what is left.
            return nil
        } catch {
            trouble = error is Rewritten ? .rewritten : .fails
            failure = error
        }
        let told = trouble?.rawValue ?? ""
        do {
            if try workspace.fact(.headsTrouble) ?? "" != told { try await workspace.keep(told, for: .headsTrouble) }
        } catch { failure = failure ?? error }
        return failure
    }

    /// Signs every head that moved since it was signed last.
    /// - Parameter all: also those that did not move, once their books were read from the beginning.
    /// - Throws: ``Rewritten`` when the other books are signed, or the store's errors.
    func sign(all: Bool = false) async throws {
        var rewritten: Rewritten?
        for book in Book.allCases {
            for (lane, head) in try workspace.store.heads(of: book).sorted(by: { $0.key < $1.key }) {
                do { try await sign(book, lane, head.number, again: all) } catch let found as Rewritten {
                    rewritten = found
                }
            }
        }
        if let rewritten { throw rewritten }
    }

    private func sign(_ book: Book, _ lane: Int, _ size: Int, again: Bool) async throws {
        let signer = try await workspace.noteSigner()
        guard let verifiers = try workspace.noteVerifiers() else { throw Broken() }
        let last = try await workspace.signedHeads(of: book, in: lane).last
        // A key that took another's place signs what the other had signed.
        if !again, let last, last.size == size, signer.verifier.text(of: last.note) != nil { return }
        let origin = Origin(signer.verifier.name, book, lane)
        var tree = trees[origin] ?? MerkleTree()
        while tree.size < size {
            let digests = try await workspace.store.digests(of: book, in: lane, after: tree.size, upTo: size)
            guard !digests.isEmpty else { throw Rewritten(book: book, lane: lane) }
            for digest in digests {
                tree.add(digest)
                if let last, tree.size == last.size, !Self.fits(tree, last, verifiers, origin) {
                    throw Rewritten(book: book, lane: lane)
                }
            }
        }
        guard tree.size == size, last.map({ $0.size <= size }) ?? true else { throw Rewritten(book: book, lane: lane) }
        trees[origin] = tree
        let checkpoint = Checkpoint(origin: "\(origin)", size: size, root: tree.root)
        try await workspace.keep(
            SignedHead(book, lane, size, workspace.now, try signer.sign(checkpoint.text)))
    }

    private static func fits(
        _ tree: MerkleTree, _ head: SignedHead, _ verifiers: NoteVerifiers, _ origin: Origin
    ) -> Bool {
        (verifiers.text(of: head.note)?.text).flatMap(Checkpoint.init)
            == Checkpoint(origin: "\(origin)", size: tree.size, root: tree.root)
    }
}
