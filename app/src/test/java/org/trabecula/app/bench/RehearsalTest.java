package org.trabecula.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.study.imaging.ReceivedInstance;

/** What is rehearsed is the real way in. */
class RehearsalTest {
    @TempDir
    Path home;

    @Test
    void rehearsed_images_come_over_the_network_and_are_kept_as_others_are() throws IOException {
        try (Installation installation =
                Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC())) {
            Rehearsal.receive(installation, 3);
            List<ReceivedInstance> images = installation
                    .desk()
                    .view(register -> register.readingRoom()
                            .all()
                            .flatMap(one -> one.instances().stream())
                            .toList());
            assertThat(images)
                    .hasSize(3)
                    .allMatch(image -> installation.images().sound(image.sha256()));
        }
    }
}
