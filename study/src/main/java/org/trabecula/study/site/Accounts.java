package org.trabecula.study.site;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * The accounts after one more fact.
     *
     * @param at the fact's position in the journal
     */
    public Accounts after(SiteFact fact, long at) {
        return switch (fact) {
            case SiteFact.AccountOpened(var user, var name, var grants) ->
                with(new Account(user, name, grants, true, at));
            case SiteFact.GrantsChanged(var user, var grants) -> changed(user, grants, true);
            case SiteFact.AccountClosed(var user) -> changed(user, List.of(), false);
            case SiteFact.SecretReset(var user) -> renewed(user, at);
            case SiteFact.SecretChosen(var user) -> renewed(user, at);
            case SiteFact.ProtocolAdopted _, SiteFact.SignedIn _, SiteFact.SignInRefused _ -> this;
        };
    }

    private Accounts changed(String user, List<Grant> grants, boolean open) {
        return with(user, known -> new Account(known.user(), known.fullName(), grants, open, known.renewed()));
    }

    private Accounts renewed(String user, long at) {
        return with(user, known -> new Account(known.user(), known.fullName(), known.grants(), known.open(), at));
    }

    private Accounts with(String user, UnaryOperator<Account> change) {
        return find(user)
                .map(change)
                .map(this::with)
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
