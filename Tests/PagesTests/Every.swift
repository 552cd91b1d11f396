import Links
import Pages

/// Every page in one language, as a reader could meet it.
enum Every {
    /// The public pages of a language with what is written in them, rendered and read once for all tests.
    static func read(_ language: PageLanguage) throws -> [(name: String, html: String, page: HTMLReader)] {
        switch language {
        case .zh: try chinese.get()
        case .en: try english.get()
        }
    }

    private static let chinese = Result { try readAnew(.zh) }
    private static let english = Result { try readAnew(.en) }

    private static func readAnew(_ language: PageLanguage) throws -> [(name: String, html: String, page: HTMLReader)] {
        page(try PageRenderer(), language).map { ($0.name, $0.html, HTMLReader($0.html)) }
    }

    static func page(
        _ pages: PageRenderer,
        _ language: PageLanguage,
        isConfidential: Bool = false
    ) -> [(name: String, html: String)] {
        var result: [(String, String)] = []
        func add(_ name: String, _ link: Link, _ render: (PageFrame) -> String) {
            var frame = Samples.frame(link)
            frame.isConfidential = isConfidential
            result.append((name, render(frame)))
        }
        let results = Samples.results(language)
        let nothing = Samples.nothing(language)
        let wrong = Samples.queryError(language)
        add("home", .home(language)) { pages.home(Samples.home(language), $0) }
        add("results", .search(results.state)) { pages.results(results, $0) }
        for view in [ResultView.table, .pictures] {
            let model = Samples.results(language, view: view)
            add("results as \(view)", .search(model.state)) { pages.results(model, $0) }
        }
        add("nothing", .search(nothing.state)) { pages.results(nothing, $0) }
        add("wrong", .search(wrong.state)) { pages.queryError(wrong, $0) }
        for record in RecordSamples.all(language) {
            add("record " + record.right.rawValue, .record(record.link)) { pages.record(record, $0) }
        }
        let about = AboutPage(
            version: "0.1.0",
            counts: Samples.counts,
            sources: [.init(format: "JSONL", records: 3, newest: "2026-11-18")]
        )
        add("about", .page(.about, language)) { pages.about(about, $0) }
        add("accessibility", .page(.accessibility, language)) { pages.accessibility($0) }
        add("help", .page(.help, language)) { pages.help($0) }
        add("kept", .page(.kept, language)) { pages.kept($0) }
        let privacy = PrivacyPage(
            logFields: ["id", "route"],
            cookies: ["theme", "private"],
            cookieDays: 365,
            accountCookies: ["session", "form"],
            eventDays: 200,
            proposalFields: ["reason", "day"]
        )
        add("privacy", .page(.privacy, language)) { pages.privacy(privacy, $0) }
        for (name, model) in Samples.translations(language) {
            add("translation " + name, .translation(model.link)) { pages.translation(model, $0) }
        }
        for model in Samples.numbers(language) {
            add("numbers \(model.rows.count)", .numbers(model.link)) { pages.numbers(model, $0) }
        }
        for model in Samples.fees(language) {
            add("fees \(model.link.filed)", .fees(model.link)) { pages.fees(model, $0) }
        }
        for model in Samples.comparisons(language) {
            add("compare \(model.columns.count)", .compare(model.link)) { pages.compare(model, $0) }
        }
        for model in Samples.related(language) {
            add("related \(model.result?.words.count ?? -1)", .related(model.link)) { pages.related(model, $0) }
        }
        for (place, model) in Samples.names(language).enumerated() {
            add("names \(place)", .names(model.link)) { pages.names(model, $0) }
        }
        for (place, model) in Samples.proposals(language).enumerated() {
            add("proposal \(place)", .proposal(model.link)) { pages.proposal(model, $0) }
        }
        for (name, model) in Samples.classes(language) {
            add("classes " + name, .classes(model.link)) { pages.classes(model, $0) }
        }
        for model in Samples.classLevels(language) {
            add("class \(model.link)", .classes(model.link)) { pages.classLevel(model, $0) }
        }
        for model in Samples.concordances(language) {
            add("concordance \(model.rows.count)", .concordance(model.link)) { pages.concordance(model, $0) }
        }
        for model in Samples.codes(language) {
            add("codes \(model.lists.count)", .codes(model.link)) { pages.codes(model, $0) }
        }
        for model in Samples.plans(language) {
            add("plan \(model.link.name)", .plan(model.link)) { pages.plan(model, $0) }
        }
        for (name, link, render) in IndicatorSamples.pages(pages, language) {
            add("figures " + name, .indicators(link), render)
        }
        for (place, model) in NetworkSamples.all(language).enumerated() {
            add("network \(place)", .network(model.link)) { pages.network(model, $0) }
        }
        for (name, link, render) in AccountSamples.pages(pages, language) {
            add("account " + name, .account(link), render)
        }
        for (name, link, render) in AdminSamples.pages(pages, language) {
            add("admin " + name, .admin(link), render)
        }
        for (name, link, render) in DefinitionSamples.pages(pages, language) {
            add("admin " + name, .admin(link), render)
        }
        for (name, link, render) in OrganisationSamples.pages(pages, language) {
            add("account " + name, .account(link), render)
        }
        for (name, model) in SignOnSamples.signOns {
            let link = SignOnSamples.link(model, language)
            add("sign-on " + name, .signOn(link)) { pages.signOn(model, link, $0) }
        }
        for (name, model) in SignOnSamples.clients(language) {
            add("clients " + name, .clients(model.link)) { pages.clients(model, $0) }
        }
        for (place, lines) in SignOnSamples.consents.enumerated() {
            let form = AccountSamples.form(.consents, language, done: place == 0 ? .withdrawn : nil)
            add("consents \(place)", .account(form.link)) { pages.consents(lines, form, $0) }
        }
        for (name, link, render) in RegisterSamples.pages(pages, language) {
            add("registers " + name, .registers(link), render)
        }
        let fields = FieldsPage(
            link: FieldsLink(language: language),
            lines: [
                .init(name: "TI", label: "T <b>", isPeriod: false), .init(name: "AD", label: "D", isPeriod: true),
                .init(name: "CPC", label: "C", isPeriod: false),
            ]
        )
        add("fields", .fields(fields.link)) { pages.fields(fields, $0) }
        for remark in [nil] + LikePage.Remark.allCases {
            let model = LikePage(
                link: LikeLink(remark == .strange ? "zzz </textarea>" : "", language: language),
                remark: remark
            )
            add("like \(remark?.rawValue ?? "")", .like(model.link)) { pages.like(model, $0) }
        }
        for (name, model) in Samples.histories(language) {
            add("history " + name, .history(model.link)) { pages.history(model, $0) }
        }
        add("design", .page(.design, language)) { pages.design($0) }
        for problem in problems {
            add("problem \(problem.status)", .other(path: "/nowhere", language)) { pages.problem(problem, $0) }
        }
        return result
    }

    static let problems: [Problem] = [
        .badRequest(reason: "x<y"), .notAllowed, .notFound, .gone, .tooMany(retryAfter: 3), .incident("E-42"),
        .unavailable(retryAfter: 2),
    ]
}
