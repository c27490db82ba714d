import Casework
import Foundation

/// Beside the timeline: who works on the case, and who else read it because it could not wait.
struct CaseTeam {
    let frame: Frame
    let model: CaseModel
    private var words: Words { frame.words }
    private var file: CaseFile { model.file }

    var html: HTML {
        let links = [
            AddToTeam.name, RemoveFromTeam.name, AssignManager.name, RecordConflict.name, EndConflict.name,
            RestrictCase.name, LiftRestriction.name,
        ].filter(model.may)
        return """
            <section class="card" aria-labelledby="team">
            <div class="card-body">
            <h2 id="team">\(words["case.team"])</h2>
            \(CaseRestriction(frame: frame, model: model).html)
            <ul class="consents">\(member(model.manager, words["cases.manager"]))\
            \(each: file.team.map { member(model.name($0.worker), words.code(TeamRole.list, $0.role.rawValue)) })</ul>
            \(each: links.map(CaseLinks(words: words, model: model).html))
            \(file.conflicts.isEmpty ? nil : conflicts)
            \(file.emergencies.isEmpty ? nil : emergencies)
            </div>
            </section>
            """
    }

    private func member(_ name: String, _ role: String) -> HTML {
        #"<li>\#(Icon.person.html)<div><p>\#(name)</p><p class="meta">\#(role)</p></div></li>"#
    }

    private var conflicts: HTML {
        "<h3>\(words["case.conflicts"])</h3>\(each: file.conflicts.map { "<p>\(model.name($0))</p>" as HTML })"
    }

    private var emergencies: HTML {
        "<h3>\(words["emergency.read"])</h3>\(each: file.emergencies.reversed().map(emergency))"
    }

    private func emergency(_ access: EmergencyAccess) -> HTML {
        let finding = access.review.map { words.code(EmergencyFinding.list, $0.finding.rawValue) }
        return """
            <p><b>\(model.name(access.by))</b>, \(frame.when.dayAndTime(access.at)): \
            \(words.code(EmergencyReason.list, access.told.reason.rawValue)). \
            <span class="meta">\(finding ?? words["emergency.waits"])</span></p>
            """
    }
}
