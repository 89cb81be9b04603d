package org.trabecula.app.bad;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.participant.ParticipantId;

/** Breaks every never-rule at once, so that each rule is seen to fail. */
@Controller
final class ReadingUtil {
    private final Connection connection;
    private final ParticipantId participant;

    ReadingUtil(Connection connection, ParticipantId participant) {
        this.connection = connection;
        this.participant = participant;
    }

    String wrong(Journal journal) {
        return journal.append(List.of()) + " " + Instant.now() + connection + participant;
    }
}
