package import Casework
package import Spreadsheet

extension Words {
    /// What is wrong with a row, without a word of what it says.
    package func rowProblem(_ fault: SheetRow.CellFault) -> String {
        switch fault.problem {
        case .answer(let problem):
            let question = fault.field?.question ?? ""
            return self.problem(Fault(question, problem), of: ImportComplaint.name)
        case .unasked(let fault): return self.problem(fault, of: ImportComplaint.name)
        case .broken: return self["import-problem.broken"]
        case .tooManyCells: return self["import-problem.too-many-cells"]
        case .refused(let refusal): return self.refusal(refusal)
        }
    }
}
