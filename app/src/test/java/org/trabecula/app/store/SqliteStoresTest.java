package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqliteStoresTest extends StoresContract {

    @Override
    Optional<String> address() {
        return Optional.empty();
    }

    @Override
    Database vault() {
        return new SqliteFile(home().resolve("vault.db"));
    }

    @Test
    void aDatabaseThatIsNotKnownIsRefused() {
        stores.close();
        url = Optional.of("jdbc:h2:mem:x");
        assertThatThrownBy(this::opened).isInstanceOf(StoreFault.class).hasMessageContaining("jdbc:postgresql:");
    }
}
