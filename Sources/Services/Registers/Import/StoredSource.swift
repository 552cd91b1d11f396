package import Store

/// What one source said last, as the store keeps it.
///
/// The store and the readers each have a `SourceRecord`; this name is for files that know both.
package typealias StoredSource = SourceRecord
