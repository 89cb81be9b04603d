package org.trabecula.app.web;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.comparability.Comparability;
import org.trabecula.study.comparability.Design;
import org.trabecula.study.milestone.DesignState;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;

/**
 * The design of the comparison at a journal position: nothing on it depends on an outcome, not even the tree head.
 *
 * @param terms ids of the covariates in the model
 */
record DesignPage(
        Protocol protocol,
        AnalysisPlan plan,
        Comparability comparability,
        List<String> terms,
        Milestones milestones,
        long position,
        List<Objection> objections)
        implements Page {
    public DesignPage {
        terms = List.copyOf(terms);
        objections = List.copyOf(objections);
    }

    @Override
    public String template() {
        return "design.jte";
    }

    public DesignState state() {
        return milestones.design(plan);
    }

    public boolean signed() {
        return state() instanceof DesignState.Signed;
    }

    public Optional<Design> design() {
        return comparability instanceof Comparability.Fitted(var design) ? Optional.of(design) : Optional.empty();
    }

    public DesignTable table(Shell shell) {
        return new DesignTable(protocol, plan, shell.words());
    }

    /** The sentence that is signed, by its key: once the design was signed before, outcomes have been open. */
    static String meaning(Milestones milestones) {
        boolean again = milestones.events().stream().anyMatch(one -> one.fact() instanceof MilestoneFact.DesignSigned);
        return again ? "design.meaning.again" : "design.meaning";
    }

    public String meaning() {
        return meaning(milestones);
    }

    /** What would be signed. */
    public String fingerprint() {
        return design().map(one -> one.fingerprint(plan, terms, position).toString())
                .orElse("");
    }

    /** Signatures and changes of terms, the newest first. */
    public List<Milestones.Event> history() {
        return milestones.events().reversed().stream()
                .filter(one -> one.fact() instanceof MilestoneFact.DesignSigned
                        || one.fact() instanceof MilestoneFact.DesignChanged)
                .toList();
    }
}
