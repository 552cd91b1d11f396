import Bytes

extension IndexManifest {
    /// The bytes of the directory of a manifest file.
    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        Varint.append(generation, to: &bytes)
        Varint.append(sequence, to: &bytes)
        bytes += logicalDigest.bytes
        append(analysisVersion, to: &bytes)
        append(schema.digest, to: &bytes)
        schema.append(to: &bytes)
        Varint.append(payload.count, to: &bytes)
        for (key, value) in payload.sorted(by: { $0.key < $1.key }) {
            append(key, to: &bytes)
            append(value, to: &bytes)
        }
        Varint.append(segments.count, to: &bytes)
        for segment in segments { segment.append(to: &bytes) }
        return bytes
    }

    /// Reads what `encoded` wrote.
    init(_ reader: inout ByteReader) throws(FileFailure) {
        generation = UInt64(try reader.count(limit: Int.max - 1))
        sequence = try reader.varint()
        logicalDigest = Digest256(try reader.bytes(32)) ?? Digest256()
        analysisVersion = try reader.text()
        let schemaDigest = try reader.text()
        schema = try Schema(&reader)
        guard schema.digest == schemaDigest else {
            throw .corrupt(path: reader.file.path, reason: "its schema does not have the digest it names")
        }
        payload = [:]
        for _ in 0..<(try reader.count(limit: reader.remaining)) {
            let key = try reader.text()
            payload[key] = try reader.text()
        }
        segments = []
        for _ in 0..<(try reader.count(limit: reader.remaining)) {
            segments.append(try Segment(&reader, fieldCount: schema.textFields.count))
        }
        guard reader.remaining == 0 else {
            throw .corrupt(path: reader.file.path, reason: "\(reader.remaining) bytes too many in its directory")
        }
    }
}

extension IndexManifest.Segment {
    fileprivate func append(to bytes: inout [UInt8]) {
        Varint.append(documentCount, to: &bytes)
        Varint.append(liveCount, to: &bytes)
        for total in fieldTotals {
            Varint.append(total.length, to: &bytes)
            Varint.append(total.documentCount, to: &bytes)
        }
        for file in files { file.append(to: &bytes) }
        bytes.append(live == nil ? 0 : 1)
        live?.append(to: &bytes)
    }

    fileprivate init(_ reader: inout ByteReader, fieldCount: Int) throws(FileFailure) {
        documentCount = try reader.count(limit: SegmentFiles.maximumDocuments)
        liveCount = try reader.count(limit: documentCount)
        fieldTotals = []
        for _ in 0..<fieldCount {
            let length = try reader.count(limit: documentCount * Int(UInt32.max))
            let holders = try reader.count(limit: documentCount)
            fieldTotals.append(FieldTotal(length: UInt64(length), documentCount: holders))
        }
        files = []
        for kind in SegmentFiles.kinds { files.append(try FileReference(kind, &reader)) }
        live = try reader.byte() == 0 ? nil : try FileReference(.live, &reader)
    }
}

extension FileReference {
    fileprivate func append(to bytes: inout [UInt8]) {
        Index.append(name, to: &bytes)
        Varint.append(length, to: &bytes)
        appendLittleEndian(checksum, to: &bytes)
    }

    fileprivate init(_ kind: FileKind, _ reader: inout ByteReader) throws(FileFailure) {
        self.kind = kind
        name = try reader.text()
        // Of a manifest from elsewhere, too: no sum of lengths overflows.
        length = try reader.count(limit: 1 << 40)
        checksum = try reader.uint32()
        guard kind.isName(name) else {
            throw .corrupt(path: reader.file.path, reason: "it refers to a file of a strange name")
        }
    }
}

extension Schema {
    fileprivate func append(to bytes: inout [UInt8]) {
        Varint.append(textFields.count, to: &bytes)
        for field in textFields {
            Index.append(field.name, to: &bytes)
            appendLittleEndian(field.weight.bitPattern, to: &bytes)
            bytes.append(field.storesPositions ? 1 : 0)
        }
        Varint.append(columns.count, to: &bytes)
        for column in columns {
            Index.append(column.name, to: &bytes)
            switch column.kind {
            case .number: bytes.append(0)
            case .ordinals(let multiple, let order):
                bytes.append(1 | (multiple ? 2 : 0) | (order == .frequency ? 4 : 0))
            }
            bytes.append(column.isUpdatable ? 1 : 0)
        }
        Index.append(orderColumn, to: &bytes)
    }

    fileprivate init(_ reader: inout ByteReader) throws(FileFailure) {
        self.init(textFields: [], columns: [], orderColumn: "")
        for _ in 0..<(try reader.count(limit: Schema.maximumTextFields)) {
            let name = try reader.text()
            let weight = Double(bitPattern: try reader.uint64())
            textFields.append(TextField(name: name, weight: weight, storesPositions: try reader.byte() != 0))
        }
        for _ in 0..<(try reader.count(limit: reader.remaining)) {
            let name = try reader.text()
            let code = try reader.byte()
            let order: LabelOrder = code & 4 == 0 ? .lexicographic : .frequency
            let kind: ColumnKind = code & 1 == 0 ? .number : .ordinals(multiple: code & 2 != 0, order: order)
            columns.append(Column(name: name, kind: kind, isUpdatable: try reader.byte() != 0))
        }
        orderColumn = try reader.text()
    }
}

/// Appends the length of a text in UTF-8 as a varint, then its bytes.
private func append(_ text: String, to bytes: inout [UInt8]) {
    Varint.append(text.utf8.count, to: &bytes)
    bytes += text.utf8
}
