package org.trabecula.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.trabecula.study.site.Role;

/** Who may use a route. A route without this, or {@link Anyone}, or {@link SignedIn}, answers nobody and fails the build. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Allowed {
    Role[] value();
}
