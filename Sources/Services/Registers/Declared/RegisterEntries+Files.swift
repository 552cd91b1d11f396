import Bytes
package import Declarations
import Domain
import Store

extension RegisterEntries {
    /// A file that somebody sends for a field of an entry.
    package struct Upload: Sendable {
        /// The field.
        package let field: String
        /// What it was called.
        package let name: String
        /// Its content.
        package let bytes: [UInt8]

        /// Describes it.
        package init(field: String, name: String, bytes: [UInt8]) {
            self.field = field
            self.name = name
            self.bytes = bytes
        }
    }

    /// A file of an entry, to be handed out.
    package struct Download: Sendable {
        /// What it is.
        package let file: EntryFile
        /// Its bytes, part after part from 0; nil after the last.
        package let part: @Sendable (Int64) async throws -> [UInt8]?
    }

    /// A file that a reader may have: one that stands now in a field of an entry that they may read, or in what waits to become of it
    /// where they may see that.
    ///
    /// - Parameters:
    ///   - digest: its SHA-256 in hexadecimal.
    ///   - id: the entry.
    ///   - reader: who asks.
    /// - Returns: the file.
    /// - Throws: `Failure.notFound`, also for what the reader may not read; what the store throws.
    package func file(_ digest: String, of id: String, _ reader: EntryReader) async throws -> Download {
        if let file = try await proposedFile(digest, of: id, reader) { return file }
        let found = try await entry(id, reader)
        let view = view(found, reader)
        let holders = view.content.fields.filter { _, value in
            value.items.contains { EntryFile($0)?.digest == digest }
        }
        guard
            let file = holders.values.flatMap(\.items).compactMap(EntryFile.init).first(where: { $0.digest == digest }),
            let key = Digest256(hex: digest), try await store.blobSize(key) != nil
        else { throw Failure.notFound(what: "a file of \(id)") }
        try await disclose(id, holders.keys.sorted(), of: found.register, on: found.target, reader)
        let store = store
        return Download(file: file) { part in try await store.blobPart(part, of: key) }
    }

    /// A file of what waits for approval, for who made it and for who may decide; nil where there is none for this reader.
    private func proposedFile(_ digest: String, of id: String, _ reader: EntryReader) async throws -> Download? {
        guard case .caller = reader, let key = Digest256(hex: digest),
            let waiting = try await store.entry(with: ProposalContent.key(id))
        else { return nil }
        do {
            guard
                let file = try await proposal(waiting, reader).content.content.files.first(where: {
                    $0.digest == digest
                }),
                try await store.blobSize(key) != nil
            else { return nil }
            let store = store
            return Download(file: file) { part in try await store.blobPart(part, of: key) }
        } catch Failure.notFound {
            return nil
        }
    }

    /// Puts the files that came with a wish into its content; nothing is kept yet.
    ///
    /// - Returns: the wish with them, and what is wrong with those that are no files of a known sort.
    func attached(_ wish: Wish, _ register: RegisterDeclaration) -> (wish: Wish, problems: [ValueProblem]) {
        var wish = wish
        var problems: [ValueProblem] = []
        for field in register.fields where field.type.sort == .file {
            guard wish.uploads.count(where: { $0.field == field.name }) > field.most ?? 1 else { continue }
            problems.append(
                ValueProblem(
                    field: field.name,
                    message: Bilingual(
                        "\(field.label.zh)：最多 \(field.most ?? 1) 个文件",
                        "\(field.label.en): at most \(field.most ?? 1) files"
                    )
                )
            )
        }
        guard problems.isEmpty else { return (wish, problems) }
        for upload in wish.uploads {
            guard let field = register.field(upload.field), field.type.sort == .file else { continue }
            guard let sort = FileSort(of: upload.bytes) else {
                let known = "PDF, PNG, JPEG, DOCX, XLSX"
                problems.append(
                    ValueProblem(
                        field: field.name,
                        message: Bilingual(
                            "\(field.label.zh)：认不出文件的类型；按内容认得 \(known) 和 UTF-8 文本，带宏的不收",
                            "\(field.label.en): the sort of the file is not known; by their content \(known) without macros and texts "
                                + "in UTF-8 are"
                        )
                    )
                )
                continue
            }
            let digest = sha256(upload.bytes).description
            let value = EntryFile(called: upload.name, sort, bytes: upload.bytes.count, digest: digest).value
            wish.files.insert(digest)
            guard field.most != nil else {
                wish.content.fields[field.name] = value
                continue
            }
            let kept = (wish.content.fields[field.name]?.items ?? []).filter { $0["digest"] != digest }
            wish.content.fields[field.name] = .list(kept + [value])
        }
        return (wish, problems)
    }

    /// Keeps the bytes of the files that a content names and that came with a wish.
    func keep(_ wish: Wish, _ content: EntryContent) async throws {
        let named = Set(content.files.map(\.digest))
        for upload in wish.uploads where named.contains(sha256(upload.bytes).description) {
            _ = try await store.stage(upload.bytes)
        }
    }
}
