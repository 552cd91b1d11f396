/// The national service of network identity (国家网络身份认证公共服务): a number and a certificate of the network in the place of
/// the identity card.
///
/// Declared and not offered: a node needs the operator's contract and the service's interface for it.
///
/// **Source** Measures for the national public service of network identity authentication, in force since 15 July 2025.
struct NetworkIdentity: IdentityProvider {
    let id = "network-identity"
    let isOffered = false

    func answer(to question: IdentityQuestion) async throws -> IdentityAnswer {
        throw IdentityProviderFailure(provider: id, reason: "this node is not connected to it")
    }
}
