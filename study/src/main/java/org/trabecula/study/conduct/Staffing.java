package org.trabecula.study.conduct;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Account;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.site.SiteFact;

/** Accounts and the protocol in force. */
final class Staffing {
    private Staffing() {}

    static Ruling open(Decision d, Intent.OpenAccount intent) {
        if (!intent.user().matches("[A-Za-z0-9][A-Za-z0-9.-]{1,39}")) {
            return Ruling.refuse("user", Rule.ACCOUNT_NAME);
        }
        if (d.register().accounts().find(intent.user()).isPresent()) {
            return Ruling.refuse("user", Rule.ACCOUNT_EXISTS, intent.user());
        }
        if (intent.fullName().isBlank()) {
            return Ruling.refuse("fullName", Rule.VALUE_REQUIRED);
        }
        return granted(d, intent.grants())
                .orElseGet(() -> fact(new SiteFact.AccountOpened(
                        intent.user(), intent.fullName().strip(), intent.grants())));
    }

    static Ruling change(Decision d, Intent.ChangeGrants intent) {
        if (account(d, intent.user()).isEmpty()) {
            return Ruling.refuse("user", Rule.UNKNOWN_ACCOUNT, intent.user());
        }
        boolean stays = intent.grants().stream().anyMatch(grant -> grant.role() == Role.ADMINISTRATOR);
        return orphaned(d, intent.user(), stays)
                .or(() -> granted(d, intent.grants()))
                .orElseGet(() -> fact(new SiteFact.GrantsChanged(intent.user(), intent.grants())));
    }

    static Ruling close(Decision d, Intent.CloseAccount intent) {
        if (account(d, intent.user()).isEmpty()) {
            return Ruling.refuse("user", Rule.UNKNOWN_ACCOUNT, intent.user());
        }
        return orphaned(d, intent.user(), false).orElseGet(() -> fact(new SiteFact.AccountClosed(intent.user())));
    }

    static Ruling reset(Decision d, Intent.ResetSecret intent) {
        return account(d, intent.user()).isEmpty()
                ? Ruling.refuse("user", Rule.UNKNOWN_ACCOUNT, intent.user())
                : fact(new SiteFact.SecretReset(intent.user()));
    }

    /** The person has used the link. */
    static Ruling chosen(Decision d, Intent.NoteSecretChosen intent) {
        return account(d, intent.user()).isEmpty()
                ? Ruling.refuse("user", Rule.UNKNOWN_ACCOUNT, intent.user())
                : fact(new SiteFact.SecretChosen(intent.user()));
    }

    static Ruling adopt(Decision d, Intent.AdoptProtocol intent) {
        Optional<SiteFact.ProtocolAdopted> now = d.register().adopted();
        if (now.filter(p -> p.version().equals(intent.version())).isPresent()) {
            return now.get().files().equals(intent.files())
                    ? Ruling.refuse("", Rule.NOTHING_CHANGED)
                    : Ruling.refuse("version", Rule.PROTOCOL_VERSION, intent.version());
        }
        return fact(new SiteFact.ProtocolAdopted(intent.name(), intent.version(), intent.files()));
    }

    static Ruling fact(SiteFact fact) {
        return Ruling.record(Register.STUDY, fact);
    }

    private static Optional<Account> account(Decision d, String user) {
        return d.register().accounts().find(user).filter(Account::open);
    }

    private static Optional<Ruling> granted(Decision d, List<Grant> grants) {
        if (grants.isEmpty()) {
            return Optional.of(Ruling.refuse("grants", Rule.GRANT_REQUIRED));
        }
        boolean partial = grants.stream()
                .anyMatch(grant ->
                        grant.role() == Role.ADMINISTRATOR && !grant.site().equals(Actor.EVERY_SITE));
        if (partial) {
            return Optional.of(Ruling.refuse("grants", Rule.ADMINISTRATOR_EVERYWHERE));
        }
        boolean masked = grants.stream().anyMatch(grant -> grant.role().masked());
        if (masked && grants.stream().anyMatch(grant -> !grant.role().masked())) {
            return Optional.of(Ruling.refuse("grants", Rule.MASKED_ROLE_ALONE));
        }
        return grants.stream()
                .map(Grant::site)
                .filter(site -> !site.equals(Actor.EVERY_SITE)
                        && d.protocol().site(site).isEmpty())
                .findFirst()
                .map(site -> Ruling.refuse("grants", Rule.UNKNOWN_SITE, site));
    }

    private static Optional<Ruling> orphaned(Decision d, String user, boolean stays) {
        boolean others = d.register().accounts().all().stream()
                .anyMatch(account -> account.open()
                        && account.has(Role.ADMINISTRATOR)
                        && !account.user().equalsIgnoreCase(user));
        return stays || others ? Optional.empty() : Optional.of(Ruling.refuse("grants", Rule.LAST_ADMINISTRATOR));
    }
}
