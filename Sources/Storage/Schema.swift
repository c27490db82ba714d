/// The tables of the durable store (`docs/store.md` tells what each holds), as steps: a home that an older version made
/// is brought up to date by the steps that it lacks.
enum Schema {
    static let version = data.count

    static let data = [tables, tokens, signingIn, signedHeads, tallies, entryFormat]
    static let keys = [wrappedKeys, "", "", "", "", ""]

    private static let tables = """
        CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

        CREATE TABLE journal (
            lane INTEGER NOT NULL, seq INTEGER NOT NULL, record BLOB NOT NULL, version INTEGER NOT NULL,
            sealed BLOB NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (lane, seq), UNIQUE (lane, record, version)
        ) STRICT;
        CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
        CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
            BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END;

        CREATE TABLE looks (
            lane INTEGER NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, sealed BLOB NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (lane, seq)
        ) STRICT;
        CREATE TRIGGER looks_are_never_changed BEFORE UPDATE ON looks
            BEGIN SELECT RAISE(ABORT, 'looks are never changed'); END;
        CREATE TRIGGER looks_are_never_cut BEFORE DELETE ON looks
            BEGIN SELECT RAISE(ABORT, 'looks are never cut'); END;

        CREATE TABLE heads (
            book TEXT NOT NULL, lane INTEGER NOT NULL, seq INTEGER NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (book, lane)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE cards (
            record BLOB PRIMARY KEY, lane INTEGER NOT NULL, version INTEGER NOT NULL, number INTEGER NOT NULL,
            format INTEGER NOT NULL, sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE receipts (
            key BLOB PRIMARY KEY, lane INTEGER NOT NULL, mark BLOB NOT NULL, record BLOB NOT NULL,
            version INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE accounts (
            id BLOB PRIMARY KEY, lane INTEGER NOT NULL, handle BLOB NOT NULL UNIQUE, rights INTEGER NOT NULL,
            sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE sessions (
            mark BLOB PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), began INTEGER NOT NULL,
            seen INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0, proof BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE drafts (
            id BLOB PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), kind TEXT NOT NULL,
            at INTEGER NOT NULL, sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX drafts_by_account ON drafts (account, kind, at);
        """

    /// What lets programs in (`Desk.Accounts`).
    private static let tokens = """
        CREATE TABLE tokens (
            mark BLOB PRIMARY KEY, id BLOB NOT NULL UNIQUE, account BLOB NOT NULL REFERENCES accounts (id),
            sealed BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX tokens_by_account ON tokens (account);
        """

    /// Two factors, devices and attempts (`Desk.Accounts`). Who is signed in while the home is brought up to date signs
    /// in again.
    private static let signingIn = """
        DROP TABLE sessions;
        CREATE TABLE sessions (
            mark BLOB PRIMARY KEY, account BLOB NOT NULL REFERENCES accounts (id), began INTEGER NOT NULL,
            seen INTEGER NOT NULL, step INTEGER NOT NULL, ended INTEGER NOT NULL, device BLOB NOT NULL,
            proof BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE codes (
            account BLOB PRIMARY KEY REFERENCES accounts (id), step INTEGER NOT NULL, proof BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE tries (mark BLOB PRIMARY KEY, count INTEGER NOT NULL, at INTEGER NOT NULL, proof BLOB NOT NULL)
            STRICT, WITHOUT ROWID;
        """

    /// What outsiders may keep (`Desk.Proof`).
    private static let signedHeads = """
        CREATE TABLE checkpoints (
            book TEXT NOT NULL, lane INTEGER NOT NULL, size INTEGER NOT NULL, at INTEGER NOT NULL, note TEXT NOT NULL,
            proof BLOB NOT NULL, PRIMARY KEY (book, lane, size)
        ) STRICT, WITHOUT ROWID;
        """

    /// What shows that no row of the tables beside the books was changed, taken out or put back. What stands in them when
    /// the home is brought up to date is believed.
    private static let tallies = """
        CREATE TABLE tallies (one INTEGER PRIMARY KEY CHECK (one = 1), sums BLOB NOT NULL) STRICT;
        \(Tally.triggers)
        """
    static var withTallies: Int { 5 }

    /// Programs of before this step don't ask which format entries have: they are kept out by the number of steps.
    private static let entryFormat = ""

    /// A file of its own, so that a backup of the data never holds keys.
    private static let wrappedKeys = """
        CREATE TABLE keys (owner BLOB PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
        """
}
