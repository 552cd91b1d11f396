/// The keys of a provider; those that cannot be read are none, for others may have other uses for them.
struct ProviderKeys: Decodable, Sendable {
    let keys: [ProviderKey]

    init(from decoder: any Decoder) throws {
        keys = try decoder.container(keyedBy: Name.self).decode([Readable].self, forKey: .keys).compactMap(\.key)
    }

    private enum Name: String, CodingKey { case keys }

    private struct Readable: Decodable {
        let key: ProviderKey?

        init(from decoder: any Decoder) throws {
            // What is no key of a shape that is known here signs nothing here.
            key = try? ProviderKey(from: decoder)
        }
    }
}
