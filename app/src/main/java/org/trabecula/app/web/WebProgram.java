package org.trabecula.app.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.trabecula.app.Installation;

/** The running pages. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ComponentScan
public class WebProgram implements WebMvcConfigurer {
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

    /** Starts the pages of an installation on loopback; port 0 takes a free one. */
    public static Running start(Installation installation, String address, int port) {
        var context = new SpringApplicationBuilder(WebProgram.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .initializers(started -> started.getBeanFactory().registerSingleton("installation", installation))
                .properties(settings(address, port))
                .run();
        return new Running((ServletWebServerApplicationContext) context);
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
                Map.entry("server.compression.enabled", true),
                Map.entry("server.tomcat.max-part-count", 2000),
                Map.entry("server.tomcat.threads.max", 64),
                Map.entry("spring.threads.virtual.enabled", true),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.jmx.enabled", false),
                Map.entry("spring.servlet.multipart.max-file-size", "600MB"),
                Map.entry("spring.servlet.multipart.max-request-size", "2GB"),
                Map.entry("spring.servlet.multipart.file-size-threshold", "256KB"),
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
