public import Index

/// Why a search gave no answer.
public enum SearchFailure: Error, Sendable, Equatable {
    /// The index could not be read; the failure names the file and what to do.
    case index(IndexFailure)
    /// No column of this name and kind in the schema: a mistake of the caller, or an index to be rebuilt.
    case unknownColumn(String)
    /// The cursor was made under another sort order: begin again with the first page.
    case cursorMismatch
    /// The limit asked for is over `SearchOptions.maximumLimit`; ask for less, or stream the matches. Or the labels asked for
    /// along both sides of a matrix have more cells than `SearchOptions.maximumCells`.
    case limitTooLarge(asked: Int, maximum: Int)
    /// Nobody waits for the answer any longer.
    case cancelled
}
