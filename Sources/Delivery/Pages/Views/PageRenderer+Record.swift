import Links

extension PageRenderer {
    /// The page of one record.
    package func record(_ model: RecordPage, _ frame: PageFrame) -> String {
        let view = RecordView(renderer: self, model: model, frame: frame)
        let face = PageFace(
            title: model.title.plain,
            density: "work",
            sampleLine: model.isSample ? "sample.line.record" : nil,
            find: model.link.search ?? SearchState(language: frame.language),
            door: .search,
            isPrivate: model.isSample,
            canonical: .record(view.permanent),
            canKeep: true
        )
        return page("record", view.context, face, frame)
    }
}
