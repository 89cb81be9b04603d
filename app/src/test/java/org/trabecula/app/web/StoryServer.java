package org.trabecula.app.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.store.Stores;
import org.trabecula.study.journal.Draft;

/** The pages of a study that a story has told, with sessions of those who work in it. */
final class StoryServer implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";
    private final Installation installation;
    private final WebProgram.Running pages;

    private StoryServer(Installation installation) {
        this.installation = installation;
        this.pages = WebProgram.start(installation, "127.0.0.1", 0);
    }

    static StoryServer of(TrialStory story, Path home) throws IOException {
        Stores stores = Stores.open(home, Optional.empty(), story.clock());
        return new StoryServer(new Installation(
                home, stores, ImageArchive.open(home), story.protocol(), story.desk(), story.clock(), false));
    }

    /** Stores what the story has told so far: pages of single entries read the store itself. */
    StoryServer stored(TrialStory story) {
        story.entries()
                .forEach(entry -> installation
                        .stores()
                        .journal()
                        .append(List.of(new Draft(
                                entry.stream(),
                                entry.version(),
                                entry.at(),
                                entry.actor(),
                                entry.reason(),
                                entry.submission(),
                                entry.fact()))));
        return this;
    }

    Browser signedIn(String user) {
        String link = installation.credentials().newLink(Optional.of(user), Duration.ofHours(1));
        installation.credentials().choose(link, user, PASSWORD);
        Browser browser = new Browser("http://127.0.0.1:" + pages.port());
        browser.open("/login");
        HttpResponse<String> answer = browser.send("/login", Map.of("user", user, "secret", PASSWORD));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(user + " cannot sign in: " + answer.statusCode());
        }
        browser.open("/participants");
        return browser;
    }

    @Override
    public void close() {
        pages.close();
        installation.close();
    }
}
