/// The limits of every reader together.
package struct ReadOptions: Hashable, Sendable {
    package var container = ContainerOptions()
    package var tabular = TabularOptions()
    package var xml = XMLOptions()

    package init() {}
}
