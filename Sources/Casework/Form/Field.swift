/// One question of a form.
package struct Field: Hashable, Sendable {
    package indirect enum Kind: Hashable, Sendable {
        case line
        case longText
        case phone
        case moment
        case partialDay
        case time
        case nik
        /// One code of a list; the list's name is the locale key of its words.
        case choice(of: String, [String])
        case several(of: String, [String])
        case yesNo
        /// A whole number within bounds.
        case number(ClosedRange<Int>)
        /// An age.
        case years(ClosedRange<Int>)
        /// A whole day.
        case day
        /// Several questions that belong together, by names of their own.
        case group([Field])
        /// A group several times: `name.0.field`.
        case rows([Field])
        /// One of the staff; the page knows who.
        case worker
        /// Somebody in this file; the page knows who.
        case person
        /// Somebody in another file; the page knows who is likely.
        case personElsewhere
        /// Something else in this file, such as a consent; the page knows which.
        case item(of: ItemList)
        /// A partner of the office's directory; the page knows which.
        case partner
        /// A record of this kind; the page knows which are likely.
        case record(RecordKind)
        /// One of the record's open dues; the page knows which.
        case due
        /// An entry of the record; the page knows which.
        case entry
        /// What the form itself answers, such as the instrument that it is.
        case given
    }

    /// Things within one file that an answer may point at.
    package enum ItemList: Hashable, Sendable {
        case consents, steps, referrals, links, mediations, emergencies, told
    }

    /// The property's name: key of the answer in forms and JSON, and of the label in the locale.
    package let name: String
    package let kind: Kind
    package let required: Bool

    package init(name: String, kind: Kind, required: Bool) {
        self.name = name
        self.kind = kind
        self.required = required
    }
}
