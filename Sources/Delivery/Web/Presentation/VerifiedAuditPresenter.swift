import Identity
import Pages
import Wire

extension AdminVerificationPage {
    /// What was found, as its page shows it.
    init(_ waiting: AuditVerification.Question?, _ result: AuditVerification?) {
        self.init(waitingSince: waiting.map { Moment.china($0.time) }, result: result.map(Result.init))
    }
}

extension AdminVerificationPage.Result {
    fileprivate init(_ result: AuditVerification) {
        self.init(
            by: result.question.by,
            began: Moment.china(result.began),
            ended: Moment.china(result.ended),
            lines: Int(result.lines),
            entries: Int(result.entries),
            rows: Int(result.rows),
            checksSignatures: result.checksSignatures,
            faults: result.faults.map { .init(kind: $0.kind, place: $0.place, detail: $0.detail) },
            isCut: result.isCut,
            isWhole: result.isWhole
        )
    }
}

extension AuditVerificationDocument {
    /// What was found, as programs get it.
    init(_ waiting: AuditVerification.Question?, _ result: AuditVerification?) {
        self.init(waiting: waiting.map(QuestionDocument.init), result: result.map(ResultDocument.init))
    }
}

extension AuditVerificationDocument.QuestionDocument {
    fileprivate init(_ question: AuditVerification.Question) {
        self.init(by: question.by, time: Moment.iso(question.time))
    }
}

extension AuditVerificationDocument.ResultDocument {
    fileprivate init(_ result: AuditVerification) {
        self.init(
            asked: .init(result.question),
            began: Moment.iso(result.began),
            ended: Moment.iso(result.ended),
            whole: result.isWhole,
            sound: result.isSound,
            lines: Int(result.lines),
            entries: Int(result.entries),
            rows: Int(result.rows),
            signatures: result.checksSignatures,
            faults: result.faults.map { .init(kind: $0.kind, place: $0.place, detail: $0.detail) },
            cut: result.isCut
        )
    }
}
