import Domain
import Formats
import Foundation
import Images
import Store
import TestPicture
import Testing

@testable import Registers

/// Pictures beside documents, read by the real program, which lies beside the tests.
struct DrawingImportTests {
    /// A document of the office that names the picture of its abstract, two figures and a formula.
    private static let document = """
        <?xml version="1.0" encoding="utf-8"?>
        <business:PatentDocumentAndRelated xmlns:base="b" xmlns:business="c" lang="zh" country="CN">
          <business:BibliographicData>
            <business:PublicationReference dataFormat="original"><base:DocumentID>
              <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>199000001</base:DocNumber><base:Kind>B</base:Kind>
            </base:DocumentID></business:PublicationReference>
            <business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID>
              <base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>201990000001.6</base:DocNumber>
            </base:DocumentID></business:ApplicationReference>
          </business:BibliographicData>
          <business:Abstract><base:Paragraphs>示例。</base:Paragraphs><business:AbstractFigure><base:Figure>
            <base:Image file="A.TIF" /></base:Figure></business:AbstractFigure></business:Abstract>
          <business:Description><base:Paragraphs>式<base:Image file="式.TIF" />。</base:Paragraphs></business:Description>
          <business:Drawings>
            <base:Figure><base:Image file="1.TIF" /></base:Figure><base:Figure><base:Image file="2.TIF" /></base:Figure>
          </business:Drawings>
        </business:PatentDocumentAndRelated>
        """
    private static let entry = "patent/CN2019900000016"

    private func write(_ place: Workplace, _ pictures: [String: [UInt8]]) throws -> String {
        try FileManager.default.createDirectory(atPath: place.path("in"), withIntermediateDirectories: true)
        for (name, bytes) in pictures { try Data(bytes).write(to: URL(filePath: place.path("in/" + name))) }
        _ = try place.write(Self.document, to: "in/d.xml")
        return place.path("in")
    }

    private func images(_ store: Store) async throws -> [String] {
        try await store.right(Self.entry)?.bibliography.drawings?.images.map {
            "\($0.kind.rawValue) \($0.number) \($0.file) \($0.width)x\($0.height)"
        } ?? []
    }

