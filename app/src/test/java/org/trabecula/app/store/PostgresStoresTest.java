package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.app.store.Story.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresStoresTest extends StoresContract {

    @Override
    Optional<String> address() throws SQLException {
        return Optional.of(PostgresServer.emptyDatabase());
    }

    @Override
    Database vault() {
        return new PostgresSchema(url.orElseThrow(), "vault");
    }

    @Test
    void severalInstancesShareTheStoresWhenTheyHaveTheKey() throws IOException {
        Path second = folder.resolve("second");
        assertThatThrownBy(() -> opened(second)).isInstanceOf(StoreFault.class).hasMessageContaining("is missing");
        Files.copy(home().resolve("vault.key"), second.resolve("vault.key"), StandardCopyOption.COPY_ATTRIBUTES);
        try (Stores other = opened(second)) {
            other.journal().append(List.of(draft(1, 0)));
            other.vault().put(LI, WHO_LI_IS);
            assertThat(stores.journal().about(Story.participant(1))).hasSize(1);
            assertThat(stores.vault().find(LI)).contains(WHO_LI_IS);
        }
    }
}
