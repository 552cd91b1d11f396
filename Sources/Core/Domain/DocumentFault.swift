/// Why a document that somebody hands in gives no text to search by.
package enum DocumentFault: Error, Sendable, Hashable {
    /// It is of no kind that is read, or holds no text.
    case unreadable
    /// It holds more text than is read of any document.
    case tooLong
    /// A PDF of pictures of pages only.
    case pdfScanned
    /// A PDF that opens with a password only.
    case pdfLocked
    /// A PDF that breaks off, breaks the rules of its format, or takes too much memory.
    case pdfDamaged
    /// A PDF that takes too long to read.
    case pdfSlow
    /// A PDF, where a program that is needed to read them is missing or cannot be run; `program` names it without its
    /// folder.
    case pdfUnsupported(program: String)

    /// What is wrong and what to do, for programs.
    package var reason: String {
        switch self {
        case .unreadable: "no text can be read; send plain text, a Word document (.docx), a PDF or a patent as XML"
        case .tooLong: "it holds too much text; send a part of it"
        case .pdfScanned:
            "this PDF has no text: it holds pictures of pages only; run text recognition, or send the text"
        case .pdfLocked: "this PDF opens with a password only; save it without one, or send the text"
        case .pdfDamaged: "this PDF is damaged or too complex; print it to a new PDF, or send the text"
        case .pdfSlow: "this PDF takes too long to read; send a part of it, or the text"
        case .pdfUnsupported(let program):
            "PDF cannot be read here: \(program) is missing or cannot be run; plain text, .docx and patent XML work"
        }
    }
}
