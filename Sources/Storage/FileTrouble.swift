import GRDB

/// Why SQLite could not go on with a file, as far as whoever runs the office can do something about it. Its own words name
/// tables and statements.
package enum FileTrouble: Sendable {
    case full
    /// It is not there, or this user may not open or write it.
    case shut
    case damaged
    /// The disk did not do what it was asked.
    case failing
    case busy

    /// Nil for any other error.
    package init?(_ error: any Error) {
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL?: self = .full
        case .SQLITE_CANTOPEN?, .SQLITE_READONLY?, .SQLITE_PERM?, .SQLITE_AUTH?: self = .shut
        case .SQLITE_CORRUPT?, .SQLITE_NOTADB?: self = .damaged
        case .SQLITE_IOERR?: self = .failing
        case .SQLITE_BUSY?, .SQLITE_LOCKED?: self = .busy
        default: return nil
        }
    }
}
