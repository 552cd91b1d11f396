/// A unit with what the query's own writing says of it.
struct QueryPart {
    /// The unit in its plain reading.
    var unit: QueryUnit
    /// The lengths that gaps inside Han words may have, as further readings.
    var others: [QueryUnit] = []
    /// A hyphen, apostrophe or full stop joins it to the part before.
    var isJoined = false
    /// The words that its inner capitals show (`WiFi`: wi, fi); empty without any.
    var camelWords: [QueryUnit] = []
}
