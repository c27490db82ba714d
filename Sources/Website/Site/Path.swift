import Casework
import Foundation

/// Every address of the site. Routes and links both come from here: an address parses to a case, and a case prints
/// its address, so that neither can drift.
enum Path: Hashable, Sendable, CustomStringConvertible {
    case root
    case asset(Asset)
    /// The staff's beginning: it leads to the inbox.
    case work
    case signIn
    case signOut
    /// Keeps a session alive while somebody reads.
    case session
    case language
    case inbox
    case receiveComplaint
    case complaint(ID<Complaint>)
    case search
    /// A search that was posted before; its words are not in the address.
    case found(UUID)

    /// Who may ask at all. Every address has an entry, or this file does not compile.
    var access: Access {
        switch self {
        case .root, .asset, .signIn, .language: .anyone
        case .work, .signOut, .session, .inbox, .receiveComplaint, .complaint, .search, .found: .staff
        }
    }

    enum Access { case anyone, staff }

    var description: String {
        switch self {
        case .root: "/"
        case .asset(let asset): "/assets/\(asset.address)"
        case .work: "/kerja"
        case .signIn: "/kerja/sign-in"
        case .signOut: "/keluar"
        case .session: "/kerja/session"
        case .language: "/language"
        case .inbox: "/kerja/complaints"
        case .receiveComplaint: "/kerja/complaints/\(ReceiveComplaint.name)"
        case .complaint(let id): "/kerja/complaints/\(id)"
        case .search: "/kerja/search"
        case .found(let id): "/kerja/search/\(ID<UUID>(id))"
        }
    }

    /// The address without what identifies anything, for the access log.
    var pattern: String {
        switch self {
        case .complaint: "/kerja/complaints/{id}"
        case .found: "/kerja/search/{id}"
        default: description
        }
    }

    /// Nil for an address that is not ours.
    init?(_ address: String) {
        let parts = address.split(separator: "/", omittingEmptySubsequences: true)
        switch parts.count {
        case 0: self = .root
        case 1 where parts[0] == "kerja": self = .work
        case 1 where parts[0] == "keluar": self = .signOut
        case 1 where parts[0] == "language": self = .language
        case 2 where parts[0] == "assets":
            guard let asset = Asset(address: parts[1]) else { return nil }
            self = .asset(asset)
        case 2... where parts[0] == "kerja":
            guard let path = Self.staff(parts[1...]) else { return nil }
            self = path
        default: return nil
        }
    }

    private static func staff(_ parts: ArraySlice<Substring>) -> Path? {
        switch (parts.first, parts.dropFirst().first, parts.count) {
        case ("sign-in", _, 1): .signIn
        case ("session", _, 1): .session
        case ("complaints", _, 1): .inbox
        case ("complaints", Substring(ReceiveComplaint.name.text), 2): .receiveComplaint
        case ("complaints", let id?, 2): ID(id).map { .complaint($0) }
        case ("search", _, 1): .search
        case ("search", let id?, 2): UUID(uuidString: String(id)).map { .found($0) }
        default: nil
        }
    }
}
