package org.trabecula.app.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trabecula.app.Installation;

/** The running pages. */
@Configuration(proxyBeanMethods = false)
public class WebProgram implements WebMvcConfigurer {
    /**
     * Every part of the pages by name, ours and what of Spring Boot they use. Searching the class path for them would
     * read some hundred class files at each start; a test sees to it that none of ours is forgotten.
     */
    static final List<Class<?>> PARTS = List.of(
            WebProgram.class,
            AccountRoutes.class,
            AdjudicationRoutes.class,
            Arguments.class,
            AuditRoutes.class,
            BoardRoutes.class,
            CaseSheets.class,
            ReadingSigning.class,
            ReadingDrafts.class,
            CellRoutes.class,
            ChunkRoutes.class,
            CtRequestRoutes.class,
            DealingRoutes.class,
            AgreementRoutes.class,
            AssistantAgreementRoutes.class,
            WhatIfRoutes.class,
            WhatIfRuns.class,
            DashboardRoutes.class,
            DataCuts.class,
            DesignRoutes.class,
            LockRoutes.class,
            Outcomes.class,
            Signing.class,
            DicomWebRetrieval.class,
            DicomWebSearch.class,
            DicomWebShelf.class,
            DicomWebStorage.class,
            Entries.class,
            EntryRoutes.class,
            FormRoutes.class,
            IdentityRoutes.class,
            ImageAnswers.class,
            InboxRoutes.class,
            LanguageRoutes.class,
            LastPage.Placed.class,
            LinkRoutes.class,
            ParticipantImageRoutes.class,
            ParticipantRoutes.class,
            ParticipantsRoutes.class,
            Problems.class,
            ProgramKeyRoutes.class,
            ProgramSignIn.class,
            QuarantineRoutes.class,
            QuarantineStudyRoutes.class,
            ReadingRoutes.class,
            ReadingAssistRoutes.class,
            ScrewMeasuring.class,
            ReaderTasks.class,
            PlacingRoutes.class,
            Renderer.class,
            ResultsRoutes.class,
            RouteGuard.class,
            ReoperationRoutes.class,
            DeathRoutes.class,
            SafetyRoutes.class,
            SafetyListRoutes.class,
            Security.class,
            SessionLimit.class,
            Shells.class,
            SignInRoutes.class,
            SiteImages.class,
            SurgeryRoutes.class,
            UploadRoutes.class,
            ConfigurationPropertiesAutoConfiguration.class,
            PropertyPlaceholderAutoConfiguration.class,
            LifecycleAutoConfiguration.class,
            TomcatServletWebServerAutoConfiguration.class,
            DispatcherServletAutoConfiguration.class,
            HttpEncodingAutoConfiguration.class,
            MultipartAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class,
            WebMvcAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class);

    private final Renderer renderer;
    private final Arguments arguments;

    WebProgram(Renderer renderer, Arguments arguments) {
        this.renderer = renderer;
        this.arguments = arguments;
    }

    /** A started server. Closing it stops the pages, not the installation. */
    public record Running(ServletWebServerApplicationContext context) implements AutoCloseable {
        public int port() {
            var server = context.getWebServer();
            return server == null ? -1 : server.getPort();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Starts the pages of an installation; port 0 takes a free one. */
    public static Running start(Installation installation, String address, int port) {
        return start(CompletableFuture.completedFuture(installation), address, port);
    }

    /**
     * Starts the pages while their installation is still being opened, which takes about as long.
     *
     * @throws RuntimeException what the opening threw, if it failed
     */
    public static Running start(CompletableFuture<Installation> opening, String address, int port) {
        try {
            var context = new SpringApplicationBuilder(PARTS.toArray(Class<?>[]::new))
                    .web(WebApplicationType.SERVLET)
                    .bannerMode(Banner.Mode.OFF)
                    .initializers(started -> started.addBeanFactoryPostProcessor(
                            beans -> beans.registerSingleton("installation", opened(opening))))
                    .properties(settings(address, port))
                    .run();
            return new Running((ServletWebServerApplicationContext) context);
        } catch (SpringApplication.AbandonedRunException abandoned) {
            switch (opening.exceptionNow()) {
                case RuntimeException problem -> throw problem;
                case Throwable fault -> throw new IllegalStateException("The installation cannot be opened", fault);
            }
        }
    }

    /** Gives the start up without Spring's own report: whoever opened the installation knows better what to say. */
    private static Installation opened(CompletableFuture<Installation> opening) {
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw new SpringApplication.AbandonedRunException();
        }
    }

    private static Map<String, Object> settings(String address, int port) {
        return Map.ofEntries(
                Map.entry("server.address", address),
                Map.entry("server.port", port),
                Map.entry("server.servlet.session.timeout", "30m"),
                Map.entry("server.servlet.session.cookie.http-only", true),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry("server.servlet.session.cookie.name", "trabecula"),
                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                // Behind a proxy that speaks TLS, addresses in answers begin as the visitor's do, and the cookie is for
                // TLS alone.
                Map.entry("server.forward-headers-strategy", "native"),
                Map.entry("server.compression.enabled", true),
                Map.entry("server.tomcat.max-part-count", 2000),
                // Read to its end, an upload that is too large can be answered; cut short, the browser hears nothing.
                Map.entry("server.tomcat.max-swallow-size", "1GB"),
                Map.entry("server.tomcat.threads.max", 64),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.servlet.multipart.max-file-size", "600MB"),
                Map.entry("spring.servlet.multipart.max-request-size", "2GB"),
                Map.entry("spring.servlet.multipart.file-size-threshold", "256KB"),
                // Read by the route alone: the page that tells of an upload too large must not stumble over it again.
                Map.entry("spring.servlet.multipart.resolve-lazily", true),
                Map.entry("spring.web.resources.cache.cachecontrol.max-age", "1h"),
                Map.entry("spring.mvc.problemdetails.enabled", false),
                Map.entry("logging.level.root", "WARN"),
                Map.entry("logging.pattern.console", "%d{yyyy-MM-dd HH:mm:ss} %-5level %logger{24}: %msg%n"));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(renderer);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }
}
