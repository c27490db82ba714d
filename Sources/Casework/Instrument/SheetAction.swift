/// An action that asks the questions of one of the office's assessment forms.
package protocol SheetAction: Action {
    var sheet: Sheet { get }
}
