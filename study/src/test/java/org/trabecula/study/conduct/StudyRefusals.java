package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.People.ADMINISTRATOR;
import static org.trabecula.study.testkit.People.DATA_MANAGER;
import static org.trabecula.study.testkit.People.DATA_MANAGER_ELSEWHERE;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Transcripts.fused;
import static org.trabecula.study.testkit.Transcripts.row;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.testkit.Step;

/** Everything that is refused about accounts, the protocol in force, and records taken over. */
final class StudyRefusals {
    private static final Grant ADMIN = new Grant(Role.ADMINISTRATOR, "*");
    private static final Grant READER = new Grant(Role.READER, "*");
    private static final Grant MONITOR = new Grant(Role.MONITOR, "01");
    private static final Step FOUNDED =
            does(Actor.program(), _ -> new Intent.OpenAccount("root", "Ada", List.of(ADMIN)));
    private static final Step ROW = transcribed(row(2, "T-1", "peek", 6, fused(true)));

    private StudyRefusals() {}

    static List<Refusal> accounts() {
        return List.of(
                Refusal.of(Rule.ACCOUNT_NAME, "user", "a name of one letter", open("x", "Xu", MONITOR)),
                Refusal.of(Rule.ACCOUNT_NAME, "user", "a name with a slash", open("a/b", "Xu", MONITOR)),
                Refusal.of(Rule.VALUE_REQUIRED, "fullName", "nobody's account", open("xu", " ", MONITOR)),
                Refusal.of(Rule.GRANT_REQUIRED, "grants", "an account for nothing", open("xu", "Xu")),
                Refusal.of(
                        Rule.MASKED_ROLE_ALONE, "grants", "a reader who monitors", open("xu", "Xu", READER, MONITOR)),
                Refusal.of(
                        Rule.ADMINISTRATOR_EVERYWHERE,
                        "grants",
                        "an administrator of one site",
                        open("xu", "Xu", new Grant(Role.ADMINISTRATOR, "01"))),
                Refusal.of(
                        Rule.UNKNOWN_ACCOUNT,
                        "user",
                        "a secret chosen by nobody",
                        does(Actor.program(), _ -> new Intent.NoteSecretChosen("xu"))),
                Refusal.of(
                        Rule.UNKNOWN_SITE,
                        "grants",
                        "a role at no site",
                        open("xu", "Xu", new Grant(Role.MONITOR, "99"))),
                Refusal.of(
                        Rule.ACCOUNT_EXISTS, "user", "a name in other letters", open("ROOT", "Eve", MONITOR), FOUNDED),
                Refusal.of(
                        Rule.ACCOUNT_EXISTS,
                        "user",
                        "the name of somebody who left",
                        open("xu", "Xu", MONITOR),
                        FOUNDED,
                        open("xu", "Xu", MONITOR),
                        close("xu")),
                Refusal.of(Rule.UNKNOWN_ACCOUNT, "user", "grants for nobody", change("xu", MONITOR)),
                Refusal.of(Rule.UNKNOWN_ACCOUNT, "user", "nobody leaves", close("xu")),
                Refusal.of(
                        Rule.UNKNOWN_ACCOUNT,
                        "user",
                        "a secret for nobody",
                        does(ADMINISTRATOR, _ -> new Intent.ResetSecret("xu"))),
                Refusal.of(Rule.LAST_ADMINISTRATOR, "grants", "the last administrator leaves", close("root"), FOUNDED),
                Refusal.of(
                        Rule.LAST_ADMINISTRATOR,
                        "grants",
                        "the last administrator becomes monitor",
                        change("root", MONITOR),
                        FOUNDED));
    }

    static List<Refusal> protocolAndTranscripts() {
        return List.of(
                Refusal.of(
                        Rule.NOT_YOUR_DUTY,
                        "",
                        "a data manager adopts no protocol",
                        does(DATA_MANAGER, _ -> adopt("1", "a"))),
                Refusal.of(Rule.NOTHING_CHANGED, "", "the same protocol", adopts("1", "a"), adopts("1", "a")),
                Refusal.of(
                        Rule.PROTOCOL_VERSION,
                        "version",
                        "the same version, changed",
                        adopts("1", "b"),
                        adopts("1", "a")),
                Refusal.of(
                        Rule.UNKNOWN_SITE,
                        "site",
                        "taken over for no site",
                        does(DATA_MANAGER, _ -> new Intent.Transcribe("99", "table", List.of()))),
                Refusal.of(
                        Rule.NOT_YOUR_SITE,
                        "site",
                        "taken over for another site",
                        does(DATA_MANAGER_ELSEWHERE, _ -> new Intent.Transcribe("01", "table", List.of()))),
                Refusal.of(
                        Rule.UNKNOWN_ARM,
                        "row 2, column arm",
                        "no such arm",
                        transcribed(row(2, "T-1", "steel", 6, fused(true)))),
                Refusal.of(
                        Rule.ARM_DIFFERS,
                        "row 9, column arm",
                        "another arm than before",
                        transcribed(row(9, "T-1", "titanium", 12, fused(true))),
                        ROW),
                Refusal.of(
                        Rule.ARM_DIFFERS,
                        "row 3, column arm",
                        "two arms in one file",
                        transcribed(row(2, "T-1", "peek", 6, fused(true)), row(3, "T-1", "titanium", 12, fused(true)))),
                Refusal.of(
                        Rule.TRANSCRIBED_DIFFERENTLY,
                        "row 2",
                        "other values than before",
                        transcribed(row(2, "T-1", "peek", 6, fused(false))),
                        ROW),
                Refusal.of(
                        Rule.TRANSCRIBED_DIFFERENTLY,
                        "row 3",
                        "other values in the same file",
                        transcribed(row(2, "T-1", "peek", 6, fused(true)), row(3, "T-1", "peek", 6, fused(false)))),
                Refusal.of(Rule.NOTHING_CHANGED, "", "the same file again", ROW, ROW),
                Refusal.of(
                        Rule.SUBJECT_IS_CAPTURED,
                        "row 2, column subject",
                        "rows for somebody captured here",
                        transcribed(row(2, "LITTLE-01-001", "peek", 6, fused(true))),
                        consented()));
    }

    private static Step open(String user, String name, Grant... grants) {
        return does(ADMINISTRATOR, _ -> new Intent.OpenAccount(user, name, List.of(grants)));
    }

    private static Step change(String user, Grant... grants) {
        return does(ADMINISTRATOR, _ -> new Intent.ChangeGrants(user, List.of(grants)));
    }

    private static Step close(String user) {
        return does(ADMINISTRATOR, _ -> new Intent.CloseAccount(user));
    }

    private static Intent adopt(String version, String text) {
        return new Intent.AdoptProtocol("little", version, new TreeMap<>(Map.of("study.yaml", text)));
    }

    private static Step adopts(String version, String text) {
        return does(Actor.program(), _ -> adopt(version, text));
    }
}
