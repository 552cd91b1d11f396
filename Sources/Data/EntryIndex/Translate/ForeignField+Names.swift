package import Domain

extension ForeignSyntax {
    /// What a field's name means; nil for a name that has no counterpart here.
    func field(_ name: String) -> ForeignField? {
        let name = name.lowercased()
        switch self {
        case .espacenet: return Self.espacenetFields[name]
        case .lens: return Self.lensFields[name]
        case .patentscope: return Self.patentscopeField(name)
        case .ppubs: return Self.ppubsFields[name]
        case .pss:
            let folded = FieldName.fold(name)
            guard let found = FieldName.all.first(where: { $0.folded == folded })?.name else { return nil }
            return .fields(Array(found.fields.prefix(1)), isExact: found.isExact)
        case .cql: return Self.cqlFields[name]
        }
    }

    /// Title, abstract, claims and description.
    private static let fullText = ForeignField.of(.title, .abstract, .claims, .description)

    /// **Source** Espacenet help, field identifiers of the smart search.
    private static let espacenetFields: [String: ForeignField] = [
        "ti": .of(.title), "ab": .of(.abstract), "ta": .of(.title, .abstract), "claims": .of(.claims),
        "desc": .of(.description), "tac": .of(.title, .abstract, .claims), "ftxt": fullText,
        "txt": .of(.title, .abstract, .inventor, .applicant), "ntxt": .of(.title, .abstract, .inventor, .applicant),
        "nftxt": .anywhere, "ctxt": fullText,
        "in": .of(.inventor), "pa": .of(.applicant), "ia": .of(.inventor, .applicant),
        "pn": .of(.publicationNumber), "ap": .of(.applicationNumber), "pr": .of(.priorityNumber),
        "num": .of(.publicationNumber, .applicationNumber, .priorityNumber), "famn": .of(.family),
        "pd": .of(.publicationDate), "ad": .of(.applicationDate), "prd": .of(.priorityDate),
        "ipc": .exact(.ipc), "ic": .exact(.ipc), "cpc": .exact(.cpc), "cl": .exact(.ipc, .cpc),
        "cpcc": .of(.combinationSets), "ct": .of(.citation),
    ]

    /// **Source** The Lens, searchable fields of patents.
    private static let lensFields: [String: ForeignField] = [
        "title": .of(.title), "abstract": .of(.abstract), "claims": .of(.claims), "claim": .of(.claims),
        "description": .of(.description), "full_text": fullText,
        "applicant": .of(.applicant), "applicant.name": .of(.applicant), "owner": .of(.applicant),
        "owner_all.name": .of(.applicant), "inventor": .of(.inventor), "inventor.name": .of(.inventor),
        "agent.name": .of(.agent, .agency), "applicant.residence": .of(.applicantOrigin),
        "ids": .of(.publicationNumber, .applicationNumber), "pub_key": .of(.publicationNumber),
        "doc_key": .of(.publicationNumber), "doc_number": .of(.publicationNumber),
        "application_reference.doc_number": .of(.applicationNumber), "filing_key": .of(.applicationNumber),
        "priority_claim.doc_number": .of(.priorityNumber), "jurisdiction": .of(.publicationCountry),
        "date_published": .of(.publicationDate), "pub_date": .of(.publicationDate),
        "year_published": .of(.publicationDate), "application_reference.date": .of(.applicationDate),
        "filing_date": .of(.applicationDate), "earliest_priority_claim.date": .of(.priorityDate),
        "earliest_priority_claim_date": .of(.priorityDate), "priority_claim.date": .of(.priorityDate),
        "class_ipcr.symbol": .exact(.ipc), "class_cpc.symbol": .exact(.cpc), "class_national.symbol": .of(.usClass),
        "legal_status.patent_status": .of(.legalStatus), "publication_type": .of(.inventionType),
        "reference_cited.patent.num": .of(.citation),
    ]

    /// **Source** PATENTSCOPE help, field definitions: texts have the letters of a language before them (`EN_TI`) and
    /// may have `_S` behind, for the forms of words.
    private static func patentscopeField(_ name: String) -> ForeignField? {
        var name = name
        if name.hasSuffix("_s") { name.removeLast(2) }
        if let found = patentscopeFields[name] { return found }
        let parts = name.split(separator: "_", maxSplits: 1)
        guard parts.count == 2, parts[0].utf8.count == 2 else { return nil }
        return patentscopeTexts[String(parts[1])]
    }

    private static let patentscopeTexts: [String: ForeignField] = [
        "ti": .of(.title), "ab": .of(.abstract), "cl": .of(.claims), "de": .of(.description), "all": fullText,
        "alltxt": fullText, "all_txt": fullText,
    ]

