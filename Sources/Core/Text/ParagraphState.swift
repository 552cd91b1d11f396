/// What the analysis carries from piece to piece of one text.
struct ParagraphState {
    let structure: Analyzer.Structure
    /// The kind of the last character that is no white space.
    var last = CharacterKind.separator
}
