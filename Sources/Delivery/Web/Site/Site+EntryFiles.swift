import Declarations
import Domain
import HTTPTypes
import Hummingbird
import Links
import NIOCore
import Registers

/// Files of entries, which are taken along and never shown as a page of this node.
extension Site {
    func entryFile(_ visit: Visit, _ id: String, _ digest: String) async throws -> Answer {
        let download = try await services.registerEntries.file(digest, of: id, reader(visit))
        let file = download.file
        var answer = Answer(
            type: file.type,
            body: .stream(length: file.bytes) { @concurrent writer in
                var part: Int64 = 0
                while let bytes = try await download.part(part) {
                    try await writer.write(ByteBuffer(bytes: bytes))
                    part += 1
                }
                try await writer.finish(nil)
            },
            caching: .revalidated(tag: "\"" + digest + "\"")
        )
        answer.headers[.contentDisposition] = Self.attachment(file.name)
        return answer
    }

    /// That something is to be saved under a name (RFC 6266), also by browsers that know ASCII alone.
    private static func attachment(_ name: String) -> String {
        let plain = String(name.map { $0.isASCII && $0 != "\"" && $0 != "\\" && $0 != "%" ? $0 : "_" })
        let coded = name.utf8.map { byte -> String in
            switch byte {
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(coded)"
    }
}
