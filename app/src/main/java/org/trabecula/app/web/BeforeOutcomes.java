package org.trabecula.app.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that shows no outcome. Whoever is statistician uses such routes alone until the design of the comparison is signed; a
 * new route is closed to them until somebody has thought about it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface BeforeOutcomes {}
