import Domain
import Links
import Testing

@testable import Web

struct MultipartFormTests {
    private func body(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

    @Test func `fields and the first file that was chosen are read`() throws {
        let sent = body(
            """
            --x1
            Content-Disposition: form-data; name="q"

            一种 <b> & =
            --x1
            Content-Disposition: form-data; name="none"; filename=""
            Content-Type: application/octet-stream


            --x1
            content-disposition: form-data; name="file"; filename="a;b.txt"
            Content-Type: text/plain

            line 1

            x1 --x1
            --x1--

            """
        )
        let form = try MultipartForm(sent, boundary: "x1")
        #expect(form.fields["q"] == "一种 <b> & =")
        #expect(form.files.map(\.field) == ["file"] && form.files.map(\.name) == ["a;b.txt"])
        #expect(form.file.map { String(decoding: $0, as: UTF8.self) } == "line 1\r\n\r\nx1 --x1")
    }

    @Test(
        arguments: [
            "", "--x1", "--x1\n\nno name\n--x1--", "--x1\nContent-Disposition: form-data; name=\"q\"\n\nno end",
            "--x2\nContent-Disposition: form-data; name=\"q\"\n\na\n--x2--",
        ]
    )
    func `a body that breaks off is refused`(text: String) {
        #expect(throws: Failure.self) { try MultipartForm(body(text), boundary: "x1") }
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=x; boundary=\"a b\"", "a b"),
            ("multipart/form-data", nil), ("text/plain; boundary=a", nil), ("multipart/form-data; boundary=", nil),
        ] as [(String, String?)]
    )
    func `the boundary stands in the content type`(type: String, boundary: String?) {
        #expect(MultipartForm.boundary(of: type) == boundary)
    }
}
