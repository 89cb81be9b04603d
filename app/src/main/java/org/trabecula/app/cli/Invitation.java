package org.trabecula.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.study.site.Account;
import org.trabecula.study.site.Role;

/** What the shell says once the pages are up: the address and, as long as nobody administers, the way in. */
final class Invitation {
    private Invitation() {}

    static void print(Installation installation, String address, Optional<String> receiver, PrintWriter out) {
        out.println();
        out.println("Trabecula serves " + installation.protocol().title().english());
        out.println("  address      " + address + "/");
        out.println("  folder       " + installation.home().toAbsolutePath());
        receiver.ifPresent(where -> out.println("  DICOM        " + where));
        if (!administered(installation)) {
            String token = installation.credentials().newLink(Optional.empty(), Duration.ofHours(24));
            out.println("  set-up link  " + address + "/link/" + token);
            out.println("               (works once, for a day; its visitor becomes the administrator)");
        }
        out.println("  stop with Ctrl-C");
        out.flush();
    }

    private static boolean administered(Installation installation) {
        return installation
                .desk()
                .view(register -> register.accounts().all().stream()
                        .filter(account -> account.open() && account.has(Role.ADMINISTRATOR))
                        .map(Account::user)
                        .toList())
                .stream()
                .anyMatch(installation.credentials()::has);
    }
}
