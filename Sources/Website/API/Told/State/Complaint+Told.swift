import Casework

extension Complaint: ToldAsObject {
    static let members: [Member<Complaint>] = [
        .must("at", \.at), .must("contact", \.contact.offered), .may("risk") { $0.triage.map { Coded($0.risk) } },
        .may("case", \.caseFile),
    ]
}

extension SafeContact: ToldAsObject {
    static let members: [Member<SafeContact>] = [
        .may("phone") { $0.phone?.text },
        .may("unsafePhones") { $0.unsafePhones.isEmpty ? nil : $0.unsafePhones.map(\.text) },
        .may("how") { $0.how?.text },
        .may("from") { $0.rules?.from?.text },
        .may("until") { $0.rules?.until?.text }, .may("codeWord") { $0.rules?.codeWord?.text },
        .may("mayHear") { $0.rules?.mayHear?.text }, .may("never") { $0.rules?.never?.text },
        .may("replaced") { $0.isReplaced ? true : nil },
        .may("heard") { $0.heard.isEmpty ? nil : $0.heard.map(HeardContact.init) },
    ]
}

/// Another way that a complaint told, and nobody said yet which is right.
private struct HeardContact: ToldAsObject {
    let contact: SafeContact

    static let members: [Member<HeardContact>] = [
        .may("phone") { $0.contact.phone?.text }, .may("how") { $0.contact.how?.text },
        .may("from") { $0.contact.rules?.from?.text }, .may("until") { $0.contact.rules?.until?.text },
        .may("codeWord") { $0.contact.rules?.codeWord?.text }, .may("mayHear") { $0.contact.rules?.mayHear?.text },
        .may("never") { $0.contact.rules?.never?.text },
    ]
}
