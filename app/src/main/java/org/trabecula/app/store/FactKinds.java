package org.trabecula.app.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.visit.VisitFact;

/**
 * Every kind of fact by its name for ever, {@code chapter.Fact/version}. Adding a component to a fact means a new
 * version under a new name; the old record stays, so that what was written under the old name stays readable.
 */
final class FactKinds {
    private static final List<Class<? extends Fact>> CHAPTERS = List.of(
            SiteFact.class,
            ParticipantFact.class,
            ImplantFact.class,
            VisitFact.class,
            FormFact.class,
            ImagingFact.class,
            SafetyFact.class,
            MilestoneFact.class);

    private final Map<String, Class<? extends Fact>> byName = new HashMap<>();
    private final Map<Class<? extends Fact>, String> names = new HashMap<>();

    FactKinds() {
        for (Class<? extends Fact> chapter : CHAPTERS) {
            for (Class<?> fact : chapter.getPermittedSubclasses()) {
                add(fact.asSubclass(Fact.class));
            }
        }
    }

    private void add(Class<? extends Fact> fact) {
        String chapter = fact.getPackageName();
        String name = chapter.substring(chapter.lastIndexOf('.') + 1) + "." + fact.getSimpleName() + "/1";
        byName.put(name, fact);
        names.put(fact, name);
    }

    String name(Fact fact) {
        String name = names.get(fact.getClass());
        if (name == null) {
            throw new StoreFault(fact.getClass().getName() + " is not registered as a kind of fact");
        }
        return name;
    }

    Map<String, Class<? extends Fact>> byName() {
        return Map.copyOf(byName);
    }

    Collection<Class<? extends Fact>> facts() {
        return List.copyOf(byName.values());
    }
}
