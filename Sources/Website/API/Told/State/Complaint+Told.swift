import Casework

extension Complaint: ToldAsObject {
    static let members: [Member<Complaint>] = [
        .must("at", \.at), .must("contact", \.contact), .may("risk") { $0.triage.map { Coded($0.risk) } },
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
    ]
}
