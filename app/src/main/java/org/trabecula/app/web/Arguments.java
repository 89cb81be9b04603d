package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives routes the visitor and what was typed. */
@Component
final class Arguments implements HandlerMethodArgumentResolver {
    private final Shells shells;

    Arguments(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class || parameter.getParameterType() == Typed.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Visitor.class) {
            return shells.visitor().orElseThrow();
        }
        HttpServletRequest in = request.getNativeRequest(HttpServletRequest.class);
        return new Typed(in == null ? Map.of() : in.getParameterMap());
    }
}
