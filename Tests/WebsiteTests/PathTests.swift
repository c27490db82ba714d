import Casework
import Foundation
import Testing

@testable import Website

@Suite struct PathTests {
    /// One of each; the switch makes a new address a mistake of the compiler until it stands here.
    static let all: [Path] = {
        func sampled(_ path: Path) {
            switch path {
            case .root, .asset, .work, .signIn, .signOut, .session, .language, .inbox, .receiveComplaint, .complaint,
                .search, .found:
                break
            }
        }
        return [
            .root, .work, .signIn, .signOut, .session, .language, .inbox, .receiveComplaint, .complaint(ID()), .search,
            .found(UUID()),
        ] + Asset.allCases.map { .asset($0) }
    }()

    @Test(arguments: all)
    func whatIsPrintedIsRead(path: Path) {
        #expect(Path(path.description) == path)
        #expect(Path(path.description + "/") == path)
    }

    @Test(arguments: [
        "/kerja/nonsense", "/kerja/complaints/1", "/assets/lindung.css", "/assets/0-lindung.css", "/x",
        "/kerja/complaints/a/b",
        "/kerja/sign-in/x", "/../etc/passwd",
    ])
    func whatIsNotOursIsNotRead(address: String) {
        #expect(Path(address) == nil)
    }

    @Test func patternsTellNoId() {
        let id = ID<Complaint>()
        #expect(!Path.complaint(id).pattern.contains(id.description))
        #expect(Path.found(id.value).pattern == "/kerja/search/{id}")
    }
}
