package import Casework

/// At least one sample of every action of every record. A test fails for an action that has none.
package enum Samples {
    package static let all: [any Action] = [
        World.fromSchool,
        ReceiveComplaint(channel: .letter, what: "Surat tanpa nama."),
    ]
}