    private static let patentscopeFields: [String: ForeignField] = patentscopeTexts.merging(
        [
            "fp": .anywhere, "all": .anywhere, "pa": .of(.applicant), "in": .of(.inventor), "rp": .of(.agent, .agency),
            "allnames": .of(.applicant, .inventor, .agent), "all_names": .of(.applicant, .inventor, .agent),
            "allnum": .of(.publicationNumber, .applicationNumber, .priorityNumber),
            "ic": .of(.ipc), "ici": .of(.ipc), "icn": .of(.ipc), "ic_ex": .exact(.ipc), "ici_ex": .exact(.ipc),
            "icn_ex": .exact(.ipc), "cpc": .of(.cpc), "dp": .of(.publicationDate), "ad": .of(.applicationDate),
            "pd": .of(.priorityDate), "np": .of(.priorityNumber), "an": .of(.applicationNumber),
            "wo": .of(.pctPublicationNumber), "pn": .of(.publicationNumber), "ctr": .of(.publicationCountry),
        ]
    ) { _, name in name }

    /// **Source** USPTO, searchable indexes of Patent Public Search.
    private static let ppubsFields: [String: ForeignField] = [
        "ti": .of(.title), "ttl": .of(.title), "ab": .of(.abstract), "abst": .of(.abstract), "clm": .of(.claims),
        "clms": .of(.claims), "spec": .of(.description), "detd": .of(.description), "bsum": .of(.description),
        "drtx": .of(.description), "dbsm": .of(.description), "txt": fullText,
        "as": .of(.applicant), "asn": .of(.applicant), "aanm": .of(.applicant), "in": .of(.inventor),
        "inv": .of(.inventor), "att": .of(.agent), "atty": .of(.agent, .agency), "firm": .of(.agency),
        "xa": .of(.examiner), "xp": .of(.examiner), "exa": .of(.examiner), "exp": .of(.examiner),
        "pn": .of(.publicationNumber), "did": .of(.publicationNumber), "ap": .of(.applicationNumber),
        "apn": .of(.applicationNumber), "prn": .of(.priorityNumber), "fmid": .of(.family), "urpn": .of(.citation),
        "pd": .of(.publicationDate), "py": .of(.publicationDate), "ad": .of(.applicationDate),
        "fd": .of(.applicationDate), "ay": .of(.applicationDate), "fy": .of(.applicationDate),
        "prad": .of(.priorityDate), "pray": .of(.priorityDate),
        "cpc": .exact(.cpc), "cpci": .exact(.cpc), "cpca": .exact(.cpc), "cpcl": .of(.cpc), "ipc": .exact(.ipc),
        "ipcr": .exact(.ipc), "cipc": .exact(.ipc), "cicl": .exact(.ipc), "ccls": .of(.usClass), "clas": .of(.usClass),
        "cc": .of(.publicationCountry), "fpac": .of(.publicationCountry),
    ]

    /// The indexes that a client of CQL may ask, with what they are called.
    package static var contextualIndexes: [(name: String, label: Bilingual)] {
        let anywhere = ("cql.anywhere", Bilingual("全部", "Anywhere"))
        let core = dublinCore.keys.filter { $0 != "anywhere" }.sorted().map { name in
            ("dc." + name, Bilingual(name, name.prefix(1).uppercased() + name.dropFirst()))
        }
        return [anywhere] + core + Field.allCases.map { ("huizhi." + $0.alias.lowercased(), $0.label) }
    }

    /// What the elements of Dublin Core ask for.
    ///
    /// **Source** Dublin Core (`dc.`), the context sets `cql.` and `rec.` of CQL 1.2, and the aliases of this language.
    private static let dublinCore: [String: ForeignField] = [
        "title": .of(.title), "creator": .of(.inventor), "contributor": .of(.agent), "publisher": .of(.applicant),
        "subject": .of(.keywords, .ipc), "description": .of(.abstract, .description), "date": .of(.publicationDate),
        "identifier": .of(.publicationNumber, .applicationNumber, .registrationNumber),
        "coverage": .of(.publicationCountry), "type": .of(.inventionType), "rights": .of(.legalStatus),
        "anywhere": .anywhere,
    ]

    private static let cqlFields: [String: ForeignField] = {
        var table = dublinCore
        for (name, field) in dublinCore { table["dc." + name] = field }
        for name in ["cql.anywhere", "cql.serverchoice", "cql.keywords", "anyindexes", "serverchoice"] {
            table[name] = .anywhere
        }
        table["rec.identifier"] = dublinCore["identifier"]
        for field in Field.allCases {
            for alias in field.names.aliases {
                table[alias.lowercased()] = .of(field)
                table["huizhi." + alias.lowercased()] = .of(field)
            }
        }
        return table
    }()
}
