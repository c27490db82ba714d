import Casework

/// What a timeline is filtered by.
enum HistoryGroup: String, CaseIterable {
    case contact, services, law, file
}

extension HistoryModel {
    /// What kind of thing it was, at a glance.
    var icon: Icon {
        switch title {
        case ReportToPolice.name, RecordProceeding.name, RequestWaiver.name, DecideWaiver.name: .law
        case TriageComplaint.name, OpenCase.name, ReceiveComplaint.name, JoinComplaint.name,
            ImportComplaint.name, ImportCase.name:
            .flag
        case RecordConsent.name, WithdrawConsent.name: .consent
        case RecordAssessment.name, RecordScreening.name, RecordBiopsychosocial.name, ReviewCase.name: .tasks
        case AgreePlan.name, DecidePlan.name, FinishStep.name: .check
        case GiveService.name, OfferMediation.name, RecordMediation.name: .health
        case ReferClient.name, AnswerReferral.name, RecordReferralOutcome.name: .send
        case RecordFollowUp.name, RecordCallback.name: .phone
        case AddPerson.name, DescribePerson.name, ChangeRole.name, RecognisePerson.name, SetNeeds.name,
            RelatePeople.name, LinkPeople.name, UnlinkPeople.name,
            AssignManager.name, AddToTeam.name, RemoveFromTeam.name:
            .person
        case OpenInEmergency.name, ReviewEmergency.name, RecordConflict.name, EndConflict.name, RestrictCase.name,
            LiftRestriction.name:
            .lock
        case RecordIncident.name: .warning
        case RequestClosure.name, DecideClosure.name, ReopenCase.name: .lock
        case RequestErasure<CaseFile>.name, DecideErasure<CaseFile>.name: .ban
        default: .edit
        }
    }

    var group: HistoryGroup {
        switch title {
        case ReportToPolice.name, RecordProceeding.name, RequestWaiver.name, DecideWaiver.name, RecordConsent.name,
            WithdrawConsent.name:
            .law
        case GiveService.name, OfferMediation.name, RecordMediation.name, ReferClient.name, AnswerReferral.name,
            RecordReferralOutcome.name:
            .services
        case RecordFollowUp.name, RecordCallback.name, RecordNote.name, SetSafeContact<CaseFile>.name,
            NoteSafeContact.name, NoteUnsafePhone.name, NoteNewerContact.name,
            ReceiveComplaint.name, JoinComplaint.name:
            .contact
        default: .file
        }
    }
}
