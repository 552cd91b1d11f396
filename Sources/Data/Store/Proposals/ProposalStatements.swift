internal import SQLCore

/// The statements of what readers propose.
enum ProposalStatements {
    static let openCount = Statement("SELECT count(*) FROM alias_proposal WHERE state = 0")
    static let last = Statement("SELECT id FROM alias_proposal ORDER BY id DESC LIMIT 1")
    static let put = Statement(
        """
        INSERT INTO alias_proposal (id, spelling, holder, verdict, reason, day, times, state, answer, decided_on)
        VALUES ($1, $2, $3, $4, $5, $6, 1, 0, NULL, NULL)
        """
    )
    static let again = Statement(
        """
        UPDATE alias_proposal SET times = times + 1
        WHERE state = 0 AND verdict = $3 AND (spelling = $1 AND holder = $2 OR spelling = $2 AND holder = $1)
        RETURNING id, spelling, holder, verdict, reason, day, times, state, answer, decided_on
        """
    )
    static let inState = Statement(
        """
        SELECT id, spelling, holder, verdict, reason, day, times, state, answer, decided_on
        FROM alias_proposal WHERE state = $1 ORDER BY id
        """
    )
    static let all = Statement(
        """
        SELECT id, spelling, holder, verdict, reason, day, times, state, answer, decided_on
        FROM alias_proposal ORDER BY id
        """
    )
    static let naming = Statement(
        """
        SELECT id, spelling, holder, verdict, reason, day, times, state, answer, decided_on
        FROM alias_proposal WHERE spelling = $1 OR holder = $1 ORDER BY id DESC LIMIT $2
        """
    )
    // A reason is for who decides: it goes with the decision.
    static let decide = Statement(
        """
        UPDATE alias_proposal SET state = $2, answer = $3, decided_on = $4, reason = NULL
        WHERE id = $1 AND state = 0
        """
    )
}
