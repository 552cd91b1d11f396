/// The bytes of one member of an archive; to be read before the walk goes on to the next.
final class MemberStream: ByteStream {
    let name: String
    private(set) var offset: Int64 = 0
    private let archive: ArchiveReader
    private let member: ArchiveReader.Member

    init(_ member: ArchiveReader.Member, of archive: ArchiveReader, name: String) {
        self.member = member
        self.archive = archive
        self.name = name
    }

    var length: Int64? { member.length }

    func next() throws -> [UInt8] {
        let bytes = try archive.bytes(of: member)
        offset += Int64(bytes.count)
        return bytes
    }
}
