/// What the operator of a node must print in the footer; nothing is shown that is not filled in.
package struct OperatorNotice: Sendable, Hashable {
    /// Who runs this node.
    package var name: String?
    /// The ICP number (ICP 备案号).
    package var icp: String?
    /// The number of the public security record (公安备案号).
    package var police: String?

    package init(name: String? = nil, icp: String? = nil, police: String? = nil) {
        self.name = name
        self.icp = icp
        self.police = police
    }
}
