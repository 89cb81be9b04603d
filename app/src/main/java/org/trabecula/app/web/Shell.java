package org.trabecula.app.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/**
 * What surrounds every page: the words, the visitor, the token against forged requests, and where one can go.
 *
 * @param path the address of this page, for the language switch
 * @param notice a sentence to show once, after something was done
 */
public record Shell(
        Words words,
        Optional<Visitor> visitor,
        String csrf,
        Protocol protocol,
        boolean demo,
        String path,
        String notice) {

    /** A link of the navigation. */
    public record Link(String to, String key, boolean here) {}

    public String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    public boolean signedIn() {
        return visitor.isPresent();
    }

    public String fullName() {
        return visitor.map(one -> one.account().fullName()).orElse("");
    }

    /** A key for one intended save. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The sentences that belong to a field. */
    public List<String> objections(List<Objection> objections, String place) {
        return objections.stream()
                .filter(objection -> objection.place().equals(place))
                .map(words::objection)
                .toList();
    }

    public boolean has(Role... roles) {
        return visitor.filter(one -> one.has(roles)).isPresent();
    }

    /** Whether programs may fetch or send images for the visitor. */
    public boolean usesPrograms() {
        return has(Navigation.CONDUCT);
    }

    public List<Link> links() {
        return visitor.map(one -> Navigation.links(one, path)).orElse(List.of());
    }
}
