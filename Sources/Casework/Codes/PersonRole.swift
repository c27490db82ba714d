/// What somebody is in a case. Nobody is a perpetrator before a court says so.
package enum PersonRole: String, Choice {
    case client, alleged, reporter, family, witness
    package static let list = "person-role"
}
