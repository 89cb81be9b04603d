package org.trabecula.study.site;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All accounts, as the journal tells them. Names are compared without regard to case. */
public record Accounts(Map<String, Account> byUser) {
    public Accounts {
        byUser = Map.copyOf(byUser);
    }

    public static Accounts none() {
        return new Accounts(Map.of());
    }

    public Optional<Account> find(String user) {
        return Optional.ofNullable(byUser.get(key(user)));
    }

    public Collection<Account> all() {
        return byUser.values();
    }

    public Accounts after(SiteFact fact) {
        return switch (fact) {
            case SiteFact.AccountOpened(var user, var name, var grants) -> with(new Account(user, name, grants, true));
            case SiteFact.GrantsChanged(var user, var grants) -> changed(user, grants, true);
            case SiteFact.AccountClosed(var user) -> changed(user, List.of(), false);
            case SiteFact.ProtocolAdopted _, SiteFact.SignedIn _, SiteFact.SignInRefused _, SiteFact.SecretReset _ ->
                this;
        };
    }

    private Accounts changed(String user, List<Grant> grants, boolean open) {
        return find(user)
                .map(account -> with(new Account(account.user(), account.fullName(), grants, open)))
                .orElseThrow(() -> new IllegalStateException("No account " + user));
    }

    private Accounts with(Account account) {
        Map<String, Account> next = new LinkedHashMap<>(byUser);
        next.put(key(account.user()), account);
        return new Accounts(next);
    }

    private static String key(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
