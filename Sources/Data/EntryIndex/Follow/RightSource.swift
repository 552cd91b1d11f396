import Domain
package import Index

/// The index of rights.
package struct RightSource: DocumentSource {
    /// All rights; nothing of them is declared.
    package init() {}

    /// The schema of the index of rights.
    package var schema: Schema { Column.schema }
    /// None: documents of rights depend on schema and analysis alone.
    package var rules: [String: String] { [:] }

    /// Whether it is a register of rights.
    package func wants(_ register: String) -> Bool { Register(rawValue: register) != nil }

    /// Somebody who makes documents of rights.
    package func maker() -> sending any DocumentMaker { DocumentBuilder() }
}
