import Links

/// Which page numbers a page of hits offers.
struct PageNumbers {
    /// The last page that a number reaches.
    let lastNumbered: Int
    /// Whether there are hits past it.
    let isCut: Bool
    /// The numbers to show; nil stands for a gap.
    let shown: [Int?]

    init(total: Int, pageSize: Int, page: Int, options: SearchState.Options) {
        let size = max(1, pageSize)
        let pages = (total + size - 1) / size
        let reachable = max(1, options.numberedHits / size)
        let last = min(pages, reachable)
        lastNumbered = last
        isCut = pages > reachable
        let page = min(max(1, page), max(1, last))
        let near = Set((page - 2)...(page + 2)).union([1, last]).filter { (1...max(1, last)).contains($0) }
        var shown: [Int?] = []
        var before = 0
        for number in near.sorted() {
            // A gap of one page is shown as that page: the dots would be no shorter.
            if number == before + 2 { shown.append(number - 1) } else if number > before + 2 { shown.append(nil) }
            shown.append(number)
            before = number
        }
        self.shown = shown
    }
}
