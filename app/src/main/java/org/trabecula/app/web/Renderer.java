package org.trabecula.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Turns a {@link View} into an answer: a rendered page or a redirect. */
@Component
final class Renderer implements HandlerMethodReturnValueHandler {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Renderer.class.getClassLoader(), "org.trabecula.app.web");
    private final Shells shells;

    Renderer(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return View.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest in = request.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse out = request.getNativeResponse(HttpServletResponse.class);
        if (in == null || out == null || !(value instanceof View view)) {
            throw new IllegalStateException("A route answers a view to an HTTP request");
        }
        show(view, in, out);
    }

    void show(View view, HttpServletRequest in, HttpServletResponse out) throws IOException {
        switch (view) {
            case View.Redirect(var to) -> {
                out.setStatus(HttpServletResponse.SC_SEE_OTHER);
                out.setHeader(HttpHeaders.LOCATION, to);
            }
            case Page page -> page(page, in, out);
        }
    }

    private void page(Page page, HttpServletRequest in, HttpServletResponse out) throws IOException {
        Utf8ByteOutput html = new Utf8ByteOutput();
        templates.render(page.template(), Map.of("page", page.shown(), "shell", shells.of(in)), html);
        out.setStatus(page.status().value());
        out.setContentType("text/html;charset=UTF-8");
        out.setContentLength(html.getContentLength());
        html.writeTo(out.getOutputStream());
    }
}
