package org.trabecula.app.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trabecula.app.Installation;
import org.trabecula.app.store.Stored;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One entry of the journal, in words and as it is stored. */
@Controller
final class EntryRoutes {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST = 300;
    private final Installation installation;
    private final Entries entries;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    EntryRoutes(Installation installation, Entries entries) {
        this.installation = installation;
        this.entries = entries;
    }

    /** A value of the fact by its path, for example {@code findings.screws.1.site}. */
    record Field(String path, String value) {}

    /**
     * @param before the earlier entries of the same stream, in order: an old value is looked for in them
     * @param participant to whom the entry belongs; empty when to nobody
     * @param open whether the visitor may go to the participant's page
     * @param images the handle of the images that the entry speaks of; empty when of none
     * @param newest the journal's newest position
     */
    record EntryPage(
            Entry entry,
            Protocol protocol,
            String kind,
            List<Entry> before,
            List<Field> fields,
            String raw,
            String leaf,
            Head head,
            String participant,
            boolean open,
            String images,
            long newest)
            implements Page {
        @Override
        public String template() {
            return "entry.jte";
        }

        public String when() {
            return SECONDS.format(entry.at().atZone(ZoneOffset.UTC)) + " UTC";
        }

        /** What the entry says, in words, and what each thing had been before. */
        public History.Change told(Shell shell) {
            Telling telling = new Telling(new Phrases(shell.words(), protocol));
            List<Entry> known = Stream.concat(before.stream(), Stream.of(entry)).toList();
            History.Change change = History.of(known, telling).getLast();
            List<History.Difference> lines = new ArrayList<>(change.lines());
            telling.detail(entry.fact())
                    .forEach(value -> lines.add(new History.Difference(value.label(), "", value.text())));
            return new History.Change(entry, change.title(), lines);
        }

        public String role(Shell shell) {
            return shell.say(
                    entry.actor().isProgram()
                            ? "entry.program"
                            : "role." + entry.actor().role().toLowerCase(Locale.ROOT));
        }
    }

    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/entries/{position}")
    View show(@PathVariable String position, Visitor visitor) {
        Optional<Entry> entry = position.matches("\\d{1,18}") ? entries.at(Long.parseLong(position)) : Optional.empty();
        return entry.flatMap(found -> installation.desk().view(register -> page(found, register, visitor)))
                .<View>map(page -> page)
                .orElseGet(Problems::notFound);
    }

    private Optional<EntryPage> page(Entry entry, Register register, Visitor visitor) {
        if (!Entries.visible(register, entry.stream(), visitor)) {
            return Optional.empty();
        }
        Stored stored = installation.stores().stored(entry.position()).orElseThrow();
        JsonNode json = mapper.readTree(stored.body());
        List<Field> fields = new ArrayList<>();
        flatten("", json.path("fact"), fields);
        Optional<Casebook> owner = Entries.owner(register, entry.stream());
        return Optional.of(new EntryPage(
                entry,
                installation.protocol(),
                json.path("kind").asString(""),
                installation.desk().about(entry.stream()).stream()
                        .filter(one -> one.position() < entry.position())
                        .toList(),
                fields,
                mapper.writeValueAsString(json),
                stored.leaf().toString(),
                installation.desk().headAt(entry.position()),
                owner.map(casebook -> casebook.id().value()).orElse(""),
                visitor.has(Navigation.CONDUCT),
                images(entry),
                register.position()));
    }

    private static String images(Entry entry) {
        if (entry.fact() instanceof org.trabecula.study.visit.VisitFact.ImagesFiled filed) {
            return filed.images().id();
        }
        return entry.stream().kind().equals(ImagingStudyId.KIND)
                ? entry.stream().id()
                : "";
    }

    private static void flatten(String path, JsonNode node, List<Field> fields) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                flatten(
                        path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                        property.getValue(),
                        fields);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "." + (i + 1), node.get(i), fields);
            }
        } else {
            String text = node.asString("");
            fields.add(new Field(path, text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text));
        }
    }
}