    @Test func `pictures beside a document are kept, and what is missing or damaged is told`() async throws {
        try await withWorkplace { place in
            let folder = try write(
                place,
                [
                    "A.TIF": TestPicture.tiff(width: 40, height: 24),
                    "2.TIF": TestPicture.tiff(width: 2_400, height: 600),
                    "式.TIF": Array("no picture".utf8),
                ]
            )
            let report = try await place.importing()([folder])
            #expect(report.imported == 1 && report.rejected == 0 && report.isComplete)
            #expect(report.drawings.kept == 2 && report.drawings.left == 2 && report.drawings.unavailable == nil)
            #expect(
                report.drawings.problems == [
                    folder + "/d.xml: 1.TIF: no such file beside the document",
                    folder + "/d.xml: 式.TIF: no whole TIFF, PNG, JPEG, GIF or WebP picture",
                ]
            )
            #expect(try await images(place.store) == ["abstract 1 A.TIF 40x24", "figure 2 2.TIF 2000x500"])
            #expect(try await place.store.verify().findings == [])
        }
    }

    @Test func `the same pictures again change nothing, even where none can be read any more`() async throws {
        try await withWorkplace { place in
            let folder = try write(place, ["A.TIF": TestPicture.tiff(width: 40, height: 24)])
            _ = try await place.importing()([folder])
            let size = try await place.store.logHead().size
            let options = ImportRecords.Options(rejects: place.path("rejects"))
            let blind = ImageReader(program: "/nowhere/huizhi-images")
            let again = try await ImportRecords(store: place.store, options: options, images: blind)([folder])
            #expect(again.unchanged == 1 && again.drawings.kept == 1 && again.drawings.left == 3)
            #expect(try await place.store.logHead().size == size)
            // A picture that comes later makes a new version.
            try Data(TestPicture.tiff(width: 8, height: 8)).write(to: URL(filePath: folder + "/1.TIF"))
            let later = try await place.importing()([folder])
            #expect(later.imported == 1 && later.drawings.kept == 2)
            #expect(try await images(place.store) == ["abstract 1 A.TIF 40x24", "figure 1 1.TIF 8x8"])
        }
    }

    @Test func `without the program records come in, and that drawings were not taken is said`() async throws {
        try await withWorkplace { place in
            let folder = try write(place, ["A.TIF": TestPicture.tiff(width: 40, height: 24)])
            let options = ImportRecords.Options(rejects: place.path("rejects"))
            let blind = ImageReader(program: "/nowhere/huizhi-images")
            let report = try await ImportRecords(store: place.store, options: options, images: blind)([folder])
            #expect(report.imported == 1 && report.drawings.kept == 0 && report.drawings.left == 4)
            #expect(report.drawings.unavailable == "the program /nowhere/huizhi-images is not there")
            #expect(report.drawings.problems.count == 3, "files that are missing are told all the same")
            #expect(try await images(place.store) == [])
        }
    }

    @Test func `an export brings the names of pictures, which count where the pictures are kept`() async throws {
        try await withWorkplace { place in
            let folder = try write(place, ["A.TIF": TestPicture.tiff(width: 40, height: 24)])
            _ = try await place.importing()([folder])
            let right = try #require(try await place.store.right(Self.entry))
            let same = try await place.importing()([place.write([right], to: "a.jsonl")])
            #expect(same.drawings.kept == 1 && same.drawings.left == 0 && same.rejected == 0)
            try await withWorkplace { other in
                let report = try await other.importing()([other.write([right], to: "a.jsonl")])
                #expect(report.imported == 1 && report.drawings.left == 1)
                #expect(report.drawings.problems.first?.hasSuffix("the picture is not kept here") == true)
                #expect(try await images(other.store) == [])
            }
        }
    }

    @Test func `a record is never rejected for pictures of another document`() async throws {
        // What no entry names is swept at once.
        try await withWorkplace({ $0.blobGrace = .zero }) { place in
            func document(_ kind: String, _ picture: [UInt8]?) async throws -> ImportReport {
                let folder = place.path(kind)
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                let file = URL(filePath: folder + "/1.TIF")
                if let picture {
                    try Data(picture).write(to: file)
                } else {
                    try FileManager.default.removeItem(at: file)
                }
                let text = Self.document.replacingOccurrences(
                    of: "<base:Kind>B</base:Kind>",
                    with: "<base:Kind>\(kind)</base:Kind>"
                )
                _ = try place.write(text, to: kind + "/d.xml")
                return try await place.importing()([folder])
            }
            #expect(try await document("B", TestPicture.tiff(width: 40, height: 24)).drawings.kept == 1)
            #expect(try await document("A", TestPicture.tiff(width: 8, height: 8)).drawings.kept == 1)
            #expect(try await place.store.sweepBlobs() == 0, "the pictures of every source stay")
            let without = try await document("B", nil)
            #expect(without.imported == 1 && without.rejected == 0)
            #expect(try await images(place.store) == ["figure 1 1.TIF 8x8"])
            let more = try await document("B", TestPicture.tiff(width: 16, height: 16))
            #expect(more.imported == 1 && more.rejected == 0)
            #expect(try await place.store.verify().findings == [])
        }
    }

    @Test func `a size that no picture has is not taken from an export`() async throws {
        try await withWorkplace { place in
            _ = try await place.importing()([write(place, ["A.TIF": TestPicture.tiff(width: 40, height: 24)])])
            var right = try #require(try await place.store.right(Self.entry))
            right.bibliography.drawings?.images[0].width = 0
            let report = try await place.importing()([place.write([right], to: "a.jsonl")])
            #expect(report.drawings.kept == 0 && report.drawings.left == 1 && report.rejected == 0)
        }
    }

    private static let real = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../../shared/data/patents/cn-patent-xml-published-4"
    ).standardizedFileURL.path

    @Test(.enabled(if: FileManager.default.fileExists(atPath: real), "the real documents are not there"))
    func `every picture of the real documents is kept`() async throws {
        try await withWorkplace { place in
            let report = try await place.importing()([Self.real])
            #expect(report.imported == 4 && report.drawings.left == 0)
            #expect(report.drawings.kept == 69)
            #expect(try await place.importing()([Self.real]).unchanged == 4)
        }
    }
}
